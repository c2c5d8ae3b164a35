package dev.dateline.rules;

import dev.dateline.enrich.EnrichedItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.search.Matches;

/**
 * Matches any number of standing rules against items. Safe from any number of threads: rules may
 * come and go while items are matched, and an item is matched against exactly the rules whose
 * {@link #put} returned before, less those whose {@link #remove} did.
 *
 * <p>Changes are collected and take effect together when the next item is matched, so that a
 * hundred thousand rules load in seconds.
 */
public final class RuleMatcher implements AutoCloseable {

  private final Map<String, RuleQuery> rules = new ConcurrentHashMap<>();

  /** The rules as Lucene has them; a scope without rules may have no index. */
  private final Map<Scope, ScopeIndex> indexes = new EnumMap<>(Scope.class);

  /** Held to read by who matches, to write by who changes {@link #indexes}. */
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  /** Ids of rules that the indexes do not yet reflect; guards itself. */
  private final Set<String> changed = new HashSet<>();

  private volatile boolean stale;
  private volatile boolean closed;

  /**
   * Adds a rule, or replaces the one with its id.
   *
   * @throws RuleException where its query is not in the language, costs too much, or only says what
   *     must not be there; a rule that had this id stays
   */
  public void put(Rule rule) throws RuleException {
    RuleQuery query = RuleQuery.parseRule(rule.query());
    synchronized (changed) {
      rules.put(rule.id(), query);
      changed.add(rule.id());
      stale = true;
    }
  }

  /** Removes a rule; does nothing where there is none with this id. */
  public void remove(String id) {
    synchronized (changed) {
      if (rules.remove(id) != null) {
        changed.add(id);
        stale = true;
      }
    }
  }

  /** Number of rules. */
  public int size() {
    return rules.size();
  }

  /**
   * Every match of every rule in an item, by rule id, then by place in the text.
   *
   * <p>A rule whose query uses a field of quotes ({@code speaker}, {@code quote}, ...) is matched
   * against each quote by itself, all of it against the same quote; one that uses {@code section}
   * and no field of quotes, against each section; any other, against the article as a whole. {@code
   * in:quote}, {@code in:section} or {@code in:article} in the query says otherwise. A rule matches
   * once for each quote or section that matches it, and at most once for an article. What matched
   * in an article is named as narrowly as it can be: where all the words that matched stand in one
   * quote, that quote is what matched, or else the one section they stand in.
   *
   * <p>The score is n / (n + 3), n being the number of matched places, those in the headline
   * counted three times.
   *
   * @throws IllegalStateException once closed
   */
  public List<RuleMatch> match(EnrichedItem item) {
    if (stale) {
      update();
    }
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the matcher is closed");
      }
      return matchAll(item);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.readLock().unlock();
    }
  }

  private List<RuleMatch> matchAll(EnrichedItem item) throws IOException {
    List<RuleMatch> matches = new ArrayList<>();
    ItemDocuments documents = new ItemDocuments(item);
    Reporter reporter = new Reporter(item);
    for (Map.Entry<Scope, ScopeIndex> entry : indexes.entrySet()) {
      ScopeIndex index = entry.getValue();
      if (index.isEmpty()) {
        continue;
      }
      for (View view : documents.views(entry.getKey())) {
        Set<FiledRule> candidates = new HashSet<>();
        List<FieldTerms> fields = documents.document(view, index.usage(), candidates);
        if (candidates.isEmpty()) {
          continue;
        }
        TrialDocument document = new TrialDocument(fields);
        for (FiledRule rule : candidates) {
          Matches found = document.matches(rule.query());
          RuleQuery query = found == null ? null : rules.get(rule.id());
          if (query != null) {
            matches.add(reporter.report(rule.id(), query.toString(), view, Hits.of(found)));
          }
        }
      }
    }
    // Stable: the documents came in order of text.
    matches.sort(Comparator.comparing(RuleMatch::ruleId));
    return matches;
  }

  private void update() {
    lock.writeLock().lock();
    try {
      if (closed) {
        return;
      }
      Set<String> ids;
      Map<Scope, Map<String, CompiledQuery>> added = new EnumMap<>(Scope.class);
      synchronized (changed) {
        ids = Set.copyOf(changed);
        for (String id : ids) {
          RuleQuery query = rules.get(id);
          if (query != null) {
            added
                .computeIfAbsent(query.compiled().scope(), scope -> new HashMap<>())
                .put(id, query.compiled());
          }
        }
        changed.clear();
        stale = false;
      }
      for (Scope scope : Scope.values()) {
        if (added.containsKey(scope) && !indexes.containsKey(scope)) {
          indexes.put(scope, new ScopeIndex());
        }
        if (indexes.containsKey(scope)) {
          indexes.get(scope).change(ids, added.getOrDefault(scope, Map.of()));
        }
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      closed = true;
      indexes.clear();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
