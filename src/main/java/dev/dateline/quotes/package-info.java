/**
 * Who said what: quotation marks, cues, the spans of direct, mixed and indirect speech, speakers
 * and the names they resolve to.
 *
 * <p>Belongs here: everything about reported speech. Does not: names as such (package {@code
 * entities}).
 */
package dev.dateline.quotes;
