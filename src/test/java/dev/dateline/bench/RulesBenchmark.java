package dev.dateline.bench;

import dev.dateline.enrich.EnrichedItem;
import dev.dateline.rules.RuleException;
import dev.dateline.rules.RuleMatch;
import dev.dateline.rules.RuleMatcher;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Articles a second, on one thread, against rules in mixed shapes of which about 20 match an
 * article. Before it measures, it prints the matches an article, the time to load the rules and the
 * memory they take.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
@Threads(1)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
public class RulesBenchmark {

  private static final int ARTICLES = 1000;
  private static final double MATCHES = 20;

  @Param({"1000", "10000", "100000"})
  private int rules;

  private final EnrichedItem[] items = new EnrichedItem[ARTICLES];
  private RuleMatcher matcher;
  private int next;

  @Setup
  public void load() throws RuleException {
    RandomNews news = new RandomNews(7);
    for (int i = 0; i < ARTICLES; i++) {
      items[i] = news.item(i);
    }
    long before = used();
    long start = System.nanoTime();
    matcher = new RuleMatcher();
    for (int i = 0; i < rules; i++) {
      matcher.put(news.rule(i, MATCHES / rules));
    }
    matcher.match(items[0]);
    long millis = (System.nanoTime() - start) / 1_000_000;
    long megabytes = (used() - before) >> 20;
    int matches = 0;
    for (EnrichedItem item : items) {
      matches += matcher.match(item).size();
    }
    System.out.printf(
        "%n%d rules: %.1f matches an article, loaded in %d ms, %d MB%n",
        rules, matches / (double) ARTICLES, millis, megabytes);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Benchmark
  public List<RuleMatch> match() {
    next = (next + 1) % ARTICLES;
    return matcher.match(items[next]);
  }

  @TearDown
  public void close() {
    matcher.close();
  }
}
