package dev.dateline.stream;

import dev.dateline.article.Article;
import dev.dateline.article.Removed;
import dev.dateline.article.Section;
import dev.dateline.enrich.EnrichedItem;
import dev.dateline.enrich.Enricher;
import dev.dateline.entities.Entity;
import dev.dateline.entities.EntityType;
import dev.dateline.entities.Mention;
import dev.dateline.quotes.Quote;
import dev.dateline.quotes.QuoteKind;
import dev.dateline.quotes.Stance;
import dev.dateline.text.Document;
import dev.dateline.text.TextSpan;
import dev.dateline.wire.Block;
import dev.dateline.wire.ItemId;
import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireItem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An extractor that finds little, and always the same: what stands between straight quotation marks
 * is a quote, two capitalised words are a person, and a heading opens a section. So the tests of
 * the stream do not depend on how well the real one finds things.
 */
class PlainExtractor implements Extractor {

  private static final Pattern QUOTE = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern NAME = Pattern.compile("\\b[A-Z][a-z]+ [A-Z][a-z]+\\b");

  private final Enricher readers = Enricher.standard();
  private final Consumer<WireItem> before;

  PlainExtractor() {
    this(item -> {});
  }

  /**
   * @param before called with every item that is enriched: may throw
   */
  PlainExtractor(Consumer<WireItem> before) {
    this.before = before;
  }

  /**
   * What begins with {@code ITEMS} holds several: a line with the id, a line of text, and so on.
   */
  @Override
  public List<WireItem> read(WireInput input) throws WireException {
    String text = new String(input.bytes(), StandardCharsets.UTF_8);
    if (!text.startsWith("ITEMS\n")) {
      return readers.read(input);
    }
    List<WireItem> items = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int i = 1; i + 1 < lines.length; i += 2) {
      items.add(
          WireItem.builder(input.source())
              .guid(lines[i])
              .block(Block.paragraph(lines[i + 1]))
              .build());
    }
    return items;
  }

  @Override
  public EnrichedItem enrich(WireItem item) {
    before.accept(item);
    Article article = article(item, List.of());
    return new EnrichedItem(article, entities(article), quotes(article));
  }

  static Article article(WireItem item, List<Removed> removed) {
    String text = item.body().stream().map(Block::text).collect(Collectors.joining("\n\n"));
    Document document = Document.of(text);
    List<Section> sections = new ArrayList<>();
    for (Block block : item.body()) {
      if (block.kind() == Block.Kind.HEADING) {
        int at = text.indexOf(block.text());
        sections.add(
            new Section(
                ItemId.of(item) + "#" + block.text(),
                block.text(),
                block.level(),
                document.span(at, at + block.text().length()),
                document.span(at, text.length())));
      }
    }
    TextSpan headline =
        item.headline() == null || !text.startsWith(item.headline())
            ? null
            : document.textSpan(0, item.headline().length());
    return new Article(
        ItemId.of(item),
        item,
        document,
        headline,
        null,
        item.byline(),
        "en",
        List.of(),
        sections,
        removed);
  }

  private static List<Quote> quotes(Article article) {
    List<Quote> quotes = new ArrayList<>();
    Matcher matcher = QUOTE.matcher(article.text());
    while (matcher.find()) {
      TextSpan words = article.document().textSpan(matcher.start(1), matcher.end(1));
      quotes.add(
          new Quote(
              article.itemId() + "/" + words.text(),
              QuoteKind.DIRECT,
              words.text(),
              List.of(words.span()),
              List.of(words.span()),
              null,
              null,
              List.of(),
              null,
              Stance.ASSERTED,
              null,
              null,
              null,
              null,
              null,
              null,
              words,
              1));
    }
    return quotes;
  }

  private static List<Entity> entities(Article article) {
    Map<String, List<Mention>> mentions = new LinkedHashMap<>();
    Matcher matcher = NAME.matcher(article.text());
    while (matcher.find()) {
      mentions
          .computeIfAbsent(matcher.group(), unused -> new ArrayList<>())
          .add(
              new Mention(
                  article.document().span(matcher.start(), matcher.end()),
                  matcher.group(),
                  Mention.Kind.NAME));
    }
    List<Entity> entities = new ArrayList<>();
    mentions.forEach(
        (name, found) ->
            entities.add(
                new Entity(
                    name.replace(' ', '-'),
                    EntityType.PERSON,
                    null,
                    name,
                    List.of(),
                    List.of(),
                    Entity.Gender.UNKNOWN,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    0.5,
                    found)));
    return entities;
  }
}
