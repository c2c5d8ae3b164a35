/**
 * From a {@link dev.dateline.wire.WireItem} to a clean {@link dev.dateline.article.Article}.
 *
 * <p>Belongs here: what tells an article's text from the furniture around it; headline, dateline,
 * byline, language, sections. Does not: reading formats (package {@code wire}), finding names or
 * quotes.
 */
package dev.dateline.article;
