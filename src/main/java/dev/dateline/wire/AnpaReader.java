package dev.dateline.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ANPA 1312, the telex format of American agencies: a header, lines marked by carets, the text by
 * paragraphs, and a line with the time. Its running numbers and slugs are used again, and are no
 * identity.
 */
final class AnpaReader implements WireReader {

  static final String FORMAT = "anpa1312";

  /** The number of words, or the comma that waits for one. */
  private static final Pattern SLUG_END = Pattern.compile(",\\s?\\d{0,6}+$");

  private static final Pattern TIME =
      Pattern.compile("(\\d{2})-(\\d{2})-(\\d{2}) (\\d{2})(\\d{2}) ?GMT");
  private static final Pattern PRIORITY = Pattern.compile("\\b([a-z]) ([a-z])\\b");
  private static final Pattern AFFILIATION =
      Pattern.compile("Press|Writer|Correspondent|Reporter|Editor|News|Staff");
  private static final String PRIORITIES = "fburds";
  private static final char TABLE = 8;
  private static final char COLUMN = 0x1f;

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
            && bytes[first] == ControlCharacters.SYNCHRONOUS_IDLE
            && ControlCharacters.find(bytes, ControlCharacters.START_OF_TEXT, first) > 0;
    return framed ? 90 : 0;
  }

  @Override
  public List<WireItem> read(WireInput input) throws WireException {
    String wire = ControlCharacters.decode(input.bytes());
    int begin = wire.indexOf(ControlCharacters.START_OF_TEXT);
    int end = wire.indexOf(ControlCharacters.END_OF_TEXT);
    if (begin < 0) {
      throw new WireException("ANPA 1312 without a text");
    }
    if (end < begin) {
      throw new WireException("ANPA 1312 cut short: no end of text");
    }
    WireItem.Builder item = WireItem.builder(input.source()).format(FORMAT);
    header(wire.substring(0, begin), item);
    List<String> body = carets(wire.substring(begin + 1, end), item);
    for (String line : body) {
      item.block(
          isRow(line)
              ? Block.of(Block.Kind.TABLE_ROW, row(line))
              : Block.paragraph(TelexMarks.written(line)));
    }
    String trailer = wire.substring(end + 1);
    item.versionCreated(time(trailer));
    int dash = trailer.indexOf('-');
    item.agency(dash > 0 && dash < 6 ? trailer.substring(0, dash) : null);
    WireItem read = item.build();
    if (read.headline() == null && read.body().isEmpty()) {
      throw new WireException("ANPA 1312 without a text");
    }
    return List.of(read);
  }

  /** Service and number, selectors, priority and category. */
  private static void header(String header, WireItem.Builder item) {
    Matcher priority = PRIORITY.matcher(header);
    if (priority.find()) {
      int rank = PRIORITIES.indexOf(priority.group(1));
      item.urgency(rank < 0 ? null : Integer.valueOf(rank + 1));
      item.subject(new Subject(priority.group(2), "anpacat", null));
    }
  }

  /** Reads the caret lines at the start into fields; returns the paragraphs behind them. */
  private static List<String> carets(String text, WireItem.Builder item) {
    List<String> body = new ArrayList<>();
    List<String> bylines = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    boolean slugged = false;
    String headline = null;
    for (String raw : text.replace("< ^", "<\n^").lines().toList()) {
      String line = raw.strip();
      boolean field = line.startsWith("^") && (line.endsWith("<") || line.endsWith("="));
      String words = bare(line);
      if (words.isEmpty()) {
        continue;
      }
      if (!body.isEmpty() || !field) {
        addTo(body, words, raw);
      } else if (!slugged) {
        if (words.length() > 2 && Character.isLetter(words.charAt(0))) {
          item.slug(SLUG_END.matcher(words).replaceFirst(""));
          slugged = true;
        }
      } else if (isNote(words)) {
        notes.add(words);
      } else if (words.startsWith("By ")
          || bylines.size() == 1 && AFFILIATION.matcher(words).find()) {
        bylines.add(words);
      } else if (!bylines.isEmpty()) {
        body.add(words);
      } else if (headline == null) {
        headline = words;
      } else {
        item.subhead(TelexMarks.written(words));
      }
    }
    item.headline(headline == null ? null : TelexMarks.written(headline));
    item.byline(bylines.isEmpty() ? null : String.join(", ", bylines));
    item.edNote(notes.isEmpty() ? null : String.join(" ", notes));
    return body;
  }

  private static boolean isNote(String words) {
    String start = words.startsWith("(") ? words.substring(1) : words;
    return start.startsWith("Eds:")
        || start.startsWith("Eds.")
        || start.startsWith("EDITOR")
        || Embargoes.noticeEnd(words) == words.length()
        || words.contains(" Photo ");
  }

  /** A line that stands in starts a paragraph, as does one behind a sentence's end. */
  private static void addTo(List<String> body, String words, String raw) {
    boolean indented = !raw.isEmpty() && (raw.charAt(0) == ' ' || raw.charAt(0) == '\t');
    String last = body.isEmpty() ? "" : body.get(body.size() - 1);
    boolean goesOn =
        !indented
            && !raw.startsWith("^")
            && last.length() > 50
            && Character.isLowerCase(words.charAt(0));
    if (goesOn) {
      body.set(body.size() - 1, last + " " + words);
    } else {
      body.add(words);
    }
  }

  private static String bare(String line) {
    String words = line;
    while (!words.isEmpty() && "^\u0011\u0013\u0014".indexOf(words.charAt(0)) >= 0) {
      words = words.substring(1);
    }
    while (!words.isEmpty() && "<= ".indexOf(words.charAt(words.length() - 1)) >= 0) {
      words = words.substring(0, words.length() - 1);
    }
    return words.strip();
  }

  /** Cells parted by semicolons, or by the control characters that set columns. */
  private static boolean isRow(String line) {
    int semicolons = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == COLUMN || c == TABLE) {
        return true;
      }
      boolean tight = i + 1 == line.length() || line.charAt(i + 1) != ' ';
      semicolons += c == ';' && tight ? 1 : 0;
    }
    return semicolons >= 3;
  }

  private static String row(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.replace(COLUMN, ';').replace((char) 0x1e, ';').split(";")) {
      String words = ControlCharacters.blanked(cell).strip();
      if (!words.isEmpty() && !words.equals("^")) {
        cells.add(TelexMarks.written(words));
      }
    }
    return String.join(" | ", cells);
  }

  /** "AP-WF-11-13-13 1509GMT": month, day, year, hour, minute. */
  private static Instant time(String trailer) {
    Matcher time = TIME.matcher(trailer.toUpperCase(Locale.ROOT));
    if (!time.find()) {
      return null;
    }
    try {
      return LocalDateTime.of(
              2000 + Integer.parseInt(time.group(3)),
              Integer.parseInt(time.group(1)),
              Integer.parseInt(time.group(2)),
              Integer.parseInt(time.group(4)),
              Integer.parseInt(time.group(5)))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
