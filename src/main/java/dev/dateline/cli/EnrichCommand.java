package dev.dateline.cli;

import dev.dateline.enrich.EnrichedItem;
import dev.dateline.enrich.Enricher;
import dev.dateline.entities.EntityList;
import dev.dateline.entities.EntityListReader;
import dev.dateline.ingest.BoundedBytes;
import dev.dateline.ingest.RefusedException;
import dev.dateline.record.EnrichedArticle;
import dev.dateline.record.Records;
import dev.dateline.schema.AvroJson;
import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Enriches files without Kafka and prints what was found. */
@Command(
    name = "enrich",
    description = "Print what is found in files: quotes, speakers, names. Needs no Kafka.",
    sortOptions = false)
final class EnrichCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Wire items in any format that Dateline reads; - is standard input.")
  private List<Path> files;

  @Option(names = "--json", description = "One JSON object a line, as in the topic news.enriched.")
  private boolean json;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      defaultValue = "local",
      description = "Name of the feed or agency the files are from (default: ${DEFAULT-VALUE}).")
  private String source;

  @Option(
      names = "--wire",
      paramLabel = "FORMAT",
      description = "Format of the files, where it should not be detected.")
  private String format;

  @Option(
      names = "--list",
      paramLabel = "NAME=FILE",
      description = "Links entities to a list of your own. May be repeated.")
  private Map<String, Path> lists = new LinkedHashMap<>();

  @Option(
      names = "--max-bytes",
      paramLabel = "N",
      defaultValue = "8388608",
      description = "Largest file to read (default: ${DEFAULT-VALUE}).")
  private int maxBytes;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Enricher enricher = enricher();
    boolean failed = false;
    for (Path file : files) {
      try {
        print(name(file), enricher.enrich(input(file)), out);
      } catch (WireException e) {
        failed = true;
        if (!e.items().isEmpty()) {
          print(name(file), e.items().stream().map(enricher::enrich).toList(), out);
        }
        complain(file, e.getMessage());
      } catch (RefusedException e) {
        failed = true;
        complain(file, e.getMessage());
      } catch (IOException e) {
        failed = true;
        complain(file, Failures.reason(e));
      }
      if (out.checkError()) {
        break; // whoever read our output has gone
      }
    }
    return failed ? 1 : 0;
  }

  private Enricher enricher() {
    List<EntityList> read = new ArrayList<>();
    for (Map.Entry<String, Path> list : lists.entrySet()) {
      try {
        read.add(EntityListReader.read(list.getKey(), Files.readAllBytes(list.getValue())));
      } catch (IOException e) {
        throw new CommandFailure(list.getValue() + ": " + Failures.reason(e), e);
      }
    }
    return Enricher.standard().withLists(read);
  }

  private WireInput input(Path file) throws IOException, RefusedException {
    BoundedBytes bytes = new BoundedBytes(maxBytes);
    boolean standardInput = file.toString().equals(STANDARD_INPUT);
    WireInput input =
        WireInput.of(standardInput ? bytes.read(System.in) : bytes.read(file), source)
            .withFormat(format);
    return standardInput
        ? input.withReceived(Instant.now())
        : input
            .withUri(file.toUri().toString())
            .withReceived(Files.getLastModifiedTime(file).toInstant());
  }

  private void print(String name, List<EnrichedItem> items, PrintWriter out) {
    ArticleView view = new ArticleView(Terminal.standardOutput(), out);
    for (int i = 0; i < items.size(); i++) {
      if (json) {
        // A file with several items, as a feed, numbers them.
        out.println(json(items.size() == 1 ? name : name + "#" + (i + 1), items.get(i)));
      } else {
        view.print(items.get(i));
      }
    }
  }

  private static String json(String id, EnrichedItem item) {
    EnrichedArticle article =
        new Records(VersionProvider.producer()).enrichedArticle(item, /* received= */ null);
    article.setId(id);
    return AvroJson.toJson(article);
  }

  private static String name(Path file) {
    return file.toString().equals(STANDARD_INPUT) ? "stdin" : file.getFileName().toString();
  }

  private void complain(Path file, String reason) {
    spec.commandLine().getErr().println("dateline: " + file + ": " + reason);
  }
}
