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

  /** How many paragraphs may part the words of a speaker from others that nothing reports. */
  private static final int PARAGRAPHS_BACK = 3;

  private final Words words;
  private final Phrases phrases;
  private final Names names;
  private final Bodies bodies;
  private final Appositions appositions;
  private final Discourse discourse;
  private final Pronouns pronouns;
  private final Descriptions descriptions;

  Resolver(Words words, Phrases phrases, Names names) {
    this.words = words;
    this.phrases = phrases;
    this.names = names;
    this.bodies = new Bodies(words, names);
    this.appositions = new Appositions(words, names);
    this.discourse = new Discourse(words, names);
    Prominence prominence = new Prominence(words);
    this.pronouns = new Pronouns(words, phrases, names, discourse, prominence);
    this.descriptions = new Descriptions(words, names, discourse, prominence);
  }

  /** The speaker of reported words; null where the text gives nobody. */
  Speaker resolve(Linker.Linked linked) {
    Phrase source = linked.source();
    if (goesOn(linked)) {
      Speaker last = discourse.last();
      discourse.wentOn(linked);
      boolean told =
          source != null
              && !isWholeParagraph(linked)
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
    Speaker speaker = source == null ? unreported(linked) : resolve(source);
    if (linked.outer() == null) {
      discourse.spoke(linked, speaker);
    }
    return speaker;
  }

  /** The speaker that a source stands for. */
  Speaker resolve(Phrase source) {
    Speaker speaker = speaker(source);
    discourse.mentionedIn(words.sentence(source.first()));
    return speaker;
  }

  /** Whether a paragraph that is all marks, with nothing to report it, goes on the last quote. */
  private boolean goesOn(Linker.Linked linked) {
    Speaker last = discourse.last();
    if (linked.cue() >= 0 || linked.verbatim() || last == null || last.name() == null) {
      return false;
    }
    int first = linked.first();
    int paragraph = words.paragraph(first);
    if (words.depth(first) > 0
        && paragraph == discourse.lastParagraph()
        && linked.outer() == null
        && (linked.source() == null || names.isPlace(names.entityOf(words, linked.source())))) {
      return true;
    }
    return isWholeParagraph(linked)
        && !words.hasGap(first, Words.GAP_COLON)
        && paragraph - discourse.lastParagraph() <= 1;
  }

  /** Whose words are those that nothing reports, and that have no source; or null. */
  private Speaker unreported(Linker.Linked linked) {
    if (linked.cue() >= 0 || linked.verbatim() || !isWholeParagraph(linked)) {
      return null;
    }
    Speaker introduced = introduced(linked);
    return introduced == null && isOnlyVoice(linked.first()) ? discourse.last() : introduced;
  }

  /** Whether the person who spoke last, shortly before a word, is the only one named since. */
  private boolean isOnlyVoice(int word) {
    Speaker last = discourse.last();
    if (last == null
        || last.name() == null
        || words.paragraph(word) - discourse.lastParagraph() > PARAGRAPHS_BACK) {
      return false;
    }
    for (Names.At at : names.all()) {
      boolean since = at.first() < word && words.paragraph(at.first()) >= discourse.lastParagraph();
      boolean another = !names.entity(at.entity()).id().equals(last.entityId());
      if (since && another && names.isPerson(at.entity())) {
        return false;
      }
    }
    return true;
  }

  /**
   * The one person that the paragraph before names, where that reports nothing and a paragraph all
   * in marks follows it with nothing to report it; or null.
   */
  private Speaker introduced(Linker.Linked linked) {
    int first = linked.first();
    int paragraph = words.paragraph(first);
    if (discourse.last() != null && discourse.lastParagraph() == paragraph - 1) {
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
    discourse.mentionedIn(words.sentence(linked.last() - 1));
    Phrase mention = new Phrase(found.first(), found.last(), Speaker.Kind.NAME);
    return named(mention, Speaker.Kind.NAME, discourse.remember(found.entity()));
  }

  private boolean isWholeParagraph(Linker.Linked linked) {
    int first = linked.first();
    return words.depth(first) > 0
        && words.hasGap(first, Words.GAP_PARAGRAPH)
        && words.hasGap(linked.last(), Words.GAP_PARAGRAPH);
  }

  private Speaker speaker(Phrase source) {
    int entity = isOffice(source) ? -1 : names.entityOf(words, source);
    Speaker.Kind kind = source.kind();
    if (kind == Speaker.Kind.PRONOUN) {
      if (pronouns.isNameless(source)) {
        Phrase nameless = discourse.nameless();
        return new Speaker(
            mention(source), kind, null, role(nameless), affiliation(nameless), null);
      }
      return named(source, kind, discourse.remember(pronouns.find(source)));
    }
    int owner = ownerOfWords(source);
    if (owner >= 0) {
      return named(source, Speaker.Kind.NAME, discourse.remember(owner));
    }
    if (!names.isPerson(entity)) {
      int holder = appositions.holderAfter(source);
      if (holder >= 0) {
        return named(source, Speaker.Kind.NAME, discourse.remember(holder));
      }
    }
    if (entity >= 0) {
      boolean person = names.isPerson(entity);
      boolean isName = words.isCapitalised(source.head());
      Speaker.Kind found =
          person ? isName ? Speaker.Kind.NAME : Speaker.Kind.NOMINAL : bodyKind(entity, kind);
      return named(source, found, discourse.remember(entity));
    }
    boolean isTitle = false;
    if (kind == Speaker.Kind.NAME) {
      int surnamed = names.bySurname(words.lower(source.head()));
      if (surnamed >= 0) {
        return named(source, kind, discourse.remember(surnamed));
      }
      isTitle = Nominals.hasRole(words, source.head());
      if (!isTitle) {
        discourse.nobody(source);
        return new Speaker(mention(source), kind, ownName(source), null, null, null);
      }
      kind = Speaker.Kind.NOMINAL;
    }
    if (isTitle || descriptions.isDefinite(source)) {
      int body = bodies.find(source, discourse.lastSpeaker(), discourse.lastSentence());
      if (body >= 0) {
        return named(source, Speaker.Kind.GROUP, discourse.remember(body));
      }
      int holder = kind == Speaker.Kind.NOMINAL ? descriptions.find(source) : -1;
      if (holder >= 0) {
        return named(source, kind, discourse.remember(holder));
      }
    }
    discourse.nobody(source);
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

  /** Whether what looks like the name of a body is somebody's office: "The South Valley MP". */
  private boolean isOffice(Phrase source) {
    return Nominals.hasRole(words, source.head())
        && words.isAllCapitals(source.head())
        && !names.isPerson(names.entityOf(words, source));
  }

  /** Whose words a source is: "in Marr's words"; -1 for none. */
  private int ownerOfWords(Phrase source) {
    int owned = source.head() - 1;
    boolean isOwned =
        owned > source.first()
            && words.is(source.head(), "words")
            && words.is(owned, WordClass.POSSESSIVE_S);
    return isOwned ? names.entityAt(owned - 1) : -1;
  }

  private Speaker.Kind bodyKind(int entity, Speaker.Kind kind) {
    EntityType type = names.entity(entity).type();
    return kind == Speaker.Kind.DOCUMENT || type == EntityType.PRODUCT
        ? Speaker.Kind.DOCUMENT
        : Speaker.Kind.GROUP;
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
