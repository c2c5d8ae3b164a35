package dev.dateline.bench;

import dev.dateline.enrich.EnrichedItem;
import dev.dateline.life.Sketch;
import java.util.concurrent.TimeUnit;
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

/** What it takes to find the story of an article: its sketch, and comparing it with another. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Threads(1)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class SketchBenchmark {

  private static final int ARTICLES = 1000;

  private final EnrichedItem[] items = new EnrichedItem[ARTICLES];
  private final Sketch[] sketches = new Sketch[ARTICLES];
  private int next;

  @Setup
  public void load() {
    RandomNews news = new RandomNews(7);
    long tokens = 0;
    for (int i = 0; i < ARTICLES; i++) {
      items[i] = news.item(i);
      sketches[i] = Sketch.of(items[i]);
      tokens += items[i].article().document().tokens().count();
    }
    System.out.printf("%n%d tokens an article%n", tokens / ARTICLES);
  }

  @Benchmark
  public Sketch sketch() {
    next = (next + 1) % ARTICLES;
    return Sketch.of(items[next]);
  }

  @Benchmark
  public double compare() {
    next = (next + 1) % ARTICLES;
    return sketches[next].resemblance(sketches[(next + 1) % ARTICLES]);
  }
}
