package dev.dateline.entities;

import java.util.List;

/**
 * Labels of tokens: outside, or a type with its part (begin, inside, last, unit). Label 0 is
 * outside.
 */
final class Labels {

  /** Types the model tells apart, finer than {@link EntityType}. */
  static final List<String> TYPES =
      List.of("PERSON", "ORGANISATION", "PLACE", "FACILITY", "GROUP", "MISC", "PRODUCT");

  static final int PERSON = 0;
  static final int ORGANISATION = 1;
  static final int PLACE = 2;
  static final int FACILITY = 3;
  static final int GROUP = 4;
  static final int MISC = 5;
  static final int PRODUCT = 6;

  static final int OUTSIDE = 0;
  private static final int BEGIN = 0;
  private static final int INSIDE = 1;
  private static final int LAST = 2;
  private static final int UNIT = 3;
  private static final int PARTS = 4;

  static final int COUNT = 1 + TYPES.size() * PARTS;

  /** Length of a row of scores: {@link #COUNT}, rounded up to what a processor adds at once. */
  static final int STRIDE = 32;

  private static final boolean[][] ALLOWED = new boolean[COUNT][COUNT];

  static {
    for (int from = 0; from < COUNT; from++) {
      for (int to = 0; to < COUNT; to++) {
        boolean open = from != OUTSIDE && (part(from) == BEGIN || part(from) == INSIDE);
        boolean continues = to != OUTSIDE && (part(to) == INSIDE || part(to) == LAST);
        ALLOWED[from][to] = open ? continues && type(from) == type(to) : !continues;
      }
    }
  }

  private Labels() {}

  static int type(int label) {
    return (label - 1) / PARTS;
  }

  private static int part(int label) {
    return (label - 1) % PARTS;
  }

  /** Whether a label may follow another in one sentence; a sentence starts and ends outside. */
  static boolean mayFollow(int from, int to) {
    return ALLOWED[from][to];
  }

  static boolean begins(int label) {
    return label != OUTSIDE && (part(label) == BEGIN || part(label) == UNIT);
  }

  static boolean ends(int label) {
    return label != OUTSIDE && (part(label) == LAST || part(label) == UNIT);
  }

  /** The label of the token at {@code index} of a name of {@code length} tokens. */
  static int of(int type, int index, int length) {
    int part = length == 1 ? UNIT : index == 0 ? BEGIN : index == length - 1 ? LAST : INSIDE;
    return 1 + type * PARTS + part;
  }
}
