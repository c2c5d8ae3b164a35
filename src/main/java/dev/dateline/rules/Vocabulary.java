package dev.dateline.rules;

import org.apache.lucene.util.BytesRef;

/**
 * The terms that queries look up in one field. A document is indexed with no others, which leaves
 * out most of its words and changes no match.
 */
final class Vocabulary {

  private final HashFilter used = new HashFilter();
  private final HashFilter starts = new HashFilter();
  private final HashFilter anchors = new HashFilter();

  void use(BytesRef term) {
    used.add(term.hashCode());
  }

  /** Terms that start so; {@code start} as the presearcher files it. */
  void useStart(BytesRef start) {
    starts.add(PatternHandler.hash(start));
  }

  /** A term, or a start of terms, under which a rule is filed. */
  void anchor(BytesRef term) {
    boolean start = term.length > 0 && term.bytes[term.offset] == PatternHandler.MARK;
    anchors.add(start ? PatternHandler.hash(term) : term.hashCode());
  }

  boolean uses(int hash) {
    return used.mightHave(hash);
  }

  boolean usesStart(WordForms word) {
    return !starts.isEmpty() && any(starts, word);
  }

  boolean isAnchor(int hash) {
    return anchors.mightHave(hash);
  }

  boolean isAnchorStart(WordForms word) {
    return any(anchors, word);
  }

  private static boolean any(HashFilter filter, WordForms word) {
    for (int start : word.starts()) {
      if (filter.mightHave(start)) {
        return true;
      }
    }
    return false;
  }
}
