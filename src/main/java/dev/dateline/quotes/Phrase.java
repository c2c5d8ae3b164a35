package dev.dateline.quotes;

/**
 * A noun phrase that may name a speaker, in {@link Words}.
 *
 * @param first its first word
 * @param last one past its last word
 * @param kind what sort of mention it would be
 */
record Phrase(int first, int last, Speaker.Kind kind) {

  /** The word that the phrase is about: its last. */
  int head() {
    return last - 1;
  }
}
