package dev.dateline.cli;

import dev.dateline.enrich.EnrichedItem;
import dev.dateline.enrich.Enricher;
import dev.dateline.ingest.BoundedBytes;
import dev.dateline.ingest.Fetcher;
import dev.dateline.ingest.Input;
import dev.dateline.ingest.Inputs;
import dev.dateline.ingest.RefusedException;
import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how fast items are enriched, in one thread and without Kafka. */
@Command(
    name = "bench",
    description = "Measure how many articles a second one thread enriches. Needs no Kafka.",
    sortOptions = false)
final class BenchCommand implements Callable<Integer> {

  private static final int MAX_BYTES = 8 << 20;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Files and folders to enrich (default: the sample wire).")
  private List<String> files = List.of();

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "Not measured (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--seconds",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description = "Measured (default: ${DEFAULT-VALUE}).")
  private int seconds;

  private record Result(long articles, long tokens, long nanos) {}

  @Override
  public Integer call() throws IOException {
    List<WireInput> inputs = files.isEmpty() ? SampleWire.items() : read();
    if (inputs.isEmpty()) {
      throw new CommandFailure("nothing to enrich");
    }
    Enricher enricher = Enricher.standard();
    run(enricher, inputs, warmUp);
    Result result = run(enricher, inputs, seconds);
    if (result.articles() == 0) {
      throw new CommandFailure("no article among these files");
    }
    double time = result.nanos() / 1e9;
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%.0f articles/s of %.0f tokens on average, %.0f tokens/s (one thread, %.0f s)%n",
            result.articles() / time,
            (double) result.tokens() / result.articles(),
            result.tokens() / time,
            time);
    return 0;
  }

  private List<WireInput> read() throws IOException {
    Inputs found =
        new Inputs(
            null, null, new BoundedBytes(MAX_BYTES), (Fetcher) null, InputStream.nullInputStream());
    List<WireInput> inputs = new ArrayList<>();
    for (String file : files) {
      for (Input input : found.find(file)) {
        try {
          inputs.add(input.read());
        } catch (RefusedException e) {
          spec.commandLine().getErr().println("dateline: " + input.name() + ": " + e.getMessage());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return inputs;
        }
      }
    }
    return inputs;
  }

  private static Result run(Enricher enricher, List<WireInput> inputs, int seconds) {
    long articles = 0;
    long tokens = 0;
    long start = System.nanoTime();
    long end = start + seconds * 1_000_000_000L;
    while (System.nanoTime() < end) {
      for (WireInput input : inputs) {
        try {
          for (EnrichedItem item : enricher.enrich(input)) {
            articles++;
            tokens += item.article().document().tokens().count();
          }
        } catch (WireException e) {
          continue; // counted as nothing: this measures what can be read
        }
      }
    }
    return new Result(articles, tokens, System.nanoTime() - start);
  }
}
