/**
 * The rule language and its matcher.
 *
 * <p>Belongs here: standing queries: parsing, compiling, matching against an enriched item. Does
 * not: when and how often a match becomes an alert (package {@code stream}).
 */
package dev.dateline.rules;
