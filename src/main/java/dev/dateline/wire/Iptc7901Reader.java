package dev.dateline.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * IPTC 7901, the telex format of European agencies: a header line, catch-words, headline and byline
 * up to an equals sign, the text, and a line with the time. Its running numbers are used again
 * every few days, and are no identity.
 */
final class Iptc7901Reader implements WireReader {

  static final String FORMAT = "iptc7901";

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public int recognise(WireInput input) {
    byte[] bytes = input.bytes();
    int first = ControlCharacters.first(bytes);
    boolean framed =
        first >= 0
            && bytes[first] == ControlCharacters.START_OF_HEADER
            && ControlCharacters.find(bytes, ControlCharacters.START_OF_TEXT, first) > 0;
    return framed ? 90 : 0;
  }

  @Override
  public List<WireItem> read(WireInput input) throws WireException {
    String wire = ControlCharacters.decode(input.bytes());
    int header = wire.indexOf(ControlCharacters.START_OF_HEADER);
    int text = wire.indexOf(ControlCharacters.START_OF_TEXT);
    if (header < 0 || text < header) {
      throw new WireException("IPTC 7901 without a header or a text");
    }
    int end = wire.indexOf(ControlCharacters.END_OF_TEXT, text);
    if (end < 0) {
      throw new WireException("IPTC 7901 cut short: no end of text");
    }
    WireItem.Builder item = WireItem.builder(input.source()).format(FORMAT);
    header(wire.substring(header + 1, text), item);
    text(wire.substring(text + 1, end), item);
    wire.substring(end + 1)
        .lines()
        .map(Iptc7901Reader::time)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(item::versionCreated);
    WireItem read = item.build();
    if (read.headline() == null && read.body().isEmpty()) {
      throw new WireException("IPTC 7901 without a text");
    }
    return List.of(read);
  }

  /** Source and number, priority, category, length; the agency; then the catch-words. */
  private static void header(String header, WireItem.Builder item) {
    List<String> lines = header.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) {
      return;
    }
    String[] words = lines.get(0).split("\\s+");
    if (words.length > 1) {
      item.urgency(Elements.integer(words[1]));
    }
    if (words.length > 2 && words[2].length() <= 2) {
      item.subject(new Subject(words[2], "iptc7901", null));
    }
    if (words.length > 4) {
      item.agency(words[words.length - 2]);
    }
    if (lines.size() > 1) {
      item.slug(String.join(" ", lines.subList(1, lines.size())));
    }
  }

  private static void text(String text, WireItem.Builder item) {
    int end = text.indexOf('=');
    int blank = blankLine(text);
    // The equals sign closes the headline; without one, the first blank line does.
    boolean marked = end >= 0 && (blank < 0 || end < blank);
    int close = marked ? end : blank;
    String body = text;
    if (close >= 0) {
      headlines(text.substring(0, close), item);
      body = text.substring(close + 1);
    }
    Typesetting.add(body, item);
  }

  /** What stands over the text: labels such as "1ST LEAD", the headline, the byline. */
  private static void headlines(String text, WireItem.Builder item) {
    StringBuilder headline = new StringBuilder();
    StringBuilder label = new StringBuilder();
    String byline = null;
    for (String line : text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
      if (headline.length() > 0 && line.startsWith("By ")) {
        byline = line;
      } else if (byline != null) {
        byline += " " + line;
      } else if (headline.length() == 0 && line.indexOf('/') > 0 && line.indexOf(' ') < 0) {
        item.slug(line); // catch-words that the header left out
      } else if (headline.length() == 0 && isLabel(line)) {
        label.append(label.length() == 0 ? "" : " ").append(line);
      } else {
        headline.append(headline.length() == 0 ? "" : " ").append(line);
      }
    }
    item.headline(headline.toString()).byline(byline).edNote(label.toString());
  }

  private static boolean isLabel(String line) {
    boolean bracketed = line.startsWith("(") && line.endsWith(")");
    boolean notice = Embargoes.noticeEnd(line) == line.length();
    return bracketed || notice || line.length() <= 24 && line.equals(line.toUpperCase(Locale.ROOT));
  }

  private static int blankLine(String text) {
    int at = text.indexOf('\n');
    while (at >= 0) {
      int next = at + 1;
      while (next < text.length() && (text.charAt(next) == '\r' || text.charAt(next) == ' ')) {
        next++;
      }
      if (next < text.length() && text.charAt(next) == '\n') {
        return at;
      }
      at = text.indexOf('\n', at + 1);
    }
    return -1;
  }

  /** "131137 GMT Nov 13": day, hour, minute; month, year. */
  private static Instant time(String trailer) {
    String[] words = trailer.strip().split("\\s+");
    if (words.length < 3 || words[0].length() != 6) {
      return null;
    }
    int at = words[1].equalsIgnoreCase("GMT") || words[1].equalsIgnoreCase("UTC") ? 2 : 1;
    if (words.length <= at + 1) {
      return null;
    }
    try {
      int clock = Integer.parseInt(words[0]);
      int month = month(words[at]);
      int year = Integer.parseInt(words[at + 1].replaceAll("\\D", ""));
      return LocalDateTime.of(
              year < 100 ? 2000 + year : year, month, clock / 10000, clock / 100 % 100, clock % 100)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  private static int month(String name) {
    String start = name.toLowerCase(Locale.ROOT);
    start = start.length() < 3 ? start : start.substring(0, 3);
    String english =
        switch (start) {
          case "mai" -> "may";
          case "okt" -> "oct";
          case "dez" -> "dec";
          case "m\u00e4r", "mrz" -> "mar";
          default -> start;
        };
    int at = MONTHS.indexOf(english);
    return at < 0 ? 0 : at / 3 + 1;
  }
}
