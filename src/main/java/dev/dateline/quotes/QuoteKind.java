package dev.dateline.quotes;

/** How words are reported. */
public enum QuoteKind {
  /** The speaker's own words in quotation marks. */
  DIRECT,
  /** A reported clause with words in quotation marks. */
  MIXED,
  /** A reported clause without marks. */
  INDIRECT
}
