package dev.dateline.quotes;

import dev.dateline.article.Article;
import dev.dateline.entities.EntityExtractor;
import dev.dateline.text.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Measures the names that speakers resolve to against {@code dev-speakers.tsv}: right, wrong or
 * abstained, by kind of mention.
 *
 * <p>Usage: {@code SpeakerScore [FOLDER]}, a folder of texts; prints what is wrong, and the sums.
 */
public final class SpeakerScore {

  /** A span and the name of who says it, or null. */
  record Gold(String article, int start, int end, String name) {}

  /** What was answered for one span; {@code kind} is null where no quote was found. */
  record Answer(Gold gold, String name, Speaker.Kind kind) {

    boolean isRight() {
      return Objects.equals(normalised(gold.name), normalised(name));
    }
  }

  /** The sums of some answers. */
  record Sums(int named, int answered, int right, int nameless, int keptNull) {

    static Sums of(List<Answer> answers) {
      int named = 0;
      int answered = 0;
      int right = 0;
      int nameless = 0;
      int keptNull = 0;
      for (Answer answer : answers) {
        answered += answer.name != null ? 1 : 0;
        if (answer.gold.name == null) {
          nameless++;
          keptNull += answer.name == null ? 1 : 0;
        } else {
          named++;
          right += answer.isRight() ? 1 : 0;
        }
      }
      return new Sums(named, answered, right, nameless, keptNull);
    }

    double rightOfAnswered() {
      return 100.0 * right / Math.max(1, answered);
    }

    double rightOfNamed() {
      return 100.0 * right / Math.max(1, named);
    }

    double nullKept() {
      return 100.0 * keptNull / Math.max(1, nameless);
    }
  }

  private SpeakerScore() {}

  public static void main(String[] args) throws IOException {
    Path folder =
        args.length > 0 ? Path.of(args[0]) : Polnear.SHARED.resolve("data/quotes/dev/text");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<Answer> answers = answers(folder);
    Map<Speaker.Kind, int[]> kinds = new EnumMap<>(Speaker.Kind.class);
    for (Answer answer : answers) {
      if (answer.kind != null) {
        int[] counts = kinds.computeIfAbsent(answer.kind, kind -> new int[3]);
        counts[answer.isRight() ? 0 : answer.name != null ? 1 : 2]++;
      }
      if (!answer.isRight()) {
        out.printf(
            "%s:%d %s is %s, not %s%n",
            answer.gold.article, answer.gold.start, answer.kind, answer.gold.name, answer.name);
      }
    }
    kinds.forEach(
        (kind, n) -> out.printf("%-9s right %d, wrong %d, abstained %d%n", kind, n[0], n[1], n[2]));
    Sums sums = Sums.of(answers);
    out.printf(
        "right of answered %.1f, of named %.1f; null kept %.1f (%s)%n",
        sums.rightOfAnswered(), sums.rightOfNamed(), sums.nullKept(), sums);
  }

  /** The answers for every labelled span; a span that no quote overlaps is not answered. */
  static List<Answer> answers(Path folder) throws IOException {
    List<Answer> answers = new ArrayList<>();
    String name = "";
    String raw = "";
    List<Quote> quotes = List.of();
    CleanText.Alignment alignment = null;
    Article article = null;
    for (Gold gold : gold()) {
      if (!gold.article.equals(name)) {
        name = gold.article;
        Path file = folder.resolve(name + ".txt");
        raw = Files.readString(file);
        article = CleanText.of(file);
        alignment = CleanText.align(raw, article.text());
        quotes =
            QuoteExtractor.standard().extract(article, EntityExtractor.standard().extract(article));
      }
      int begin = raw.offsetByCodePoints(0, gold.start);
      int end = raw.offsetByCodePoints(begin, gold.end - gold.start);
      answers.add(
          answer(gold, alignment.move(List.of(new Polnear.Range(begin, end))), article, quotes));
    }
    return answers;
  }

  private static Answer answer(
      Gold gold, List<Polnear.Range> ranges, Article article, List<Quote> quotes) {
    Quote best = null;
    int most = 0;
    for (Quote quote : quotes) {
      int shared = 0;
      for (Span span : quote.spans()) {
        int from = article.document().index(span.start());
        int to = article.document().index(span.end());
        for (Polnear.Range range : ranges) {
          shared += Math.max(0, Math.min(to, range.end()) - Math.max(from, range.begin()));
        }
      }
      if (shared > most) {
        most = shared;
        best = quote;
      }
    }
    Speaker speaker = best == null ? null : best.speaker();
    Speaker.Kind kind = best == null ? null : speaker == null ? Speaker.Kind.NONE : speaker.kind();
    return new Answer(gold, speaker == null ? null : speaker.name(), kind);
  }

  /** The labels: a span a line. */
  static List<Gold> gold() throws IOException {
    List<Gold> gold = new ArrayList<>();
    for (String line : GoldFiles.lines("dev-speakers.tsv")) {
      String[] cells = line.split("\t");
      gold.add(
          new Gold(
              cells[0],
              Integer.parseInt(cells[1]),
              Integer.parseInt(cells[2]),
              cells[3].equals("-") ? null : cells[3]));
    }
    return gold;
  }

  /** A name by its letters alone, without an article before it. */
  static String normalised(String name) {
    if (name == null) {
      return null;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    lower = lower.startsWith("the ") ? lower.substring(4) : lower;
    return lower.replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
