package dev.dateline.article;

/**
 * Something taken out of an item's text.
 *
 * @param reason why, in lower case with hyphens: {@code disclaimer}, {@code source-line}
 * @param text the words taken out
 */
public record Removed(String reason, String text) {}
