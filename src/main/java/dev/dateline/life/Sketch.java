package dev.dateline.life;

import dev.dateline.enrich.EnrichedItem;
import dev.dateline.text.Document;
import dev.dateline.text.TextSpan;
import dev.dateline.text.Tokens;
import java.util.Arrays;

/**
 * What is kept of a text to find its near-duplicates: of the hashes of its shingles (runs of five
 * words, in lower case, without punctuation), the {@value #SIZE} smallest. The smallest of all are
 * its bands: two texts are compared where they share one.
 *
 * <p>This is the bottom-k form of MinHash: A. Z. Broder, "On the resemblance and containment of
 * documents" (1997), section 4. One hash a shingle makes it cheap, and a text of no more than
 * {@value #SIZE} different shingles is compared exactly. Immutable; thread-safe.
 */
public final class Sketch {

  /** Most hashes that are kept. */
  public static final int SIZE = 128;

  /** Most bands. At a resemblance of one half, one text in 250 shares none. */
  public static final int BANDS = 8;

  private static final int SHINGLE = 5;

  private final int shingles;
  private final int[] smallest;
  private final long[] bands;

  /**
   * @param shingles number of different shingles in the text
   * @param smallest upper halves of the smallest hashes, ascending as unsigned numbers
   * @param bands the smallest hashes whole, ascending as unsigned numbers
   */
  private Sketch(int shingles, int[] smallest, long[] bands) {
    this.shingles = shingles;
    this.smallest = smallest;
    this.bands = bands;
  }

  /**
   * The sketch of an item's body: a headline is each desk's own. Where there is no more than the
   * headline, it is that one's.
   */
  public static Sketch of(EnrichedItem item) {
    Document document = item.article().document();
    TextSpan headline = item.article().headline();
    int body = headline == null ? 0 : document.tokens().at(document.index(headline.span().end()));
    return of(document, body < document.tokens().count() ? body : 0);
  }

  /**
   * The sketch of a text from a token on. A text of less than five words is one shingle; one
   * without words has none, and resembles nothing.
   */
  public static Sketch of(Document document, int firstToken) {
    Tokens tokens = document.tokens();
    int[] words = new int[Math.max(0, tokens.count() - firstToken)];
    int count = 0;
    for (int token = firstToken; token < tokens.count(); token++) {
      switch (tokens.kind(token)) {
        case WORD, NUMBER, ADDRESS -> words[count++] = tokens.lowerHash(token);
        default -> {}
      }
    }
    return ofWords(words, count);
  }

  /**
   * The sketch that was made of these parts.
   *
   * @throws IllegalArgumentException where they cannot be a sketch's
   */
  public static Sketch of(int shingles, int[] smallest, long[] bands) {
    if (smallest.length != Math.min(shingles, SIZE) || bands.length != Math.min(shingles, BANDS)) {
      throw new IllegalArgumentException("no sketch of " + shingles + " shingles");
    }
    return new Sketch(shingles, smallest.clone(), bands.clone());
  }

  private static Sketch ofWords(int[] words, int count) {
    if (count == 0) {
      return new Sketch(0, new int[0], new long[0]);
    }
    int length = Math.min(SHINGLE, count);
    long[] hashes = new long[count - length + 1];
    for (int first = 0; first < hashes.length; first++) {
      long hash = 0;
      for (int i = first; i < first + length; i++) {
        hash = (hash ^ words[i]) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 32;
      }
      // Flipped, so that sorting as signed numbers sorts them as unsigned ones.
      hashes[first] = mixed(hash) ^ Long.MIN_VALUE;
    }
    long[] low = low(hashes);
    int different = sortDifferent(low);
    if (low.length < hashes.length && different < SIZE) {
      low = hashes; // the same few words again and again
      different = sortDifferent(low);
    }
    int shingles = (int) ((long) different * hashes.length / low.length);
    int[] smallest = new int[Math.min(different, SIZE)];
    long[] bands = new long[Math.min(different, BANDS)];
    for (int i = 0; i < smallest.length; i++) {
      long hash = low[i] ^ Long.MIN_VALUE;
      smallest[i] = (int) (hash >>> Integer.SIZE);
      if (i < bands.length) {
        bands[i] = hash;
      }
    }
    return new Sketch(shingles, smallest, bands);
  }

  /** So many of the lowest hashes that the smallest are among them; sorting all takes longer. */
  private static long[] low(long[] hashes) {
    if (hashes.length <= 2 * SIZE) {
      return hashes;
    }
    double share = 1.4 * SIZE / hashes.length;
    long limit = (long) (share * 0x1p64 - 0x1p63);
    long[] low = new long[hashes.length];
    int count = 0;
    for (long hash : hashes) {
      if (hash < limit) {
        low[count++] = hash;
      }
    }
    return Arrays.copyOf(low, count);
  }

  /** Sorts, moves each different one to the front, and counts them. */
  private static int sortDifferent(long[] hashes) {
    Arrays.sort(hashes);
    int different = 0;
    for (int i = 0; i < hashes.length; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        hashes[different++] = hashes[i];
      }
    }
    return different;
  }

  /** The finaliser of MurmurHash3, by Austin Appleby, in the public domain. */
  private static long mixed(long hash) {
    long h = hash;
    h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
    h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return h ^ (h >>> 33);
  }

  /** Number of different shingles in the text; in a long one estimated from the smallest. */
  public int shingles() {
    return shingles;
  }

  /** Upper halves of the smallest hashes, ascending as unsigned numbers. A copy. */
  public int[] smallest() {
    return smallest.clone();
  }

  /** The smallest hashes whole, ascending as unsigned numbers. A copy. */
  public long[] bands() {
    return bands.clone();
  }

  /** 64 bits that differ, but for accidents, where the sketches do. */
  public long digest() {
    long digest = shingles;
    for (int hash : smallest) {
      digest = mixed(digest ^ hash) + 1;
    }
    return digest;
  }

  /**
   * The share of the shingles of both texts that both have, 0 to 1 (Jaccard): exact for short
   * texts, estimated for others, at one half with a standard error of 0.044.
   */
  public double resemblance(Sketch other) {
    boolean whole = shingles <= SIZE && other.shingles <= SIZE;
    int limit = whole ? Integer.MAX_VALUE : SIZE;
    int union = 0;
    int both = 0;
    int i = 0;
    int j = 0;
    while (union < limit && (i < smallest.length || j < other.smallest.length)) {
      int order =
          i == smallest.length
              ? 1
              : j == other.smallest.length
                  ? -1
                  : Integer.compareUnsigned(smallest[i], other.smallest[j]);
      if (order == 0) {
        both++;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
      union++;
    }
    return union == 0 ? 0 : (double) both / union;
  }

  /** The share of this text's shingles that the other text has too, 0 to 1, by resemblance. */
  public double containedIn(Sketch other) {
    double resemblance = resemblance(other);
    double both = resemblance / (1 + resemblance) * (shingles + (double) other.shingles);
    return shingles == 0 ? 0 : Math.min(1, both / shingles);
  }

  /**
   * The upper half of the smallest band that both have, or null. Both sides find the same one, so
   * that in an index by band a pair needs to be compared in one place only.
   */
  public Integer firstSharedBand(Sketch other) {
    int i = 0;
    int j = 0;
    while (i < bands.length && j < other.bands.length) {
      int order = Integer.compareUnsigned(smallest[i], other.smallest[j]);
      if (order == 0) {
        return smallest[i];
      }
      i += order < 0 ? 1 : 0;
      j += order > 0 ? 1 : 0;
    }
    return null;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sketch sketch
        && shingles == sketch.shingles
        && Arrays.equals(smallest, sketch.smallest)
        && Arrays.equals(bands, sketch.bands);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(digest());
  }
}
