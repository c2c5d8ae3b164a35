package dev.dateline.quotes;

import dev.dateline.entities.Entity;
import dev.dateline.entities.EntityType;

/**
 * Tells whom a pronoun stands for, by gender, number, recency, grammatical place and the speaker
 * before.
 */
final class Pronouns {

  private static final int SENTENCES_BACK = 12;

  /** How many sentences back one whose gender seems wrong is looked for. */
  private static final int SENTENCES_MISTAKEN = 3;

  /** What a known gender that fits weighs, against a sentence of distance at 0.7. */
  private static final double GENDER = 1.6;

  private static final double NOBODY = -1e9;

  /** How many words before a relative pronoun what it takes up may end. */
  private static final int FURTHEST_PERSON = 25;

  private static final int FURTHEST_BODY = 12;

  private final Words words;
  private final Phrases phrases;
  private final Names names;
  private final Discourse discourse;
  private final Prominence prominence;

  Pronouns(Words words, Phrases phrases, Names names, Discourse discourse, Prominence prominence) {
    this.words = words;
    this.phrases = phrases;
    this.names = names;
    this.discourse = discourse;
    this.prominence = prominence;
  }

  /** Whether "he" or "she" goes on the words of somebody without a name: nobody else came up. */
  boolean isNameless(Phrase source) {
    int word = source.first();
    boolean one = words.is(word, "he") || words.is(word, "she");
    Phrase nameless = discourse.nameless();
    if (nameless == null || !one || words.sentence(word) - discourse.lastSentence() > 2) {
      return false;
    }
    for (Names.At at : names.all()) {
      boolean since = at.first() > nameless.last() && at.first() < word;
      if (since && names.isPerson(at.entity()) && prominence.of(at) > 0) {
        return false;
      }
    }
    return true;
  }

  int find(Phrase source) {
    int word = source.first();
    switch (words.type(word)) {
      case WHO:
        return isPart(word) ? -1 : antecedent(word);
      case PRONOUN:
        return words.is(word, "they")
            ? plural(word)
            : best(word, words.is(word, "she") ? Entity.Gender.FEMALE : Entity.Gender.MALE);
      case IT:
        boolean goesOn =
            words.is(word, "it") && words.sentence(word) - discourse.lastSentence() <= 1;
        return goesOn ? plural(word) : -1;
      default:
        return -1;
    }
  }

  /** Whether a relative pronoun means some of those whom it takes up: "one of whom". */
  private boolean isPart(int who) {
    return who > 1 && words.is(who - 1, "of") && words.is(who - 2, WordClass.QUANTITY);
  }

  /** Whom a relative pronoun takes up: the nearest phrase before it that has a name. */
  private int antecedent(int who) {
    int found = -1;
    for (Phrase phrase : phrases.of(words.sentence(who))) {
      int distance = who - phrase.last();
      int entity = distance < 0 ? -1 : names.entityOf(words, phrase);
      boolean near = distance < (names.isPerson(entity) ? FURTHEST_PERSON : FURTHEST_BODY);
      boolean speaks =
          names.isPerson(entity)
              || entity >= 0 && names.entity(entity).type() == EntityType.ORGANISATION;
      found = speaks && near && (names.isPerson(entity) || found < 0) ? entity : found;
    }
    return found;
  }

  private int plural(int word) {
    boolean near = words.sentence(word) - discourse.lastSentence() <= 2;
    return near && discourse.lastSpeaker() >= 0 && !names.isPerson(discourse.lastSpeaker())
        ? discourse.lastSpeaker()
        : -1;
  }

  private int best(int pronoun, Entity.Gender gender) {
    int best = -1;
    double bestScore = NOBODY;
    int sentence = words.sentence(pronoun);
    for (Names.At at : names.all()) {
      if (at.first() >= pronoun) {
        break;
      }
      int distance = sentence - words.sentence(at.first());
      if (distance > SENTENCES_BACK || !names.isPerson(at.entity())) {
        continue;
      }
      Entity entity = names.entity(at.entity());
      Entity.Gender known = discourse.gender(at.entity());
      if (known != Entity.Gender.UNKNOWN && known != gender) {
        continue;
      }
      double score = -0.7 * distance + prominence.of(at);
      score += known == gender ? GENDER : 0;
      score += discourse.recency(at.entity(), sentence);
      score += 0.3 * Math.log(entity.mentions().size());
      if (score >= bestScore) {
        bestScore = score;
        best = at.entity();
      }
    }
    return best >= 0 ? best : mistaken(pronoun, gender);
  }

  /**
   * The one who spoke last, or was spoken of last, where nobody of a pronoun's gender is near:
   * given names mislead. Such a gender is put right.
   */
  private int mistaken(int pronoun, Entity.Gender gender) {
    int sentence = words.sentence(pronoun);
    int found = -1;
    for (Names.At at : names.all()) {
      if (at.first() >= pronoun) {
        break;
      }
      boolean near = sentence - words.sentence(at.first()) <= SENTENCES_MISTAKEN;
      if (near && names.isPerson(at.entity()) && prominence.of(at) > 0) {
        if (found >= 0 && found != at.entity() || isTitled(at)) {
          return -1;
        }
        found = at.entity();
      }
    }
    if (found >= 0) {
      discourse.correct(found, gender);
    }
    return found;
  }

  /** Whether a title or the like right before a name tells more than its given name: "Ms Marr". */
  private boolean isTitled(Names.At at) {
    return at.first() > 0 && words.is(at.first() - 1, WordClass.TITLE);
  }
}
