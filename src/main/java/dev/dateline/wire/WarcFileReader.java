package dev.dateline.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * A WARC file of news pages, plain or by gzip members: an item for each response that is a page
 * with an article. What one page does wrong costs no other.
 */
final class WarcFileReader implements WireReader {

  static final String FORMAT = "warc";

  private static final int LARGEST_PAGE = 8 << 20;
  private static final long MOST_UNPACKED = 256L << 20;

  private final HtmlReader pages = new HtmlReader();

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public int recognise(WireInput input) {
    byte[] bytes = input.bytes();
    boolean plain = startsWith(bytes, "WARC/");
    boolean packed = bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    return plain ? 95 : packed ? 60 : 0;
  }

  private static boolean startsWith(byte[] bytes, String ascii) {
    byte[] start = ascii.getBytes(StandardCharsets.US_ASCII);
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  @Override
  public List<WireItem> read(WireInput input) throws WireException {
    List<WireItem> items = new ArrayList<>();
    int responses = 0;
    long unpacked = 0;
    try (WarcReader warc =
        new WarcReader(Channels.newChannel(new ByteArrayInputStream(input.bytes())))) {
      for (WarcRecord record : warc) {
        if (record instanceof WarcResponse response && isPage(response)) {
          responses++;
          byte[] page = response.http().body().stream().readNBytes(LARGEST_PAGE);
          unpacked += page.length;
          if (unpacked > MOST_UNPACKED) {
            throw new WireException(
                "WARC with more than " + MOST_UNPACKED + " bytes of pages", items);
          }
          add(page, response, input, items);
        }
      }
    } catch (IOException | RuntimeException e) {
      throw new WireException("WARC is damaged or cut short: " + e.getMessage(), items);
    }
    if (items.isEmpty()) {
      throw new WireException("WARC without an article in its " + responses + " pages");
    }
    return items;
  }

  private static boolean isPage(WarcResponse response) throws IOException {
    MediaType type = response.http().contentType();
    return response.http().status() == 200 && type.base().toString().contains("html");
  }

  private void add(byte[] page, WarcResponse response, WireInput input, List<WireItem> items)
      throws IOException {
    WireInput one =
        WireInput.of(page, input.source())
            .withUri(response.target())
            .withContentType(response.http().contentType().toString());
    try {
      items.addAll(pages.read(one));
    } catch (WireException e) {
      // A front page, an error page: most pages of a crawl hold no article.
    }
  }
}
