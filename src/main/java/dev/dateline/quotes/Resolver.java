package dev.dateline.quotes;

import dev.dateline.entities.Entity;
import dev.dateline.entities.EntityType;
import dev.dateline.entities.Role;
import dev.dateline.text.TextSpan;

/**
 * Tells whom the sources of an article's quotes stand for, one after the other: names by the
 * article's entities, pronouns by gender, number, recency, grammatical place and the speaker
 * before, nominals by the roles that the article gives. Keeps the last speaker; make one for each
 * article.
 */
final class Resolver {

  private static final int SENTENCES_BACK = 12;

  /** What a known gender that fits weighs, against a sentence of distance at 0.7. */
  private static final double GENDER = 1.6;

  /** What having spoken last weighs, less what sentences since take off. */
  private static final double LAST = 1.8;

  private static final double NOBODY = -1e9;

  /** How many words before a relative pronoun what it takes up may end. */
  private static final int FURTHEST_PERSON = 25;

  private static final int FURTHEST_BODY = 12;

  private final Words words;
  private final Phrases phrases;
  private final Names names;
  private final Bodies bodies;
  private final Appositions appositions;
  private Speaker last;
  private int lastParagraph = -9;
  private int lastSpeaker = -1;

  /** Who spoke last where that is a person without a name, or null. */
  private Phrase nameless;

  private int lastSentence = -1;

  Resolver(Words words, Phrases phrases, Names names) {
    this.words = words;
    this.phrases = phrases;
    this.names = names;
    this.bodies = new Bodies(words, names);
    this.appositions = new Appositions(words, names);
  }

  /** The speaker of reported words; null where the text gives nobody. */
  Speaker resolve(Linker.Linked linked) {
    Phrase source = linked.source();
    if (goesOn(linked)) {
      lastSentence = words.sentence(linked.last() - 1);
      boolean told =
          source != null
              && (source.kind() == Speaker.Kind.NAME || source.kind() == Speaker.Kind.PRONOUN)
              && !names.isPlace(names.entityOf(words, source));
      return new Speaker(
          told ? mention(source) : last.mention(),
          told ? source.kind() : last.kind(),
          last.name(),
          last.role(),
          last.affiliation(),
          last.entityId());
    }
    Speaker speaker = source == null ? introduced(linked) : resolve(source);
    if (linked.outer() == null) {
      last = speaker;
      lastSentence = Math.max(lastSentence, words.sentence(linked.last() - 1));
      lastParagraph = words.paragraph(linked.last() - 1);
    }
    return speaker;
  }

  /** The speaker that a source stands for. */
  Speaker resolve(Phrase source) {
    Speaker speaker = speaker(source);
    lastSentence = words.sentence(source.first());
    return speaker;
  }

  /** Whether a paragraph that is all marks, with nothing to report it, goes on the last quote. */
  private boolean goesOn(Linker.Linked linked) {
    if (linked.cue() >= 0 || linked.verbatim() || last == null || last.name() == null) {
      return false;
    }
    int first = linked.first();
    int paragraph = words.paragraph(first);
    if (words.depth(first) > 0
        && paragraph == lastParagraph
        && linked.outer() == null
        && (linked.source() == null || names.isPlace(names.entityOf(words, linked.source())))) {
      return true;
    }
    if (!isWholeParagraph(linked)
        || words.hasGap(first, Words.GAP_COLON)
        || paragraph - lastParagraph > 1) {
      return false;
    }
    lastParagraph = words.paragraph(linked.last() - 1);
    return true;
  }

  /**
   * The one person that the paragraph before names, where that reports nothing and a paragraph all
   * in marks follows it with nothing to report it; or null.
   */
  private Speaker introduced(Linker.Linked linked) {
    int first = linked.first();
    boolean alone = linked.cue() < 0 && !linked.verbatim() && isWholeParagraph(linked);
    int paragraph = words.paragraph(first);
    if (!alone || last != null && lastParagraph == paragraph - 1) {
      return null;
    }
    Names.At found = null;
    for (Names.At at : names.all()) {
      boolean before = at.first() < first && words.paragraph(at.first()) == paragraph - 1;
      if (before && names.isPerson(at.entity())) {
        if (found != null && found.entity() != at.entity()) {
          return null;
        }
        found = at;
      }
    }
    if (found == null || paragraph == 1) {
      return null;
    }
    lastSentence = words.sentence(linked.last() - 1);
    Phrase mention = new Phrase(found.first(), found.last(), Speaker.Kind.NAME);
    return named(mention, Speaker.Kind.NAME, remember(found.entity()));
  }

  private boolean isWholeParagraph(Linker.Linked linked) {
    int first = linked.first();
    return words.depth(first) > 0
        && words.hasGap(first, Words.GAP_PARAGRAPH)
        && words.hasGap(linked.last(), Words.GAP_PARAGRAPH);
  }

  private Speaker speaker(Phrase source) {
    int entity = names.entityOf(words, source);
    Speaker.Kind kind = source.kind();
    if (kind == Speaker.Kind.PRONOUN) {
      if (isNameless(source)) {
        return new Speaker(
            mention(source), kind, null, role(nameless), affiliation(nameless), null);
      }
      return named(source, kind, remember(pronoun(source)));
    }
    if (!names.isPerson(entity)) {
      int holder = appositions.holderAfter(source);
      if (holder >= 0) {
        return named(source, Speaker.Kind.NAME, remember(holder));
      }
    }
    if (entity >= 0) {
      boolean person = names.isPerson(entity);
      boolean isName = words.isCapitalised(source.head());
      Speaker.Kind found =
          person ? isName ? Speaker.Kind.NAME : Speaker.Kind.NOMINAL : bodyKind(entity, kind);
      return named(source, found, remember(entity));
    }
    if (kind == Speaker.Kind.NAME) {
      int surnamed = names.bySurname(words.lower(source.head()));
      if (surnamed >= 0) {
        return named(source, kind, remember(surnamed));
      }
      nobody(source);
      return new Speaker(mention(source), kind, ownName(source), null, null, null);
    }
    if (isDefinite(source)) {
      int body = bodies.find(source, lastSpeaker, lastSentence);
      if (body >= 0) {
        return named(source, Speaker.Kind.GROUP, remember(body));
      }
      int holder = kind == Speaker.Kind.NOMINAL ? nominal(source) : -1;
      if (holder >= 0) {
        return named(source, kind, remember(holder));
      }
    }
    nobody(source);
    boolean person = kind == Speaker.Kind.NOMINAL && Nominals.hasRole(words, source.head());
    return new Speaker(
        mention(source),
        kind == Speaker.Kind.NOMINAL && !person && !Nominals.isPerson(words, source.head())
            ? Speaker.Kind.GROUP
            : kind,
        null,
        person ? role(source) : null,
        affiliation(source),
        null);
  }

  private Speaker.Kind bodyKind(int entity, Speaker.Kind kind) {
    EntityType type = names.entity(entity).type();
    return kind == Speaker.Kind.DOCUMENT || type == EntityType.PRODUCT
        ? Speaker.Kind.DOCUMENT
        : Speaker.Kind.GROUP;
  }

  private int remember(int entity) {
    lastSpeaker = entity;
    nameless = null;
    return entity;
  }

  /** Remembers that somebody spoke who has no name. */
  private void nobody(Phrase source) {
    lastSpeaker = -1;
    boolean person =
        source.kind() == Speaker.Kind.NOMINAL && Nominals.isPerson(words, source.head());
    nameless = person ? source : null;
  }

  private Speaker named(Phrase source, Speaker.Kind kind, int index) {
    if (index < 0) {
      return new Speaker(mention(source), kind, null, null, null, null);
    }
    Entity entity = names.entity(index);
    Role role = entity.roles().isEmpty() ? null : entity.roles().get(0);
    return new Speaker(
        mention(source),
        kind,
        entity.name(),
        role == null ? null : role.role(),
        role == null ? null : role.affiliation(),
        entity.id());
  }

  private TextSpan mention(Phrase source) {
    Phrase whole = names.whole(words, source);
    return words.document.textSpan(words.begin(whole.first()), words.end(whole.head()));
  }

  // Pronouns

  /** Whether "he" or "she" goes on the words of somebody without a name: nobody else came up. */
  private boolean isNameless(Phrase source) {
    int word = source.first();
    boolean one = words.is(word, "he") || words.is(word, "she");
    if (nameless == null || !one || words.sentence(word) - lastSentence > 2) {
      return false;
    }
    for (Names.At at : names.all()) {
      boolean since = at.first() > nameless.last() && at.first() < word;
      if (since && names.isPerson(at.entity()) && place(at) > 0) {
        return false;
      }
    }
    return true;
  }

  private int pronoun(Phrase source) {
    int word = source.first();
    switch (words.type(word)) {
      case WHO:
        return isPart(word) ? -1 : antecedent(word);
      case PRONOUN:
        return words.is(word, "they")
            ? plural(word)
            : best(word, words.is(word, "she") ? Entity.Gender.FEMALE : Entity.Gender.MALE);
      case IT:
        boolean goesOn = words.is(word, "it") && words.sentence(word) - lastSentence <= 1;
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
    boolean near = words.sentence(word) - lastSentence <= 2;
    return near && lastSpeaker >= 0 && !names.isPerson(lastSpeaker) ? lastSpeaker : -1;
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
      if (entity.gender() != Entity.Gender.UNKNOWN && entity.gender() != gender) {
        continue;
      }
      double score = -0.7 * distance + place(at);
      score += entity.gender() == gender ? GENDER : 0;
      score += at.entity() == lastSpeaker ? Math.max(0, LAST - 0.3 * (sentence - lastSentence)) : 0;
      score += 0.3 * Math.log(entity.mentions().size());
      if (score >= bestScore) {
        bestScore = score;
        best = at.entity();
      }
    }
    return best;
  }

  /** How prominent the place of a name is: subjects before objects, both before possessors. */
  private double place(Names.At at) {
    double score = 0;
    if (at.last() < words.count && words.is(at.last(), WordClass.POSSESSIVE_S)) {
      score -= 0.9;
    }
    if (words.depth(at.first()) > 0) {
      score -= 2;
    }
    int first = withTitles(at.first());
    boolean opens = words.hasGap(first, Words.GAP_SENTENCE);
    boolean verb =
        at.last() < words.count
            && (Cues.isVerb(words.cue(at.last()))
                || words.is(at.last(), WordClass.AUXILIARY)
                || words.is(at.last(), WordClass.MODAL)
                || words.is(at.last(), WordClass.ENDS_ED));
    boolean governed =
        first > 0
            && !opens
            && (words.is(first - 1, WordClass.PREPOSITION) || words.is(first - 1, WordClass.TO));
    score += opens ? 0.9 : 0;
    score += verb ? 0.9 : 0;
    score -= governed ? 0.7 : 0;
    return score;
  }

  /** The first word of a name with the titles and roles before it: "Foreign Minister Ada Marr". */
  private int withTitles(int name) {
    int first = name;
    while (first > 0
        && !words.hasGap(first, Words.GAP_BREAK | Words.GAP_OPEN)
        && (words.is(first - 1, WordClass.TITLE)
            || words.is(first - 1, WordClass.ROLE)
            || words.is(first - 1, WordClass.NAME))) {
      first--;
    }
    return first;
  }

  // Nominals

  private boolean isDefinite(Phrase source) {
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
  private int nominal(Phrase source) {
    String head = words.lower(source.head());
    boolean same = nameless != null && head.equals(words.lower(nameless.head()));
    if (same || Nominals.isUnnamed(words, source)) {
      return -1;
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
      double score = fit + 1.0 / (1 + distance) + (at.entity() == lastSpeaker ? 0.9 : 0);
      if (score >= bestScore) {
        bestScore = score;
        best = at.entity();
      }
    }
    boolean owned = hasPossessor(source) || words.is(source.first(), WordClass.POSSESSIVE);
    boolean open = Nominals.isPerson(words, source.head()) && !owned || age > 0;
    return best >= 0 || !open ? best : described(head, age, sentence);
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
      boolean spoke = at.entity() == lastSpeaker;
      boolean near = distance <= (spoke ? 4 : 2) && names.isPerson(at.entity());
      if (!near || !spoke && (distance == 0 || place(at) <= 0)) {
        continue;
      }
      Entity person = names.entity(at.entity());
      boolean another = age > 0 && person.age() != null && person.age() != age;
      if (another || age <= 0 && !Nominals.mayBe(head, person)) {
        continue;
      }
      double score = 3 - 0.7 * distance + place(at);
      score += spoke ? Math.max(0, LAST - 0.3 * (sentence - lastSentence)) : 0;
      if (score >= bestScore) {
        bestScore = score;
        best = at.entity();
      }
    }
    return best;
  }

  private String role(Phrase source) {
    int first = source.first();
    for (int word = source.head() - 1; word > first; word--) {
      if (words.is(word, WordClass.POSSESSIVE_S)) {
        first = word + 1;
        break;
      }
    }
    boolean article =
        words.is(first, WordClass.DETERMINER)
            || words.is(first, WordClass.POSSESSIVE)
            || words.is(first, WordClass.QUANTITY);
    first += article && first < source.head() ? 1 : 0;
    return words.document.text().substring(words.begin(first), words.end(source.head()));
  }

  /** "a spokesman for X", "X's lawyer", "the ministry's spokeswoman". */
  private String affiliation(Phrase source) {
    int next = source.last();
    if (next + 1 < words.count
        && !words.hasGap(next, Words.GAP_BREAK)
        && (words.is(next, "for") || words.is(next, "of") || words.is(next, "at"))) {
      return bodyAt(next + 1);
    }
    for (int word = source.head() - 1; word > source.first(); word--) {
      if (words.is(word, WordClass.POSSESSIVE_S) && names.entityAt(word - 1) >= 0) {
        return names.entity(names.entityAt(word - 1)).name();
      }
    }
    return null;
  }

  /** The name of the body that stands at a word, or the phrase there as written; or null. */
  private String bodyAt(int first) {
    for (int word = first; word < Math.min(words.count, first + 4); word++) {
      if (words.hasGap(word, Words.GAP_BREAK)) {
        break;
      }
      if (names.entityAt(word) >= 0) {
        return names.entity(names.entityAt(word)).name();
      }
    }
    for (Phrase phrase : phrases.of(words.sentence(first))) {
      if (phrase.first() == first && phrase.kind() != Speaker.Kind.PRONOUN) {
        int from = words.is(first, WordClass.DETERMINER) ? first + 1 : first;
        return from > phrase.head()
            ? null
            : words.document.text().substring(words.begin(from), words.end(phrase.head()));
      }
    }
    return null;
  }

  // Names that no entity has

  /**
   * The capitalised words that end a phrase, titles left off; null for a single word that may have
   * its capital from the start of a sentence alone.
   */
  private String ownName(Phrase source) {
    int first = source.head();
    boolean labels = words.hasGap(first + 1, Words.GAP_COLON) && words.cue(first) == 0;
    boolean opens = words.hasGap(first, Words.GAP_SENTENCE | Words.GAP_DASH);
    boolean owned = first > source.first() && words.is(first - 1, WordClass.POSSESSIVE_S);
    if (first == source.first() && opens && !labels
        || owned && words.is(first, WordClass.ALL_CAPITALS)) {
      return null;
    }
    while (first > source.first()
        && words.is(first - 1, WordClass.NAME)
        && !words.hasGap(first, Words.GAP_BREAK)) {
      first--;
    }
    return words.document.text().substring(words.begin(first), words.end(source.head()));
  }
}
