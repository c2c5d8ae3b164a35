package dev.dateline.quotes;

import dev.dateline.article.Article;
import dev.dateline.entities.EntityExtractor;
import dev.dateline.text.Span;
import dev.dateline.text.TextSpan;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Measures quotes of world news against {@code world-quotes.tsv}: spans found at half overlap,
 * kind, speaker's mention and name.
 *
 * <p>Usage: {@code WorldScore [FOLDER [LABELS]]}, a folder of texts and a file of labels beside
 * this class; prints what is wrong, and the sums. {@code world-quotes-blind.tsv} labels articles of
 * {@code entities/train} that no output was looked at for.
 */
public final class WorldScore {

  /** What was counted, for quoted or for all quotes. */
  static final class Sums {
    int gold;
    int found;
    int matched;
    int kind;
    int speaker;
    int name;

    double f1() {
      return 200.0 * matched / Math.max(1, gold + found);
    }

    double share(int right) {
      return 100.0 * right / Math.max(1, matched);
    }

    @Override
    public String toString() {
      return String.format(
          "F1@0.5 %.1f (%d of %d, %d found), kind %.1f, speaker %.1f, name %.1f",
          f1(), matched, gold, found, share(kind), share(speaker), share(name));
    }
  }

  private static final String LABELS = "world-quotes.tsv";

  private final Path folder;
  private final String labels;
  private final PrintStream errors;
  final Sums quoted = new Sums();
  final Sums all = new Sums();

  WorldScore(Path folder, String labels, PrintStream errors) {
    this.folder = folder;
    this.labels = labels;
    this.errors = errors;
  }

  public static void main(String[] args) throws IOException {
    Path folder =
        args.length > 0 ? Path.of(args[0]) : Polnear.SHARED.resolve("data/entities/dev/text");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    WorldScore score = new WorldScore(folder, args.length > 1 ? args[1] : LABELS, out);
    score.run();
    out.println("quoted " + score.quoted);
    out.println("all    " + score.all);
  }

  void run() throws IOException {
    for (Map.Entry<String, List<WorldQuotes.Labelled>> article :
        WorldQuotes.read(labels).entrySet()) {
      article(article.getKey(), article.getValue());
    }
  }

  private void article(String name, List<WorldQuotes.Labelled> gold) throws IOException {
    Path file = folder.resolve(name + ".txt");
    String raw = Files.readString(file);
    Article article = CleanText.of(file);
    CleanText.Alignment alignment = CleanText.align(raw, article.text());
    List<Quote> quotes =
        new ArrayList<>(
            QuoteExtractor.standard()
                .extract(article, EntityExtractor.standard().extract(article)));
    for (Quote quote : quotes) {
      all.found++;
      quoted.found += quote.kind() != QuoteKind.INDIRECT ? 1 : 0;
    }
    for (WorldQuotes.Labelled one : gold) {
      Set<Integer> letters = new HashSet<>();
      for (int[] span : one.spans()) {
        letters.addAll(moved(raw, span, alignment, article));
      }
      Quote best = null;
      double bestOverlap = 0;
      for (Quote quote : quotes) {
        double overlap = overlap(letters, letters(article, quote.spans()));
        if (overlap > bestOverlap) {
          bestOverlap = overlap;
          best = quote;
        }
      }
      boolean matched = bestOverlap >= 0.5;
      if (matched) {
        quotes.remove(best);
      }
      Set<Integer> speaker =
          one.speaker() == null ? Set.of() : moved(raw, one.speaker(), alignment, article);
      count(all, one, matched ? best : null, speaker, article);
      if (one.isQuoted()) {
        count(quoted, one, matched ? best : null, speaker, article);
        if (matched && best.kind() == QuoteKind.INDIRECT) {
          quoted.found++;
        }
      } else if (matched && best.kind() != QuoteKind.INDIRECT) {
        quoted.found--;
      }
      report(one, matched ? best : null);
    }
    for (Quote quote : quotes) {
      errors.printf("%s: spurious %s [%s]%n", name, quote.kind(), start(quote.text()));
    }
  }

  private static void count(
      Sums sums, WorldQuotes.Labelled gold, Quote quote, Set<Integer> speaker, Article article) {
    sums.gold++;
    if (quote == null) {
      return;
    }
    sums.matched++;
    sums.kind += quote.kind() == gold.kind() ? 1 : 0;
    sums.name += isNamed(gold, quote) ? 1 : 0;
    TextSpan mention = quote.speaker() == null ? null : quote.speaker().mention();
    Set<Integer> got = mention == null ? Set.of() : letters(article, List.of(mention.span()));
    sums.speaker += overlap(speaker, got) > 0 || speaker.isEmpty() && got.isEmpty() ? 1 : 0;
  }

  private static boolean isNamed(WorldQuotes.Labelled gold, Quote quote) {
    String name = quote.speaker() == null ? null : quote.speaker().name();
    return Objects.equals(SpeakerScore.normalised(gold.name()), SpeakerScore.normalised(name));
  }

  private void report(WorldQuotes.Labelled gold, Quote quote) {
    if (quote == null) {
      errors.printf("%s:%d %s missed%n", gold.article(), gold.spans().get(0)[0], gold.kind());
    } else if (!isNamed(gold, quote) || quote.kind() != gold.kind()) {
      errors.printf(
          "%s:%d %s of %s is %s of %s [%s]%n",
          gold.article(),
          gold.spans().get(0)[0],
          gold.kind(),
          gold.name(),
          quote.kind(),
          quote.speaker() == null ? null : quote.speaker().name(),
          start(quote.text()));
    }
  }

  private static String start(String text) {
    return text.length() > 60 ? text.substring(0, 60) : text;
  }

  private static Set<Integer> moved(
      String raw, int[] span, CleanText.Alignment alignment, Article article) {
    int begin = raw.offsetByCodePoints(0, span[0]);
    int end = raw.offsetByCodePoints(begin, span[1] - span[0]);
    Set<Integer> letters = new HashSet<>();
    for (Polnear.Range range : alignment.move(List.of(new Polnear.Range(begin, end)))) {
      add(letters, article.text(), range.begin(), range.end());
    }
    return letters;
  }

  private static Set<Integer> letters(Article article, List<Span> spans) {
    Set<Integer> letters = new HashSet<>();
    for (Span span : spans) {
      int begin = article.document().index(span.start());
      add(letters, article.text(), begin, article.document().index(span.end()));
    }
    return letters;
  }

  private static void add(Set<Integer> letters, String text, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        letters.add(i);
      }
    }
  }

  private static double overlap(Set<Integer> a, Set<Integer> b) {
    long shared = a.stream().filter(b::contains).count();
    return (double) shared / Math.max(1, a.size() + b.size() - shared);
  }
}
