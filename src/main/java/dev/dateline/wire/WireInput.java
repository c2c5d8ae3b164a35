package dev.dateline.wire;

import java.time.Instant;
import java.util.Map;

/**
 * Bytes as a provider sent them, with what the transport said of them.
 *
 * @param bytes the bytes exactly as received; not copied, not to be changed
 * @param source name of the feed or agency, never empty
 * @param contentType media type with charset, or null
 * @param format name of the {@link WireReader} to use, or null to detect it
 * @param uri file or URL it was read from, or null
 * @param headers headers of the transport, by name in lower case
 * @param received when it was received, or null where that is not known
 */
public record WireInput(
    byte[] bytes,
    String source,
    String contentType,
    String format,
    String uri,
    Map<String, String> headers,
    Instant received) {

  /** An input of which nobody knows when it was received. */
  public WireInput(
      byte[] bytes,
      String source,
      String contentType,
      String format,
      String uri,
      Map<String, String> headers) {
    this(bytes, source, contentType, format, uri, headers, null);
  }

  public WireInput {
    if (source == null || source.isBlank()) {
      throw new IllegalArgumentException("a wire input needs a source");
    }
    headers = Map.copyOf(headers);
  }

  public static WireInput of(byte[] bytes, String source) {
    return new WireInput(bytes, source, null, null, null, Map.of());
  }

  WireInput withBytes(byte[] bytes) {
    return new WireInput(bytes, source, contentType, format, uri, headers, received);
  }

  public WireInput withUri(String uri) {
    return new WireInput(bytes, source, contentType, format, uri, headers, received);
  }

  public WireInput withContentType(String contentType) {
    return new WireInput(bytes, source, contentType, format, uri, headers, received);
  }

  public WireInput withFormat(String format) {
    return new WireInput(bytes, source, contentType, format, uri, headers, received);
  }

  public WireInput withReceived(Instant received) {
    return new WireInput(bytes, source, contentType, format, uri, headers, received);
  }
}
