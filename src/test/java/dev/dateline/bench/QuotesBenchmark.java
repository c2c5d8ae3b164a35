package dev.dateline.bench;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleCleaner;
import dev.dateline.entities.Entity;
import dev.dateline.entities.EntityExtractor;
import dev.dateline.quotes.Quote;
import dev.dateline.quotes.QuoteExtractor;
import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireItem;
import dev.dateline.wire.WireReaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Articles a second whose quotes are found, on one thread: 200 articles of some 885 tokens, made of
 * shuffled paragraphs of the sample wire, or of the {@code *.txt} in the folder of the property
 * {@code dateline.bench.texts}. Cleaning, tokens and entities are made beforehand.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
@Threads(1)
@Fork(1)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 4, time = 5)
public class QuotesBenchmark {

  private static final int ARTICLES = 200;
  private static final int TOKENS = 885;

  private final QuoteExtractor extractor = QuoteExtractor.standard();
  private final Article[] articles = new Article[ARTICLES];
  private final List<List<Entity>> entities = new ArrayList<>();
  private int next;

  @Setup
  public void load() throws IOException, WireException {
    List<String> paragraphs = paragraphs();
    Random random = new Random(3);
    long tokens = 0;
    for (int i = 0; i < ARTICLES; i++) {
      articles[i] = article(i, paragraphs, random);
      entities.add(EntityExtractor.standard().extract(articles[i]));
      tokens += articles[i].document().tokens().count();
    }
    System.out.printf("%d tokens an article%n", tokens / ARTICLES);
  }

  @Benchmark
  public List<Quote> quotes() {
    next = (next + 1) % ARTICLES;
    return extractor.extract(articles[next], entities.get(next));
  }

  private static List<String> paragraphs() throws IOException, WireException {
    String texts = System.getProperty("dateline.bench.texts");
    Path folder = Path.of(texts == null ? "src/main/resources/dev/dateline/demo/wire" : texts);
    List<Path> files;
    try (Stream<Path> list = Files.walk(folder)) {
      files = list.filter(Files::isRegularFile).sorted().toList();
    }
    List<String> paragraphs = new ArrayList<>();
    for (Path file : files) {
      for (WireItem item : read(Files.readAllBytes(file), file.toString())) {
        String text = ArticleCleaner.standard().clean(item).text();
        Collections.addAll(paragraphs, text.split("\n\n"));
      }
    }
    return paragraphs;
  }

  private static List<WireItem> read(byte[] bytes, String source) {
    try {
      return WireReaders.standard().read(WireInput.of(bytes, source));
    } catch (WireException e) {
      return List.of();
    }
  }

  private static Article article(int number, List<String> paragraphs, Random random)
      throws WireException {
    StringBuilder text = new StringBuilder("News of the day, number ").append(number);
    int tokens = 0;
    while (tokens < TOKENS) {
      String paragraph = paragraphs.get(random.nextInt(paragraphs.size()));
      text.append("\n\n").append(paragraph);
      tokens += paragraph.split("\\W+|\\b").length * 5 / 8;
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    WireItem item = WireReaders.standard().read(WireInput.of(bytes, number + ".txt")).get(0);
    return ArticleCleaner.standard().clean(item);
  }
}
