package dev.dateline.ingest;

import java.net.URI;
import java.util.Locale;

/**
 * A feed to poll.
 *
 * @param uri its address
 * @param source name of the feed or agency its items are from
 */
public record Feed(URI uri, String source) {

  /** A feed whose source goes by the name of its host, unless it is given. */
  static Feed of(URI uri, String source) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return new Feed(
        uri, source == null || source.isBlank() ? host.replaceFirst("^www\\.", "") : source);
  }
}
