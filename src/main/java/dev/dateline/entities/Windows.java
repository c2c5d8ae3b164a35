package dev.dateline.entities;

/**
 * The stretches of a sentence in which names may stand: around capitals and list entries. All other
 * tokens are outside any name, undecoded.
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

  private static boolean isCandidate(Form form) {
    return form.hasCapital()
        || form.kind == Form.LOWER
            && form.is(Lexicon.PARTICLE | Lexicon.DEMONYM | Lexicon.GROUP_HEAD)
            && form.length > 1;
  }
}
