package dev.dateline.cli;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertMatch;
import dev.dateline.record.AlertState;
import dev.dateline.record.Article;
import dev.dateline.record.ArticleEntity;
import dev.dateline.record.EnrichedArticle;
import dev.dateline.record.Headline;
import dev.dateline.record.ItemRef;
import dev.dateline.record.Quote;
import dev.dateline.record.QuoteKind;
import dev.dateline.record.Role;
import dev.dateline.record.Section;
import dev.dateline.record.Speaker;
import dev.dateline.record.StoryLink;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** Prints records for people: a few lines each. */
final class TextPrinter implements RecordPrinter {

  private static final String INDENT = "  ";
  private static final String SPEAKER = "1;36";
  private static final String ALERT = "1;31";
  private static final String MATCH = "1;33";
  private static final String DIM = "2";

  private final Terminal terminal;
  private final PrintWriter out;

  TextPrinter(Terminal terminal, PrintWriter out) {
    this.terminal = terminal;
    this.out = out;
  }

  @Override
  public void print(String key, SpecificRecord record) {
    if (record instanceof Quote quote) {
      print(quote);
    } else if (record instanceof Alert alert) {
      print(alert);
    } else if (record instanceof ArticleEntity entity) {
      print(entity);
    } else if (record instanceof Section section) {
      print(section);
    } else if (record instanceof Article article) {
      print(article);
    } else if (record instanceof EnrichedArticle article) {
      print(article);
    } else if (record instanceof StoryLink link) {
      print(link);
    }
    out.println();
    out.flush();
  }

  @Override
  public void print(Withdrawal withdrawal) {
    StyledText line = new StyledText().add("withdrawn ", ALERT).add(withdrawal.key());
    lines(line.add(because(withdrawal.reason()), DIM), "");
    out.println();
    out.flush();
  }

  private void print(Quote quote) {
    List<Speaker> speakers = new ArrayList<>();
    if (quote.getSpeaker() != null) {
      speakers.add(quote.getSpeaker());
    }
    speakers.addAll(quote.getJointWith());
    StyledText by = new StyledText();
    for (int i = 0; i < speakers.size(); i++) {
      by.add(i == 0 ? "" : " and ").add(name(speakers.get(i)), SPEAKER);
      by.add(office(speakers.get(i)));
    }
    if (speakers.isEmpty()) {
      by.add("(nobody named)", SPEAKER);
    }
    lines(by, "");
    List<Integer> lengths =
        quote.getSpans().stream().map(span -> span.getEnd() - span.getStart()).toList();
    QuoteWords.lines(quote.getText(), lengths, quote.getKind() == QuoteKind.DIRECT)
        .forEach(words -> lines(new StyledText().add(words), INDENT));
    String kind = quote.getKind().name().toLowerCase(Locale.ROOT);
    lines(new StyledText().add(about(kind, quote.getItem()), DIM), INDENT);
  }

  private static String name(Speaker speaker) {
    if (speaker.getName() != null) {
      return speaker.getName();
    }
    return speaker.getText() == null ? "(nobody named)" : speaker.getText();
  }

  private static String office(Speaker speaker) {
    StringBuilder office = new StringBuilder();
    if (speaker.getRole() != null) {
      office.append(", ").append(speaker.getRole());
    }
    if (speaker.getAffiliation() != null) {
      office.append(", ").append(speaker.getAffiliation());
    }
    return office.toString();
  }

  private void print(Alert alert) {
    boolean fired = alert.getState() != AlertState.RETRACTED;
    StyledText title =
        new StyledText()
            .add(fired ? "ALERT " : "alert retracted ", ALERT)
            .add(alert.getRuleId(), "1");
    if (!fired) {
      title.add(because(alert.getReason()), DIM);
    } else {
      title.add(alert.getCount() > 1 ? "  " + alert.getCount() + " matches" : "");
      if (alert.getSpeaker() != null) {
        title.add("  said by ").add(alert.getSpeaker(), SPEAKER);
      }
    }
    lines(title, "");
    if (alert.getSnippet() != null) {
      lines(snippet(alert.getSnippet(), terminal), INDENT);
    }
    for (AlertMatch earlier : alert.getEarlier()) {
      lines(new StyledText().add("before: " + about(null, earlier.getItem()), DIM), INDENT);
    }
    String where = alert.getSection() == null ? null : "in “" + alert.getSection() + "”";
    lines(new StyledText().add(about(where, alert.getItem()), DIM), INDENT);
  }

  /** The matched words stand between {@code **} and {@code **}; on a terminal colour shows them. */
  static StyledText snippet(String snippet, Terminal terminal) {
    if (!terminal.colour()) {
      return new StyledText().add(snippet);
    }
    StyledText styled = new StyledText();
    String[] parts = snippet.split("\\*\\*", -1);
    for (int i = 0; i < parts.length; i++) {
      styled.add(parts[i], i % 2 == 1 ? MATCH : "");
    }
    return styled;
  }

  private void print(ArticleEntity entity) {
    StyledText title = new StyledText().add(entity.getName(), SPEAKER);
    for (Role role : entity.getRoles()) {
      title.add(", " + role.getRole());
      title.add(role.getAffiliation() == null ? "" : " (" + role.getAffiliation() + ")");
    }
    lines(title, "");
    StringJoiner facts = new StringJoiner(" · ");
    facts.add(entity.getType().name().toLowerCase(Locale.ROOT));
    facts.add(entity.getMentions().size() + " mentions");
    facts.add(String.format(Locale.ROOT, "salience %.2f", entity.getSalience()));
    if (!entity.getAliases().isEmpty()) {
      facts.add("also " + String.join(", ", entity.getAliases()));
    }
    if (!entity.getLinks().isEmpty()) {
      facts.add(
          entity.getLinks().stream()
              .map(link -> link.getList() + ":" + link.getId())
              .collect(Collectors.joining(", ")));
    }
    lines(new StyledText().add(facts.toString()), INDENT);
    lines(new StyledText().add(about(null, entity.getItem()), DIM), INDENT);
  }

  private void print(Section section) {
    lines(new StyledText().add(section.getHeading(), "1"), "");
    if (section.getText() != null) {
      paragraphs(section.getText());
    }
    lines(new StyledText().add(about(null, section.getItem()), DIM), INDENT);
  }

  private void print(Article article) {
    title(article.getHeadline(), article.getId());
    paragraphs(body(article.getText(), article.getHeadline()));
    lines(new StyledText().add(article.getSource() + " · " + article.getId(), DIM), INDENT);
  }

  private void print(EnrichedArticle article) {
    title(article.getHeadline(), article.getId());
    String found =
        article.getQuotes().size()
            + " quotes · "
            + article.getEntities().size()
            + " names · "
            + article.getSections().size()
            + " sections";
    lines(new StyledText().add(found), INDENT);
    lines(new StyledText().add(article.getSource() + " · " + article.getId(), DIM), INDENT);
  }

  private void print(StoryLink link) {
    StyledText title = new StyledText().add("story ").add(link.getStoryId(), "1");
    if (link.getComparedWith() == null) {
      title.add("  new");
    } else {
      String differs =
          String.format(
              Locale.ROOT,
              "  %d items, %.0f%% differs from ",
              link.getCopies(),
              link.getDifference() * 100);
      title.add(differs).add(link.getComparedWith());
    }
    lines(title, "");
    lines(new StyledText().add(link.getSource() + " · " + link.getItemId(), DIM), INDENT);
  }

  private void title(Headline headline, String otherwise) {
    lines(new StyledText().add(headline == null ? otherwise : headline.getText(), "1"), "");
  }

  private static String body(String text, Headline headline) {
    return headline != null && text.startsWith(headline.getText())
        ? text.substring(headline.getText().length())
        : text;
  }

  private void paragraphs(String text) {
    for (String paragraph : text.strip().split("\n\n")) {
      lines(new StyledText().add(paragraph), INDENT);
    }
  }

  private static String because(String reason) {
    return reason == null ? "" : "  " + reason.toLowerCase(Locale.ROOT);
  }

  private static String about(String first, ItemRef item) {
    StringJoiner about = new StringJoiner(" · ");
    if (first != null) {
      about.add(first);
    }
    if (item != null) {
      about.add(item.getSource());
      if (item.getPublished() != null) {
        about.add(item.getPublished().toString());
      }
      if (item.getHeadline() != null) {
        about.add(item.getHeadline());
      }
    }
    return about.toString();
  }

  private void lines(StyledText text, String indent) {
    text.wrap(terminal, indent, indent).forEach(out::println);
  }
}
