package dev.dateline.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;

/**
 * The terms that queries look up in one field. A document is indexed with no others, which leaves
 * out most of its words and changes no match.
 */
final class Vocabulary {

  private final HashFilter used = new HashFilter();
  private final HashFilter starts = new HashFilter();
  private final Map<Integer, List<FiledRule>> rules = new HashMap<>();

  void use(BytesRef term) {
    used.add(term.hashCode());
  }

  /** Terms that start so; {@code start} as the presearcher files it. */
  void useStart(BytesRef start) {
    starts.add(PatternHandler.hash(start));
  }

  /** Files a rule under a term, or a start of terms. */
  void file(BytesRef term, FiledRule rule) {
    rules.computeIfAbsent(key(term), key -> new ArrayList<>(1)).add(rule);
  }

  void unfile(BytesRef term, FiledRule rule) {
    rules.computeIfPresent(
        key(term), (key, filed) -> filed.remove(rule) && filed.isEmpty() ? null : filed);
  }

  private static int key(BytesRef term) {
    boolean start = term.length > 0 && term.bytes[term.offset] == PatternHandler.MARK;
    return start ? PatternHandler.hash(term) : term.hashCode();
  }

  boolean uses(int hash) {
    return used.mightHave(hash);
  }

  boolean usesStart(WordForms word) {
    if (!starts.isEmpty()) {
      for (int start : word.starts()) {
        if (starts.mightHave(start)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Adds the rules filed under a term of that hash code, and hardly ever others. */
  void collect(int hash, Collection<FiledRule> candidates) {
    List<FiledRule> filed = rules.get(hash);
    if (filed != null) {
      candidates.addAll(filed);
    }
  }

  /** Adds the rules filed under a start of a word. */
  void collectStarts(WordForms word, Collection<FiledRule> candidates) {
    for (int start : word.starts()) {
      collect(start, candidates);
    }
  }
}
