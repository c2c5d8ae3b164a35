package dev.dateline.entities;

import dev.dateline.text.Document;

/**
 * What the whole article shows of a word, whichever occurrence is looked at: that it also stands in
 * small letters, follows a title, is followed by a verb of speech, and so on (after Chieu and Ng,
 * 2003).
 */
final class Evidence {

  static final int SMALL = 1;
  static final int CAPITAL_INSIDE = 1 << 1;
  static final int AFTER_TITLE = 1 << 2;
  static final int BEFORE_SPEECH = 1 << 3;
  static final int AFTER_GIVEN_NAME = 1 << 4;
  static final int AFTER_PLACE_PREPOSITION = 1 << 5;
  static final int IN_BRACKETS = 1 << 6;
  static final int BEFORE_POSSESSIVE = 1 << 7;
  static final int AFTER_THE = 1 << 8;
  static final int LAST_OF_RUN = 1 << 9;
  static final int ALONE = 1 << 10;

  /** Number of kinds of evidence. */
  static final int COUNT = 11;

  private static final int IN = "in".hashCode();
  private static final int FROM = "from".hashCode();
  private static final int NEAR = "near".hashCode();
  private static final int THE = "the".hashCode();
  private static final int BRACKET = "(".hashCode();

  private final CapitalWords words;

  /** By number of the word. */
  private final int[] found;

  private Evidence(CapitalWords words, int[] found) {
    this.words = words;
    this.found = found;
  }

  static Evidence of(Document document, Form[] forms, CapitalWords words) {
    int[] found = new int[words.count()];
    for (int sentence = 0; sentence < document.sentenceCount(); sentence++) {
      int first = document.sentenceFirst(sentence);
      int last = document.sentenceLast(sentence);
      for (int i = first; i < last; i++) {
        int word = words.at(i);
        if (word == CapitalWords.NONE) {
          continue;
        }
        if (forms[i].hasCapital()) {
          found[word] |=
              around(
                  i == first ? Form.EDGE : forms[i - 1], i + 1 == last ? Form.EDGE : forms[i + 1]);
        } else if (forms[i].length > 2) {
          found[word] |= SMALL;
        }
      }
    }
    return new Evidence(words, found);
  }

  private static int around(Form before, Form after) {
    int bits = 0;
    if (before.kind == Form.LOWER) {
      bits |= CAPITAL_INSIDE;
    }
    if (before.is(Lexicon.HONORIFIC | Lexicon.TITLE)) {
      bits |= AFTER_TITLE;
    }
    if (after.kind == Form.LOWER && after.is(Lexicon.SPEECH)) {
      bits |= BEFORE_SPEECH;
    }
    if (before.kind == Form.CAPITALISED && before.is(Lexicon.ANY_GIVEN)) {
      bits |= AFTER_GIVEN_NAME;
    }
    if (before.lower == IN || before.lower == FROM || before.lower == NEAR) {
      bits |= AFTER_PLACE_PREPOSITION;
    }
    if (before.lower == THE) {
      bits |= AFTER_THE;
    }
    if (before.lower == BRACKET) {
      bits |= IN_BRACKETS;
    }
    if (after.kind == Form.POSSESSIVE) {
      bits |= BEFORE_POSSESSIVE;
    }
    boolean starts = !before.hasCapital();
    boolean ends = !after.hasCapital();
    if (!starts && ends) {
      bits |= LAST_OF_RUN;
    }
    if (starts && ends) {
      bits |= ALONE;
    }
    return bits;
  }

  /** What is known of the word at a token that has a capital. */
  int at(int token) {
    return found[words.at(token)];
  }
}
