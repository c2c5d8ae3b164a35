package dev.dateline.entities;

/**
 * The stretches of a sentence in which names may stand: around capitals and list entries. All other
 * tokens are outside any name, undecoded. Stateless.
 */
final class Windows {

  private Windows() {}

  /** Marks in {@code inside} which tokens {@code [first, last)} to decode. */
  static void mark(Form[] forms, int first, int last, boolean[] inside) {
    for (int i = first; i < last; i++) {
      inside[i] = false;
    }
    for (int i = first; i < last; i++) {
      if (isCandidate(forms[i])) {
        inside[i] = true;
        if (i > first) {
          inside[i - 1] = true;
        }
        if (i + 1 < last) {
          inside[i + 1] = true;
        }
        if (i + 2 < last && forms[i + 1].is("-") && forms[i + 2].kind == Form.LOWER) {
          inside[i + 2] = true; // "Kang Min-jae"
        }
      }
    }
    for (int i = first; i < last; i++) {
      if (forms[i].kind == Form.PUNCTUATION && forms[i].is(":")) {
        inside[i] = false; // "Marr: Brandt must go" has two names
      }
    }
  }

  /**
   * Takes out of windows what is outside any name beyond doubt, so that the model need not be
   * asked: "The" and "I" alone among small letters, a word before the first capital, a comma behind
   * the last.
   *
   * @param inside as {@link #mark} left it
   * @param taken receives which tokens were taken out
   */
  static void trim(Form[] forms, int first, int last, boolean[] inside, boolean[] taken) {
    for (int start = first; start < last; start++) {
      if (inside[start]) {
        int end = start + 1;
        while (end < last && inside[end]) {
          end++;
        }
        trimOne(forms, start, end, inside, taken);
        start = end;
      }
    }
  }

  private static void trimOne(
      Form[] forms, int first, int last, boolean[] inside, boolean[] taken) {
    boolean none = isSmallWordAlone(forms, first, last);
    int start = first;
    while (start < last && (none || isBefore(forms[start]))) {
      take(start++, inside, taken);
    }
    int end = last;
    while (end > start && isBehind(forms[end - 1]) && !forms[end - 2].is("-")) {
      take(--end, inside, taken);
    }
  }

  private static void take(int token, boolean[] inside, boolean[] taken) {
    inside[token] = false;
    taken[token] = true;
  }

  /** A window for the sake of one capital, of a word that no name alone is made of. */
  private static boolean isSmallWordAlone(Form[] forms, int first, int last) {
    if (last - first > 3) {
      return false;
    }
    for (int i = first; i < last; i++) {
      boolean written = forms[i].kind == Form.CAPITALISED || forms[i].kind == Form.INITIAL;
      if (isCandidate(forms[i]) && !(forms[i].small && written) || forms[i].is("-")) {
        return false; // "WHO" is a body
      }
    }
    return true;
  }

  /** Whether no name begins with it; of words in small letters, those that are known. */
  private static boolean isBefore(Form form) {
    return switch (form.kind) {
      case Form.LOWER ->
          !isCandidate(form) && (form.small || form.sense() != 0 && !form.is(Lexicon.COMPASS));
      case Form.PUNCTUATION -> !form.is("(") && !form.is("[");
      case Form.POSSESSIVE, Form.QUOTE_MARK -> true;
      default -> false;
    };
  }

  /** Whether no name ends with it. */
  private static boolean isBehind(Form form) {
    return switch (form.kind) {
      case Form.LOWER -> !isCandidate(form) && (form.small || form.is(Lexicon.SPEECH));
      case Form.PUNCTUATION -> form.length == 1 && ",.;?!".indexOf(form.text.charAt(0)) >= 0;
      case Form.QUOTE_MARK -> true;
      default -> false;
    };
  }

  private static boolean isCandidate(Form form) {
    return form.hasCapital()
        || form.kind == Form.LOWER
            && form.is(Lexicon.PARTICLE | Lexicon.DEMONYM | Lexicon.GROUP_HEAD)
            && form.length > 1;
  }
}
