package dev.dateline.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The rules of one scope. Documents may be matched from any number of threads; changes need to be
 * kept apart from that and from one another.
 *
 * <p>A rule is filed under terms that Lucene Monitor's presearcher chooses, but in hash tables that
 * are looked up while a document's words are read. The Monitor's own Lucene index answers the same
 * question several times slower, and needs each document indexed before it can be asked.
 */
final class ScopeIndex {

  private final Map<String, FiledRule> rules = new HashMap<>();
  private final Usage usage = new Usage();
  private final FilingTerms filing = new FilingTerms();

  /** Removes rules, whether they are here or not, and then adds others. */
  void change(Collection<String> removed, Map<String, CompiledQuery> added) {
    for (String id : removed) {
      FiledRule rule = rules.remove(id);
      if (rule != null) {
        usage.unfile(rule);
      }
    }
    added.forEach(this::add);
  }

  private void add(String id, CompiledQuery query) {
    FiledRule rule = new FiledRule(id, query.query(), filing.of(query.query()));
    rules.put(id, rule);
    usage.add(query);
    usage.file(rule);
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  /** What documents must be indexed with. */
  Usage usage() {
    return usage;
  }
}
