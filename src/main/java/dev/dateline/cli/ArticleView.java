package dev.dateline.cli;

import dev.dateline.article.Article;
import dev.dateline.article.BodyKind;
import dev.dateline.article.Paragraph;
import dev.dateline.article.Removed;
import dev.dateline.enrich.EnrichedItem;
import dev.dateline.entities.Entity;
import dev.dateline.entities.EntityType;
import dev.dateline.entities.Mention;
import dev.dateline.entities.Role;
import dev.dateline.quotes.Quote;
import dev.dateline.quotes.QuoteKind;
import dev.dateline.quotes.Speaker;
import dev.dateline.text.Span;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * An enriched article for people: its text with names and quotes marked, then who said what, who is
 * in it, and what was taken out.
 *
 * <p>On a terminal names are underlined in the colour of their type and quotes are bold; elsewhere
 * the text stands as it came, and the list of names tells who is in it. Each part of a quote is
 * followed by the quote's number in brackets.
 */
final class ArticleView {

  private static final String INDENT = "  ";
  private static final String QUOTE_STYLE = "1";
  private static final String NUMBER_STYLE = "1;33";
  private static final String DIM = "2";
  private static final Map<EntityType, String> COLOURS =
      new EnumMap<>(
          Map.of(
              EntityType.PERSON, "36",
              EntityType.ORGANISATION, "33",
              EntityType.PLACE, "32",
              EntityType.GROUP, "35",
              EntityType.EVENT, "34",
              EntityType.PRODUCT, "34"));

  private final Terminal terminal;
  private final PrintWriter out;

  ArticleView(Terminal terminal, PrintWriter out) {
    this.terminal = terminal;
    this.out = out;
  }

  void print(EnrichedItem item) {
    Article article = item.article();
    Marks marks = Marks.of(item);
    boolean first = true;
    for (Span paragraph : paragraphs(article)) {
      if (!first) {
        out.println();
      }
      lines(paragraph(article, paragraph, marks), INDENT, INDENT);
      if (first) {
        lines(new StyledText().add(about(article), DIM), INDENT, INDENT);
      }
      first = false;
    }
    quotes(item.quotes());
    entities(item.entities());
    removed(article.removed());
    out.println();
    out.flush();
  }

  private static List<Span> paragraphs(Article article) {
    if (article.paragraphs().isEmpty()) {
      int length = article.text().codePointCount(0, article.text().length());
      return List.of(new Span(0, length));
    }
    return article.paragraphs().stream().map(Paragraph::span).toList();
  }

  private static String about(Article article) {
    StringJoiner about = new StringJoiner(" · ");
    addIfPresent(about, article.byline());
    about.add(article.item().source());
    if (article.item().versionCreated() != null) {
      about.add(article.item().versionCreated().toString());
    }
    addIfPresent(about, article.language());
    if (article.body() != BodyKind.TEXT) {
      about.add(article.body() == BodyKind.NONE ? "no text" : "captions only");
    }
    addIfPresent(about, article.item().url());
    return about.toString();
  }

  private static void addIfPresent(StringJoiner joiner, String value) {
    if (value != null) {
      joiner.add(value);
    }
  }

  private StyledText paragraph(Article article, Span span, Marks marks) {
    boolean bold = isHeading(article, span);
    StyledText styled = new StyledText();
    int[] codePoints = span.of(article.text()).codePoints().toArray();
    for (int i = 0; i <= codePoints.length; i++) {
      int at = span.start() + i;
      for (int number : marks.endingAt(at, span.start())) {
        styled.add("[" + number + "]", NUMBER_STYLE);
      }
      if (i < codePoints.length) {
        styled.add(Character.toString(codePoints[i]), style(marks, at, bold));
      }
    }
    return styled;
  }

  private static String style(Marks marks, int at, boolean bold) {
    EntityType type = marks.typeAt(at);
    String weight = bold || marks.isQuoted(at) ? QUOTE_STYLE : "";
    if (type == null) {
      return weight;
    }
    return (weight.isEmpty() ? "" : weight + ";") + "4;" + COLOURS.get(type);
  }

  private static boolean isHeading(Article article, Span span) {
    return article.headline() != null && article.headline().span().equals(span)
        || article.sections().stream().anyMatch(section -> section.headingSpan().equals(span));
  }

  private void quotes(List<Quote> quotes) {
    if (quotes.isEmpty()) {
      return;
    }
    title("Quotes");
    for (int i = 0; i < quotes.size(); i++) {
      Quote quote = quotes.get(i);
      String number = "[" + (i + 1) + "] ";
      String rest = INDENT + " ".repeat(number.length());
      StyledText line = new StyledText().add(number, NUMBER_STYLE);
      line.add(speakers(quote), "1;36");
      String kind = quote.kind().name().toLowerCase(Locale.ROOT);
      line.add(String.format(Locale.ROOT, "  %s, %.0f %%", kind, quote.confidence() * 100), DIM);
      lines(line, INDENT, rest);
      for (String words : words(quote)) {
        lines(new StyledText().add(words), rest, rest);
      }
    }
  }

  private static List<String> words(Quote quote) {
    List<Integer> lengths = quote.spans().stream().map(Span::length).toList();
    return QuoteWords.lines(quote.text(), lengths, quote.kind() == QuoteKind.DIRECT);
  }

  private static String speakers(Quote quote) {
    List<Speaker> all = new ArrayList<>();
    if (quote.speaker() != null) {
      all.add(quote.speaker());
    }
    all.addAll(quote.jointWith());
    String names = all.stream().map(ArticleView::speaker).collect(Collectors.joining(" and "));
    return names.isEmpty() ? "(nobody named)" : names;
  }

  private static String speaker(Speaker speaker) {
    String name = speaker.name();
    if (name == null) {
      name = speaker.mention() == null ? "(nobody named)" : speaker.mention().text();
    }
    StringJoiner parts = new StringJoiner(", ");
    parts.add(name);
    addIfPresent(parts, speaker.role());
    addIfPresent(parts, speaker.affiliation());
    return parts.toString();
  }

  private void entities(List<Entity> entities) {
    Map<EntityType, List<Entity>> byType = new LinkedHashMap<>();
    for (EntityType type : EntityType.values()) {
      List<Entity> ofType =
          entities.stream()
              .filter(entity -> entity.type() == type)
              .sorted(Comparator.comparingDouble(Entity::salience).reversed())
              .toList();
      if (!ofType.isEmpty()) {
        byType.put(type, ofType);
      }
    }
    if (byType.isEmpty()) {
      return;
    }
    title("Names");
    byType.forEach(
        (type, ofType) -> {
          String label = String.format(Locale.ROOT, "%-14s", type.name().toLowerCase(Locale.ROOT));
          StyledText line = new StyledText().add(label, DIM);
          for (int i = 0; i < ofType.size(); i++) {
            line.add(i == 0 ? "" : "; ").add(ofType.get(i).name(), COLOURS.get(type));
            line.add(about(ofType.get(i)));
          }
          lines(line, INDENT, INDENT + " ".repeat(label.length()));
        });
  }

  private static String about(Entity entity) {
    StringBuilder about = new StringBuilder();
    if (!entity.roles().isEmpty()) {
      Role role = entity.roles().get(0);
      about.append(" (").append(role.role());
      if (role.affiliation() != null) {
        about.append(", ").append(role.affiliation());
      }
      about.append(')');
    }
    int mentions = entity.mentions().size();
    return mentions > 1 ? about.append(" ×").append(mentions).toString() : about.toString();
  }

  private void removed(List<Removed> removed) {
    if (removed.isEmpty()) {
      return;
    }
    title("Left out");
    for (Removed part : removed) {
      StyledText line = new StyledText().add(part.reason() + ": ", DIM);
      lines(line.add(shorten(part.text()), DIM), INDENT, INDENT + INDENT);
    }
  }

  private String shorten(String text) {
    String oneLine = text.strip().replaceAll("\\s+", " ");
    int room = terminal.width() * 2;
    return oneLine.codePointCount(0, oneLine.length()) <= room
        ? oneLine
        : oneLine.substring(0, oneLine.offsetByCodePoints(0, room)).strip() + " …";
  }

  private void title(String title) {
    out.println();
    lines(new StyledText().add(title.toUpperCase(Locale.ROOT), "1;2"), INDENT, INDENT);
  }

  private void lines(StyledText text, String first, String rest) {
    text.wrap(terminal, first, rest).forEach(out::println);
  }

  /** What is marked at each code point of an article's text. */
  private static final class Marks {

    private static final String CLOSING = "”’\"'»)";

    private final Map<Integer, EntityType> types = new LinkedHashMap<>();
    private final List<Span> names = new ArrayList<>();
    private final List<Span> quoted = new ArrayList<>();
    private final Map<Integer, List<Integer>> ends = new LinkedHashMap<>();

    static Marks of(EnrichedItem item) {
      Marks marks = new Marks();
      for (Entity entity : item.entities()) {
        for (Mention mention : entity.mentions()) {
          if (mention.kind() == Mention.Kind.NAME) {
            marks.name(mention.span(), entity.type());
          }
        }
      }
      String text = item.article().text();
      for (int i = 0; i < item.quotes().size(); i++) {
        for (Span part : item.quotes().get(i).spans()) {
          marks.quoted.add(part);
          marks.end(afterMarks(text, part.end()), i + 1);
        }
      }
      return marks;
    }

    private void name(Span span, EntityType type) {
      if (names.stream().anyMatch(span::overlaps)) {
        return;
      }
      names.add(span);
      for (int i = span.start(); i < span.end(); i++) {
        types.put(i, type);
      }
    }

    private void end(int at, int number) {
      ends.computeIfAbsent(at, end -> new ArrayList<>()).add(number);
    }

    /** Where a number can stand: behind the marks that close a quote. */
    private static int afterMarks(String text, int codePoint) {
      int at = text.offsetByCodePoints(0, codePoint);
      int end = at;
      while (end < text.length() && CLOSING.indexOf(text.charAt(end)) >= 0) {
        end++;
      }
      return codePoint + end - at;
    }

    EntityType typeAt(int codePoint) {
      return types.get(codePoint);
    }

    boolean isQuoted(int codePoint) {
      return quoted.stream().anyMatch(span -> span.contains(codePoint));
    }

    /** Quotes that end here; none at the very start of a paragraph, where nothing can end. */
    List<Integer> endingAt(int codePoint, int paragraphStart) {
      return codePoint == paragraphStart ? List.of() : ends.getOrDefault(codePoint, List.of());
    }
  }
}
