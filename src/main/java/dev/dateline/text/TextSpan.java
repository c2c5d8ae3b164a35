package dev.dateline.text;

/**
 * A span with the words it cuts out.
 *
 * @param text exactly the words of {@code span}
 * @param span where they stand
 */
public record TextSpan(String text, Span span) {}
