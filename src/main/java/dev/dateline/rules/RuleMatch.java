package dev.dateline.rules;

import dev.dateline.text.TextSpan;
import java.util.List;

/**
 * One match of a rule in an item: enough to act on without looking the item up. Immutable.
 *
 * @param ruleId the rule
 * @param query its query
 * @param matchedOn what matched: see {@link RuleMatcher#match}
 * @param matchedId id of the quote or section that matched, or null for an article
 * @param section heading of the section matched in, or null outside sections
 * @param speaker name of the speaker where a quote matched, or null where unnamed
 * @param terms the words that matched, in order of text, without overlaps; spans in code points of
 *     the article's text; empty where only fields without a place in the text matched
 * @param snippet the words around the first match, matched words between {@code **} and {@code **}
 * @param score how much of the document the matches make up, 0 to 1: see {@link RuleMatcher#match}
 */
public record RuleMatch(
    String ruleId,
    String query,
    MatchedOn matchedOn,
    String matchedId,
    String section,
    String speaker,
    List<TextSpan> terms,
    String snippet,
    double score) {

  public RuleMatch {
    terms = List.copyOf(terms);
  }
}
