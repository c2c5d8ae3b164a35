package dev.dateline.entities;

/**
 * A name found in a document.
 *
 * @param first its first token
 * @param last one past its last token
 * @param type index into {@link Labels#TYPES}
 */
record NameSpan(int first, int last, int type) {}
