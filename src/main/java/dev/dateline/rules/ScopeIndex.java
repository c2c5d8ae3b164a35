package dev.dateline.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryDecomposer;
import org.apache.lucene.search.Query;

/**
 * The rules of one scope in a Lucene Monitor. Documents may be matched from any number of threads;
 * changes need to be kept apart from that and from one another.
 */
final class ScopeIndex implements AutoCloseable {

  private final Monitor monitor;
  private final Usage usage = new Usage();
  private int size;

  ScopeIndex() throws IOException {
    monitor =
        new Monitor(
            new KeywordAnalyzer(),
            new FilingPresearcher(usage),
            new MonitorConfiguration()
                .setQueryDecomposer(new Whole())
                .setPurgeFrequency(1, TimeUnit.HOURS));
  }

  /** A rule stays one query, so that all its matches are found together. */
  private static final class Whole extends QueryDecomposer {
    @Override
    public Set<Query> decompose(Query query) {
      return Set.of(query);
    }
  }

  /** Removes rules, whether they are here or not, and then adds others, which are not. */
  void change(Collection<String> removed, Map<String, CompiledQuery> added) throws IOException {
    if (!removed.isEmpty() && size > 0) {
      monitor.deleteById(new ArrayList<>(removed));
    }
    if (!added.isEmpty()) {
      added.values().forEach(usage::add);
      List<MonitorQuery> queries = new ArrayList<>(added.size());
      added.forEach((id, query) -> queries.add(new MonitorQuery(id, query.query())));
      monitor.register(queries);
    }
    size = monitor.getQueryCount();
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** What documents must be indexed with. */
  Usage usage() {
    return usage;
  }

  /** The rules that match a document, and where. */
  Collection<Hits> match(Document document) throws IOException {
    return monitor.match(document, HitCollector::new).getMatches();
  }

  @Override
  public void close() throws IOException {
    monitor.close();
  }
}
