package dev.dateline.wire;

import java.util.List;

/**
 * Plain text. Its paragraphs become blocks, and no more is said of them: what is a headline, a
 * byline or a heading is for the cleaner to tell.
 */
final class PlainTextReader implements WireReader {

  static final String FORMAT = "text";

  @Override
  public String format() {
    return FORMAT;
  }

  /** Anything may be plain text: the last resort. */
  @Override
  public int recognise(WireInput input) {
    return 1;
  }

  @Override
  public List<WireItem> read(WireInput input) throws WireException {
    String text = TextDecoder.decode(input.bytes(), input.contentType());
    WireItem.Builder item = WireItem.builder(input.source()).format(format());
    Typesetting.add(text, item);
    WireItem read = item.build();
    if (read.body().isEmpty()) {
      throw new WireException("no text");
    }
    return List.of(read);
  }
}
