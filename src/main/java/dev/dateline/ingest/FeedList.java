package dev.dateline.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The feeds that arguments name: addresses, OPML files, and plain lists with one address a line, a
 * name for the source before it if it is to be another than the host's, {@code #} for comments.
 */
public final class FeedList {

  private static final int MAX_FILE = 8 << 20;

  private final String source;
  private final Map<URI, Feed> feeds = new LinkedHashMap<>();

  /**
   * @param source name of the feed or agency, for all of them; null: each its own
   */
  public FeedList(String source) {
    this.source = source;
  }

  /** The feeds so far, each address once, in order. */
  public List<Feed> feeds() {
    return new ArrayList<>(feeds.values());
  }

  /**
   * Adds what an argument names.
   *
   * @throws RefusedException where it names no feed
   * @throws IOException where it is a file that cannot be read
   */
  public void add(String argument) throws IOException, RefusedException {
    if (isAddress(argument)) {
      add(argument, null);
      return;
    }
    String text;
    try {
      byte[] bytes = new BoundedBytes(MAX_FILE).read(Path.of(argument));
      text = new String(bytes, StandardCharsets.UTF_8);
    } catch (InvalidPathException e) {
      throw new RefusedException("is neither an address nor a file");
    }
    int before = feeds.size();
    if (text.stripLeading().startsWith("<")) {
      addOpml(text);
    } else {
      addLines(text);
    }
    if (feeds.size() == before) {
      throw new RefusedException("names no feed");
    }
  }

  private void addOpml(String text) throws RefusedException {
    for (Element outline : Jsoup.parse(text, "", Parser.xmlParser()).select("outline")) {
      String address = outline.attributes().getIgnoreCase("xmlUrl").strip();
      if (!address.isEmpty()) {
        add(address, null);
      }
    }
  }

  private void addLines(String text) throws RefusedException {
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      String words = line.strip();
      if (words.isEmpty() || words.startsWith("#")) {
        continue;
      }
      int gap = Math.max(words.lastIndexOf(' '), words.lastIndexOf('\t'));
      String address = words.substring(gap + 1);
      if (!isAddress(address)) {
        throw new RefusedException("has no address in line " + number + ": " + words);
      }
      add(address, gap < 0 ? null : words.substring(0, gap).strip());
    }
  }

  private void add(String address, String name) throws RefusedException {
    try {
      URI uri = new URI(address);
      if (uri.getHost() == null || !isAddress(address)) {
        throw new RefusedException("holds what is no address on the web: " + address);
      }
      feeds.putIfAbsent(uri, Feed.of(uri, source != null ? source : name));
    } catch (URISyntaxException e) {
      throw new RefusedException("holds what is no address on the web: " + address);
    }
  }

  private static boolean isAddress(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }
}
