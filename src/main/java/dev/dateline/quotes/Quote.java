package dev.dateline.quotes;

import dev.dateline.text.Span;
import dev.dateline.text.TextSpan;
import java.util.List;

/**
 * Words attributed to somebody. Immutable.
 *
 * @param id 128 bits of SHA-256, in hex, over item id, white-space-normalised text and occurrence
 * @param kind how the words are reported
 * @param text the spans joined with one space, or a blank line between paragraphs; the outer marks
 *     of a DIRECT quote left off
 * @param spans one for each contiguous part, in order; at least one
 * @param verbatim the stretches inside quotation marks, in order
 * @param cue the words that mark it as said, or null
 * @param speaker who said it, or null where the text gives nobody
 * @param jointWith further speakers of a joint statement
 * @param addressee whom it was said to, or null
 * @param stance what the speaker does with the words
 * @param medium speech, interview, statement, post, document or court; or null
 * @param via who relayed it, or null
 * @param said when it was said, or null
 * @param nestedIn id of the quote that contains this one, or null
 * @param section heading of the section it stands in, or null
 * @param sectionId id of that section, or null
 * @param sentence the sentence or sentences around it
 * @param confidence how sure it is that words and speaker are right, 0 to 1
 */
public record Quote(
    String id,
    QuoteKind kind,
    String text,
    List<Span> spans,
    List<Span> verbatim,
    TextSpan cue,
    Speaker speaker,
    List<Speaker> jointWith,
    TextSpan addressee,
    Stance stance,
    String medium,
    TextSpan via,
    Said said,
    String nestedIn,
    String section,
    String sectionId,
    TextSpan sentence,
    double confidence) {

  public Quote {
    spans = List.copyOf(spans);
    verbatim = List.copyOf(verbatim);
    jointWith = List.copyOf(jointWith);
  }
}
