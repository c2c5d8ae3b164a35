package dev.dateline.cli;

import dev.dateline.record.Alert;
import dev.dateline.record.Article;
import dev.dateline.record.ArticleEntity;
import dev.dateline.record.EnrichedArticle;
import dev.dateline.record.Headline;
import dev.dateline.record.ItemRef;
import dev.dateline.record.Quote;
import dev.dateline.record.Section;
import dev.dateline.record.Speaker;
import dev.dateline.record.StoryLink;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * Prints RFC 4180 with a line of names first: what fits a table of each record. A withdrawal has
 * its key, {@code WITHDRAWN} and its reason.
 */
final class CsvPrinter implements RecordPrinter {

  private static final List<String> ITEM =
      List.of("item", "version", "source", "published", "language", "headline", "url");

  private final Class<? extends SpecificRecord> type;
  private final PrintWriter out;
  private boolean started;

  CsvPrinter(Class<? extends SpecificRecord> type, PrintWriter out) {
    this.type = type;
    this.out = out;
  }

  @Override
  public void print(String key, SpecificRecord record) {
    start();
    line(values(record));
  }

  @Override
  public void print(Withdrawal withdrawal) {
    start();
    line(new Object[] {withdrawal.key(), "WITHDRAWN", withdrawal.reason()});
  }

  private void start() {
    if (!started) {
      started = true;
      line(names().toArray());
    }
  }

  private List<String> names() {
    if (type == Quote.class) {
      return and("id", "kind", "confidence", "speaker", "role", "affiliation", "text", "section");
    }
    if (type == ArticleEntity.class) {
      return and("id", "type", "name", "aliases", "roles", "links", "salience", "mentions");
    }
    if (type == Section.class) {
      return and("id", "level", "heading", "text");
    }
    if (type == Alert.class) {
      return and("id", "state", "rule", "fired", "speaker", "section", "snippet");
    }
    if (type == StoryLink.class) {
      return List.of(
          "item",
          "source",
          "story",
          "first item",
          "first seen",
          "copies",
          "difference",
          "compared with");
    }
    return List.of(
        "id",
        "version",
        "source",
        "published",
        "language",
        "headline",
        "url",
        "dateline",
        "byline",
        "text");
  }

  private static List<String> and(String... names) {
    return Stream.concat(Arrays.stream(names), ITEM.stream()).toList();
  }

  private static Object[] values(SpecificRecord record) {
    if (record instanceof Quote quote) {
      Speaker speaker = quote.getSpeaker();
      return with(
          quote.getItem(),
          quote.getId(),
          quote.getKind(),
          quote.getConfidence(),
          speaker == null
              ? null
              : speaker.getName() == null ? speaker.getText() : speaker.getName(),
          speaker == null ? null : speaker.getRole(),
          speaker == null ? null : speaker.getAffiliation(),
          quote.getText(),
          quote.getSection());
    }
    if (record instanceof ArticleEntity entity) {
      return with(
          entity.getItem(),
          entity.getId(),
          entity.getType(),
          entity.getName(),
          String.join("; ", entity.getAliases()),
          entity.getRoles().stream().map(role -> role.getRole()).collect(Collectors.joining("; ")),
          entity.getLinks().stream()
              .map(link -> link.getList() + ":" + link.getId())
              .collect(Collectors.joining("; ")),
          entity.getSalience(),
          entity.getMentions().size());
    }
    if (record instanceof Section section) {
      return with(
          section.getItem(),
          section.getId(),
          section.getLevel(),
          section.getHeading(),
          section.getText());
    }
    if (record instanceof Alert alert) {
      return with(
          alert.getItem(),
          alert.getAlertId(),
          alert.getState(),
          alert.getRuleId(),
          alert.getFired(),
          alert.getSpeaker(),
          alert.getSection(),
          alert.getSnippet());
    }
    if (record instanceof StoryLink link) {
      return new Object[] {
        link.getItemId(),
        link.getSource(),
        link.getStoryId(),
        link.getFirstItemId(),
        link.getFirstSeen(),
        link.getCopies(),
        link.getDifference(),
        link.getComparedWith()
      };
    }
    if (record instanceof Article article) {
      return new Object[] {
        article.getId(),
        article.getVersion(),
        article.getSource(),
        article.getVersionCreated(),
        article.getLanguage(),
        text(article.getHeadline()),
        article.getUrl(),
        article.getDateline() == null ? null : article.getDateline().getText(),
        article.getByline(),
        article.getText()
      };
    }
    EnrichedArticle article = (EnrichedArticle) record;
    return new Object[] {
      article.getId(),
      article.getVersion(),
      article.getSource(),
      article.getVersionCreated(),
      article.getLanguage(),
      text(article.getHeadline()),
      article.getUrl(),
      article.getDateline() == null ? null : article.getDateline().getText(),
      article.getByline(),
      article.getText()
    };
  }

  private static Object[] with(ItemRef item, Object... values) {
    Object[] all = Arrays.copyOf(values, values.length + ITEM.size());
    if (item != null) {
      Object[] ofItem = {
        item.getId(),
        item.getVersion(),
        item.getSource(),
        item.getPublished(),
        item.getLanguage(),
        item.getHeadline(),
        item.getUrl()
      };
      System.arraycopy(ofItem, 0, all, values.length, ofItem.length);
    }
    return all;
  }

  private static String text(Headline headline) {
    return headline == null ? null : headline.getText();
  }

  private void line(Object[] values) {
    out.print(Arrays.stream(values).map(CsvPrinter::quoted).collect(Collectors.joining(",")));
    out.print("\r\n");
    out.flush();
  }

  static String quoted(Object value) {
    String text = value == null ? "" : value.toString();
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
