package dev.dateline.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Every reader there is, and how the right one is found. Immutable; thread-safe. */
public final class WireReaders {

  /** Largest input of {@link #standard()}, in bytes. */
  public static final int MAX_BYTES = 8 << 20;

  private final List<WireReader> readers;
  private final int maxBytes;

  private WireReaders(List<WireReader> readers, int maxBytes) {
    this.readers = readers;
    this.maxBytes = maxBytes;
  }

  /** The readers that come with Dateline, for inputs of up to {@link #MAX_BYTES}. */
  public static WireReaders standard() {
    return standard(MAX_BYTES);
  }

  /** The readers that come with Dateline. A new format is one more line here. */
  public static WireReaders standard(int maxBytes) {
    return new WireReaders(
        List.of(
            new WireItemReader(),
            new NinjsReader(),
            new JsonLinesReader(),
            new Iptc7901Reader(),
            new AnpaReader(),
            new WarcFileReader(),
            new MailReader(),
            new NewsMlG2Reader(),
            new NewsMl1Reader(),
            new NitfReader(),
            new RitzauReader(),
            new FeedReader(),
            new HtmlReader(),
            new PlainTextReader()),
        maxBytes);
  }

  /**
   * The items in the bytes, read by the reader that the format hint names, else by the one that is
   * surest of them.
   *
   * @throws WireException where there are none, or too many of them, no reader knows them, or the
   *     one that does cannot read them all; then it holds what could be read
   */
  public List<WireItem> read(WireInput sent) throws WireException {
    WireInput input = Packed.unpack(sent, maxBytes);
    if (input.bytes().length == 0) {
      throw new WireException("empty");
    }
    if (input.bytes().length > maxBytes) {
      throw new WireException(
          input.bytes().length + " bytes, over the limit of " + maxBytes + " bytes");
    }
    WireReader reader = find(input);
    try {
      return settled(FeedEntry.complete(reader.read(input), input), input);
    } catch (WireException e) {
      throw e.items().isEmpty() ? e : new WireException(e.getMessage(), settled(e.items(), input));
    } catch (RuntimeException e) {
      // Libraries stumble over what nobody foresaw; the sender still gets an answer.
      throw new WireException("cannot be read as " + reader.format() + ": " + e, e);
    }
  }

  /** What the items say of themselves in prose becomes what they are. */
  private static List<WireItem> settled(List<WireItem> items, WireInput input) {
    List<WireItem> settled = new ArrayList<>(items.size());
    for (WireItem item : items) {
      settled.add(Embargoes.apply(Withdrawals.apply(item), input.received()));
    }
    return Collections.unmodifiableList(settled);
  }

  private WireReader find(WireInput input) throws WireException {
    if (input.format() != null) {
      return named(input.format());
    }
    WireReader best = null;
    int surest = 0;
    for (WireReader reader : readers) {
      int sure = reader.recognise(input);
      if (sure > surest) {
        best = reader;
        surest = sure;
      }
    }
    if (best == null) {
      throw new WireException("no known format");
    }
    if (best.format().equals(PlainTextReader.FORMAT)) {
      refuseUnknownXml(input);
    }
    return best;
  }

  private WireReader named(String format) throws WireException {
    for (WireReader reader : readers) {
      if (reader.format().equals(format)) {
        return reader;
      }
    }
    throw new WireException("no reader for format '" + format + "'");
  }

  /** What declares itself XML is no plain text, known or not. */
  private static void refuseUnknownXml(WireInput input) throws WireException {
    if (Character.isLetterOrDigit(Xml.first(input.bytes()))) {
      return; // at no cost
    }
    String head = Xml.head(input.bytes()).stripLeading();
    if (head.startsWith("<?xml") || head.startsWith("\u00ef\u00bb\u00bf<?xml")) {
      Xml.parse(input.bytes());
      throw new WireException("XML of an unknown kind: <" + Xml.root(input.bytes()) + ">");
    }
  }
}
