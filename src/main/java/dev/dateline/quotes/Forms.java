package dev.dateline.quotes;

/**
 * What the lexicons say of the forms of words, in one number a form: so that one look-up a word
 * answers for all of them. 0 of a form that none of them has.
 */
final class Forms {

  private static final int CUE_SHIFT = 16;
  private static final int CLASS_SHIFT = 8;
  private static final int BYTE = 0xFF;

  private static final HashTable KNOWN = new HashTable();

  static {
    HashTable[] lexicons = {Cues.entries(), WordClass.listed(), WordClusters.clusters()};
    for (HashTable lexicon : lexicons) {
      for (int hash : lexicon.keys()) {
        int known =
            Cues.entry(hash) << CUE_SHIFT
                | WordClass.listed().get(hash) << CLASS_SHIFT
                | WordClusters.of(hash) & BYTE;
        KNOWN.putIfAbsent(hash, known);
      }
    }
  }

  private Forms() {}

  /** What is known of a form, by the hash of its lower case. */
  static int of(int lowerHash) {
    return KNOWN.get(lowerHash);
  }

  /** Its entry in {@link Cues}; 0 for none. */
  static int cue(int known) {
    return known >>> CUE_SHIFT;
  }

  /** The ordinal of its {@link WordClass} where a list has it; 0 for none. */
  static int listed(int known) {
    return known >>> CLASS_SHIFT & BYTE;
  }

  /** Its class in {@link WordClusters}; 0 for none. */
  static int cluster(int known) {
    return known & BYTE;
  }
}
