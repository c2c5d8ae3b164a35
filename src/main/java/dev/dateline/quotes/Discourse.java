package dev.dateline.quotes;

import dev.dateline.entities.Entity;

/** Who has spoken so far in an article, and where. Not thread-safe. */
final class Discourse {

  /** What having spoken last weighs, less what sentences since take off. */
  private static final double LAST = 1.8;

  private final Words words;
  private final Names names;

  /** The speaker of the last words that were reported, or null. */
  private Speaker last;

  private int lastParagraph = -9;

  /** The entity that spoke last; -1 where that has no name. */
  private int lastSpeaker = -1;

  private int lastSentence = -1;

  /** Who spoke last where that is a person without a name, or null. */
  private Phrase nameless;

  /** For each entity, the gender that pronouns told against its name; null for most. */
  private final Entity.Gender[] corrected;

  Discourse(Words words, Names names) {
    this.words = words;
    this.names = names;
    this.corrected = new Entity.Gender[names.count()];
  }

  Speaker last() {
    return last;
  }

  /** The paragraph in which the last words ended that were reported. */
  int lastParagraph() {
    return lastParagraph;
  }

  int lastSpeaker() {
    return lastSpeaker;
  }

  int lastSentence() {
    return lastSentence;
  }

  /** What it weighs in a sentence that an entity spoke last; 0 of others. */
  double recency(int entity, int sentence) {
    return entity == lastSpeaker ? Math.max(0, LAST - 0.3 * (sentence - lastSentence)) : 0;
  }

  Phrase nameless() {
    return nameless;
  }

  /** Notes whose words were reported. */
  void spoke(Linker.Linked linked, Speaker speaker) {
    last = speaker;
    lastSentence = Math.max(lastSentence, words.sentence(linked.last() - 1));
    lastParagraph = words.paragraph(linked.last() - 1);
  }

  /** Notes that the last speaker's words went on. */
  void wentOn(Linker.Linked linked) {
    lastSentence = words.sentence(linked.last() - 1);
    lastParagraph = words.paragraph(linked.last() - 1);
  }

  /** Notes where a speaker was mentioned. */
  void mentionedIn(int sentence) {
    lastSentence = sentence;
  }

  /** Notes which entity a source stands for, or that it stands for none (-1); answers it. */
  int remember(int entity) {
    lastSpeaker = entity;
    nameless = null;
    return entity;
  }

  /** Notes that somebody spoke who has no name. */
  void nobody(Phrase source) {
    lastSpeaker = -1;
    boolean person =
        source.kind() == Speaker.Kind.NOMINAL && Nominals.isPerson(words, source.head());
    nameless = person ? source : null;
  }

  Entity.Gender gender(int entity) {
    return corrected[entity] != null ? corrected[entity] : names.entity(entity).gender();
  }

  void correct(int entity, Entity.Gender gender) {
    corrected[entity] = gender;
  }
}
