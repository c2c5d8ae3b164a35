package dev.dateline.bench;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleCleaner;
import dev.dateline.enrich.Enricher;
import dev.dateline.entities.Entity;
import dev.dateline.entities.EntityExtractor;
import dev.dateline.text.Document;
import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Articles of 885 tokens a second, on one thread, entities alone: tokens and sentences are found
 * before. The articles are those of the sample wire, or of a folder of texts ({@code -p folder=…}),
 * run together and cut to length. Before it measures, it prints how long model and gazetteers took
 * to load and the memory they hold.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
@Threads(1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
public class EntitiesBenchmark {

  private static final int TOKENS = 885;

  @Param({"src/main/resources/dev/dateline/demo/wire"})
  private String folder;

  private final List<Article> articles = new ArrayList<>();
  private EntityExtractor extractor;
  private int next;

  @Setup
  public void load() throws IOException {
    long before = used();
    long start = System.nanoTime();
    extractor = EntityExtractor.standard();
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.printf("%nloaded in %d ms, %d MB%n", millis, (used() - before) >> 20);
    StringBuilder text = new StringBuilder();
    int tokens = 0;
    for (String part : parts()) {
      text.append(text.isEmpty() ? "" : "\n\n").append(part);
      tokens += Document.of(part).tokens().count();
      if (tokens >= TOKENS) {
        articles.add(article(text.toString()));
        text.setLength(0);
        tokens = 0;
      }
    }
    System.out.printf(
        "%d articles of %.0f tokens%n",
        articles.size(),
        articles.stream().mapToInt(a -> a.document().tokens().count()).average().orElse(0));
  }

  /** The paragraphs of all texts, in order. */
  private List<String> parts() throws IOException {
    Enricher enricher = Enricher.standard();
    List<String> parts = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.filter(file -> !file.endsWith("index.txt")).sorted().toList()) {
        try {
          for (WireItem item : enricher.read(WireInput.of(Files.readAllBytes(file), "bench"))) {
            parts.addAll(List.of(ArticleCleaner.standard().clean(item).text().split("\n\n")));
          }
        } catch (WireException e) {
          System.out.println(file + ": " + e.getMessage());
        }
      }
    }
    return parts;
  }

  private static Article article(String text) {
    WireItem item = WireItem.builder("bench").guid("item").build();
    return new Article(
        "bench:item",
        item,
        Document.of(text),
        null,
        null,
        null,
        "en",
        List.of(),
        List.of(),
        List.of());
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Benchmark
  public List<Entity> extract() {
    next = (next + 1) % articles.size();
    return extractor.extract(articles.get(next));
  }
}
