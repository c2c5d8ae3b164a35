package dev.dateline.ingest;

import dev.dateline.wire.WireInput;
import java.io.IOException;
import java.net.URI;

/**
 * A page or feed on the web.
 *
 * @param uri its address
 * @param source name of the feed or agency, or null for the host's name
 * @param format name of the reader to use, or null to detect it
 * @param fetcher fetches it
 */
record PageInput(URI uri, String source, String format, Fetcher fetcher) implements Input {

  @Override
  public String name() {
    return uri.toString();
  }

  @Override
  public WireInput read() throws IOException, RefusedException, InterruptedException {
    Fetcher.Page page = fetcher.fetch(uri);
    String from = source == null ? uri.getHost().replaceFirst("^www\\.", "") : source;
    return new WireInput(
        page.bytes(), from, page.contentType(), format, page.uri().toString(), page.headers());
  }
}
