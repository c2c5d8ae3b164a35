package dev.dateline.stream;

import dev.dateline.enrich.EnrichedItem;
import dev.dateline.enrich.Enricher;
import dev.dateline.entities.EntityList;
import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireItem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * An enricher that also links to users' lists of known entities, which it reads again when their
 * files change. Safe from any number of threads; an item is enriched with the lists of one moment.
 */
public final class ListedExtractor implements Extractor, AutoCloseable {

  private static final int SECONDS = 5;

  private final Enricher enricher;
  private final List<ListFile> files;
  private final ScheduledExecutorService checks;
  private volatile Moment current;

  /** The lists of one moment. */
  private record Moment(Enricher enricher, String producer) implements Extractor {

    @Override
    public List<WireItem> read(WireInput input) throws WireException {
      return enricher.read(input);
    }

    @Override
    public EnrichedItem enrich(WireItem item) {
      return enricher.enrich(item);
    }
  }

  private ListedExtractor(
      Enricher enricher, List<ListFile> files, ScheduledExecutorService checks) {
    this.enricher = enricher;
    this.files = files;
    this.checks = checks;
    this.current = withLists();
  }

  /**
   * Reads the lists and begins to watch them.
   *
   * @param files the file of each list by the name its links carry
   * @throws org.apache.kafka.common.config.ConfigException where one cannot be read
   */
  public static ListedExtractor start(Enricher enricher, Map<String, Path> files) {
    ListedExtractor extractor =
        new ListedExtractor(
            enricher,
            new TreeMap<>(files)
                .entrySet().stream()
                    .map(entry -> ListFile.read(entry.getKey(), entry.getValue()))
                    .toList(),
            Executors.newSingleThreadScheduledExecutor(ListedExtractor::thread));
    if (!files.isEmpty()) {
      extractor.checks.scheduleWithFixedDelay(extractor::check, SECONDS, SECONDS, TimeUnit.SECONDS);
    }
    return extractor;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "dateline-lists");
    thread.setDaemon(true);
    return thread;
  }

  /** Takes up what has changed. Never fails. */
  void check() {
    boolean changed = false;
    for (ListFile file : files) {
      changed |= file.check();
    }
    if (changed) {
      current = withLists();
    }
  }

  private Moment withLists() {
    List<EntityList> lists = files.stream().map(ListFile::list).toList();
    StringBuilder producer = new StringBuilder(Extractor.super.producer());
    for (EntityList list : lists) {
      producer.append(' ').append(list.name()).append('/').append(list.hash(), 0, 8);
    }
    return new Moment(enricher.withLists(lists), producer.toString());
  }

  @Override
  public Extractor snapshot() {
    return current;
  }

  @Override
  public List<WireItem> read(WireInput input) throws WireException {
    return current.read(input);
  }

  @Override
  public EnrichedItem enrich(WireItem item) {
    return current.enrich(item);
  }

  /** Dateline's version and, where there are lists, what is in them. */
  @Override
  public String producer() {
    return current.producer();
  }

  @Override
  public void close() {
    checks.shutdownNow();
  }
}
