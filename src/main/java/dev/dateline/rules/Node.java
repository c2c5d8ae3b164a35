package dev.dateline.rules;

import java.util.List;

/**
 * The syntax tree of a query. Columns count from 1. Immutable.
 *
 * <p>Leaves carry the field they are looked for in, so that a group's field needs no node.
 */
sealed interface Node {

  int column();

  /** All of them. */
  record And(List<Node> parts, int column) implements Node {}

  /** Any of them. */
  record Or(List<Node> parts, int column) implements Node {}

  /** All but what matches it. */
  record Not(Node part, int column) implements Node {}

  /** At least so many of them. */
  record AtLeast(int count, List<Node> parts, int column) implements Node {}

  /** Words near one another, in any order, with no more than so many words between. */
  record Near(Node left, Node right, int distance, int column) implements Node {}

  /**
   * One or more words that follow one another.
   *
   * @param words in order; at least one
   * @param distance how many other words may stand among them, which then may stand in any order;
   *     0: as written
   * @param value the whole as written, for fields that are compared as a whole
   */
  record Words(Field field, List<Word> words, int distance, String value, int column)
      implements Node {}

  /** A range of numbers or of times in epoch milliseconds, bounds included. */
  record Range(Field field, double from, double to, int column) implements Node {}

  /** What the query is to be matched against. */
  record In(Scope scope, int column) implements Node {}

  /**
   * One word.
   *
   * @param text as written, escapes resolved
   * @param form how it is compared
   */
  record Word(String text, Form form) {

    enum Form {
      /** Inflections match, whatever the case. */
      PLAIN,
      /** No inflections; the case counts where it has a capital. */
      EXACT,
      /** {@code *} stands for any letters. */
      PREFIX,
      /** {@code *} and {@code ?} stand for any letters, and for one. */
      WILDCARD,
      /** Any value at all. */
      ANY,
      /** One letter may be wrong. */
      FUZZY_1,
      /** Two letters may be wrong. */
      FUZZY_2;

      boolean isPattern() {
        return compareTo(PREFIX) >= 0 && this != ANY;
      }
    }
  }
}
