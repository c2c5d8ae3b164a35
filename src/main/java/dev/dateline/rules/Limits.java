package dev.dateline.rules;

/** Bounds on a query, so that none can cost much more than another. */
final class Limits {

  /** Longest query, in UTF-16 characters. */
  static final int LENGTH = 16_384;

  /** Most words, phrases and ranges in a query. */
  static final int CLAUSES = 400;

  /** Most words with a wildcard or a fuzzy mark in a query. */
  static final int PATTERNS = 24;

  /** Most words in a phrase. */
  static final int PHRASE = 24;

  /** Deepest nesting of parentheses. */
  static final int DEPTH = 24;

  /** Letters that must stand before the first wildcard. */
  static final int WILDCARD_PREFIX = 3;

  /** Shortest word that may be fuzzy. */
  static final int FUZZY_LENGTH = 4;

  /** Letters of a fuzzy word that must be right. */
  static final int FUZZY_PREFIX = 1;

  /** Longest distance of NEAR and of a phrase. */
  static final int DISTANCE = 100;

  private Limits() {}
}
