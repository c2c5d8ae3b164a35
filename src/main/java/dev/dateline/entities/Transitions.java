package dev.dateline.entities;

/** Kinds of tokens for which the model has scores of label pairs of their own. */
final class Transitions {

  static final int KINDS = 15;

  private static final int OF = "of".hashCode();
  private static final int THE = "the".hashCode();
  private static final int AND = "and".hashCode();
  private static final int AMPERSAND = "&".hashCode();
  private static final int HYPHEN = "-".hashCode();
  private static final int COMMA = ",".hashCode();
  private static final int FOR = "for".hashCode();

  private Transitions() {}

  static int kind(Form form) {
    int lower = form.lower;
    return switch (form.kind) {
      case Form.CAPITALISED -> 1;
      case Form.ALL_UPPER, Form.MIXED -> 2;
      case Form.INITIAL -> 3;
      case Form.NUMBER -> 4;
      case Form.POSSESSIVE -> 5;
      case Form.QUOTE_MARK -> 6;
      case Form.PUNCTUATION ->
          lower == HYPHEN ? 7 : lower == COMMA ? 8 : lower == AMPERSAND ? 9 : 10;
      default ->
          lower == OF || lower == FOR
              ? 11
              : lower == THE ? 12 : lower == AND ? 9 : form.is(Lexicon.PARTICLE) ? 13 : 0;
    };
  }
}
