/**
 * Text as such: spans and code-point offsets, normalisation, paragraphs, sentences, tokens.
 *
 * <p>Belongs here: whatever is true of any running text. Does not: anything that knows of articles,
 * names or quotes. Uses no other package.
 */
package dev.dateline.text;
