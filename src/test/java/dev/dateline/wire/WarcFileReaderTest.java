package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class WarcFileReaderTest {

  private static final String TEXT =
      "<p>A ferry with forty people on board sank off Tessaly on Monday, the coast guard said, and"
          + " divers went down to look for those who were missing in the cold water.</p>";

  @Test
  void readsThePagesThatHoldAnArticle() throws WireException {
    byte[] warc =
        bytes(
            response("https://courier.example/1", "200 OK", page("Ferry sinks"))
                + response("https://courier.example/2", "404 Not Found", page("Not found"))
                + response("https://courier.example/3", "200 OK", page("Divers go down")));
    List<WireItem> items = read(warc);
    assertThat(items)
        .extracting(WireItem::headline)
        .containsExactly("Ferry sinks", "Divers go down");
    assertThat(items).extracting(WireItem::url).contains("https://courier.example/1");
    assertThat(items).extracting(WireItem::format).containsOnly("html");
  }

  @Test
  void readsGzipMembers() throws WireException, IOException {
    byte[] warc = gzip(response("https://courier.example/1", "200 OK", page("Ferry sinks")));
    assertThat(read(warc)).extracting(WireItem::headline).containsExactly("Ferry sinks");
  }

  @Test
  void keepsWhatStandsBeforeTheDamage() {
    byte[] whole =
        bytes(
            response("https://courier.example/1", "200 OK", page("Ferry sinks"))
                + response("https://courier.example/2", "200 OK", page("Divers")));
    byte[] cut = Arrays.copyOf(whole, whole.length - 200);
    assertThatThrownBy(() -> read(cut))
        .isInstanceOfSatisfying(
            WireException.class,
            e -> assertThat(e.items()).extracting(WireItem::headline).contains("Ferry sinks"));
  }

  private static List<WireItem> read(byte[] warc) throws WireException {
    return WireReaders.standard().read(WireInput.of(warc, "courier"));
  }

  private static String page(String title) {
    return "<!doctype html><html><head><title>"
        + title
        + "</title></head><body><article><h1>"
        + title
        + "</h1>"
        + TEXT
        + TEXT
        + "</article></body></html>";
  }

  private static String response(String url, String status, String page) {
    String http =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
            + bytes(page).length
            + "\r\n\r\n"
            + page;
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
        + url
        + "\r\nWARC-Date: 2031-05-03T10:15:00Z\r\nWARC-Record-ID: <urn:uuid:5b2f6a3c-0000-4000-8000-00000000000"
        + url.charAt(url.length() - 1)
        + ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
        + bytes(http).length
        + "\r\n\r\n"
        + http
        + "\r\n\r\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes(text));
    }
    return out.toByteArray();
  }
}
