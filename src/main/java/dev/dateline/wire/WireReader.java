package dev.dateline.wire;

import java.util.List;

/**
 * Reads one wire format. Implementations are stateless and safe from any number of threads; they
 * read nothing but the bytes they are given.
 */
public interface WireReader {

  /** Short name of the format, as used in a format hint: {@code ninjs}, {@code html}. */
  String format();

  /**
   * How sure this reader is that the bytes are its own: 0 not at all, 100 beyond doubt. Looks at
   * the content first, at the media type where the content leaves it open, never at a file name.
   * Cheap: reads no more than the first few kilobytes. Never throws.
   */
  int recognise(WireInput input);

  /**
   * The items in the bytes, in order; at least one.
   *
   * @throws WireException where they are no such format, are damaged, or hold no item
   */
  List<WireItem> read(WireInput input) throws WireException;
}
