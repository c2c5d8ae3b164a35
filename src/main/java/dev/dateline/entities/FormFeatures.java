package dev.dateline.entities;

/**
 * Features that follow from one word form and its place relative to the token in question. Their
 * weights are added up once a form, not once a token.
 */
final class FormFeatures {

  private static final int AFFIX = 5;

  private FormFeatures() {}

  /** Adds the features of {@code form} at {@code position}, -2 to 2. */
  static void add(Form form, int position, FeatureBuffer out) {
    int base = (position + 2) * 32;
    out.add(base, form.lower);
    out.add(base + 1, form.shape);
    out.add(base + 2, form.kind);
    if (form.wordClass != 0) {
      out.add(base + 3, form.fineClass());
    }
    if (form.coarseClass() != 0) {
      out.add(base + 4, form.coarseClass());
    }
    int flags = form.entry & ((1 << Lexicon.FLAGS) - 1);
    if (form.kind == Form.LOWER || position == 0 || Math.abs(position) == 1) {
      out.add(base + 5, form.sense(), form.kind);
    }
    for (int bits = flags; bits != 0; bits &= bits - 1) {
      out.add(base + 6, Integer.numberOfTrailingZeros(bits), form.kind);
    }
    if (Math.abs(position) == 2) {
      return;
    }
    out.add(base + 7, flags, form.kind);
    suffix(form, 3, base + 8, out);
    if (position != 0) {
      return;
    }
    out.add(base + 12, form.hash);
    out.add(base + 13, form.kind, form.text.length());
    out.add(base + 14, form.fineClass(), flags & ~Lexicon.SPEECH);
    int prefix = 0;
    for (int i = 0; i < AFFIX && i < form.text.length(); i++) {
      prefix = 31 * prefix + Character.toLowerCase(form.text.charAt(i));
      if (i > 0) {
        out.add(base + 15 + i, prefix, form.kind);
      }
    }
    for (int length = 1; length <= AFFIX; length++) {
      suffix(form, length, base + 20 + length, out);
    }
    gramsOf(form, base + 27, out);
  }

  /** The scores of a form at all positions: five limited rows of {@link Lanes}. */
  static long[] scores(Form form, NameModel model, FeatureBuffer buffer) {
    long[] scores = new long[5 * Lanes.ROW];
    for (int position = -2; position <= 2; position++) {
      int row = (position + 2) * Lanes.ROW;
      buffer.clear();
      add(form, position, buffer);
      model.score(buffer, scores, row);
      Lanes.limit(scores, row);
    }
    return scores;
  }

  private static void suffix(Form form, int length, int template, FeatureBuffer out) {
    int size = form.text.length();
    if (size <= length) {
      return;
    }
    int hash = 0;
    for (int i = size - length; i < size; i++) {
      hash = 31 * hash + Character.toLowerCase(form.text.charAt(i));
    }
    out.add(template, hash, form.kind);
  }

  /** Runs of three letters inside a capitalised word: they tell the language of a name. */
  private static void gramsOf(Form form, int template, FeatureBuffer out) {
    if (!form.hasCapital()) {
      return;
    }
    for (int i = 1; i + 3 < form.text.length(); i++) {
      int hash = 0;
      for (int j = i; j < i + 3; j++) {
        hash = 31 * hash + Character.toLowerCase(form.text.charAt(j));
      }
      out.add(template, hash);
    }
  }
}
