package dev.dateline.quotes;

import dev.dateline.entities.Entity;

/** Tells whom "the minister", "the billionaire" and "the 43-year-old" are. */
final class Descriptions {

  private static final int SENTENCES_BACK = 2;

  private final Words words;
  private final Names names;
  private final Discourse discourse;
  private final Prominence prominence;

  Descriptions(Words words, Names names, Discourse discourse, Prominence prominence) {
    this.words = words;
    this.names = names;
    this.discourse = discourse;
    this.prominence = prominence;
  }

  /** Whether a phrase means somebody that the text has told of. */
  boolean isDefinite(Phrase source) {
    int first = source.first();
    return words.is(first, "the")
        || words.is(first, WordClass.IT)
        || words.is(first, WordClass.POSSESSIVE)
        || hasPossessor(source);
  }

  private boolean hasPossessor(Phrase source) {
    for (int word = source.first() + 1; word < source.head(); word++) {
      if (words.is(word, WordClass.POSSESSIVE_S)) {
        return true;
      }
    }
    return false;
  }

  /** Who is meant by "the minister": the last speaker if the role fits, else who has it. */
  int find(Phrase source) {
    String head = words.lower(source.head());
    Phrase nameless = discourse.nameless();
    boolean same = nameless != null && head.equals(words.lower(nameless.head()));
    if (same || Nominals.isUnnamed(words, source)) {
      return -1;
    }
    if (words.is(source.head(), "latter") || words.is(source.head(), "former")) {
      return ofTwo(source);
    }
    int sentence = words.sentence(source.first());
    int age = Nominals.age(words, source);
    int best = -1;
    double bestScore = 0;
    for (Names.At at : names.all()) {
      int distance = sentence - words.sentence(at.first());
      if (distance < 0 && words.paragraph(source.first()) > 0) {
        break;
      }
      distance = Math.abs(distance);
      if (!names.isPerson(at.entity())) {
        continue;
      }
      Entity person = names.entity(at.entity());
      boolean ofAge = age > 0 && person.age() != null && person.age() == age;
      double fit = ofAge ? 2 : Nominals.fit(words, source, person);
      if (fit <= 0) {
        continue;
      }
      double score =
          fit + 1.0 / (1 + distance) + (at.entity() == discourse.lastSpeaker() ? 0.9 : 0);
      if (score >= bestScore) {
        bestScore = score;
        best = at.entity();
      }
    }
    boolean owned = hasPossessor(source) || words.is(source.first(), WordClass.POSSESSIVE);
    boolean open = Nominals.isPerson(words, source.head()) && !owned || age > 0;
    if (best >= 0 || !open) {
      return best;
    }
    int described = described(head, age, sentence);
    return described >= 0 || !isNew(source) ? described : onlyOne(source);
  }

  /** Whom "the latter" or "the former" takes up: one of the last two persons named; or -1. */
  private int ofTwo(Phrase source) {
    int latter = -1;
    int former = -1;
    int sentence = words.sentence(source.first());
    for (Names.At at : names.all()) {
      boolean before = at.first() < source.first() && names.isPerson(at.entity());
      if (before && sentence - words.sentence(at.first()) <= 1 && at.entity() != latter) {
        former = latter;
        latter = at.entity();
      }
    }
    return former < 0 ? -1 : words.is(source.head(), "latter") ? latter : former;
  }

  /** Whether a definite noun comes up for the first time: it has to be somebody already named. */
  private boolean isNew(Phrase source) {
    if (!words.is(source.first(), "the") || Nominals.isStranger(words.lower(source.head()))) {
      return false;
    }
    boolean named = words.isCapitalised(source.head());
    for (int word = source.first() + 1; word < source.head(); word++) {
      boolean another = words.isCapitalised(word) && !named; // "the ED counsel"
      if (another || Nominals.narrows(words.lower(word))) {
        return false;
      }
    }
    for (int word = 0; word < source.first(); word++) {
      if (words.hash(word) == words.hash(source.head())) {
        return false;
      }
    }
    return true;
  }

  /** The one person who was the subject of the last sentences, if the noun may mean him; or -1. */
  private int onlyOne(Phrase source) {
    int sentence = words.sentence(source.first());
    String head = words.lower(source.head());
    int found = -1;
    for (Names.At at : names.all()) {
      int distance = sentence - words.sentence(at.first());
      if (at.first() >= source.first()) {
        break;
      }
      boolean spoke = at.entity() == discourse.lastSpeaker();
      if (names.isPerson(at.entity())
          && words.depth(at.first()) == 0
          && distance > 0
          && distance <= SENTENCES_BACK
          && (spoke || prominence.of(at) > 0)) {
        if (found >= 0 && found != at.entity() && !spoke) {
          return -1;
        }
        found = at.entity();
      }
    }
    return found >= 0 && !Nominals.contradicts(head, names.entity(found)) ? found : -1;
  }

  /** The person spoken of last whom nothing tells apart from such a description; or -1. */
  private int described(String head, int age, int sentence) {
    int best = -1;
    double bestScore = 0;
    for (Names.At at : names.all()) {
      int distance = sentence - words.sentence(at.first());
      if (distance < 0) {
        break;
      }
      boolean spoke = at.entity() == discourse.lastSpeaker();
      boolean near = distance <= (spoke ? 4 : 2) && names.isPerson(at.entity());
      if (!near || !spoke && (distance == 0 || prominence.of(at) <= 0)) {
        continue;
      }
      Entity person = names.entity(at.entity());
      boolean another = age > 0 && person.age() != null && person.age() != age;
      if (another || age <= 0 && !Nominals.mayBe(head, person)) {
        continue;
      }
      double score = 3 - 0.7 * distance + prominence.of(at);
      score += discourse.recency(at.entity(), sentence);
      if (score >= bestScore) {
        bestScore = score;
        best = at.entity();
      }
    }
    return best;
  }
}
