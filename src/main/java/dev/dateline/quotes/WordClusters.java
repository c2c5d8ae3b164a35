package dev.dateline.quotes;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * Classes of words that stand in the same surroundings, from {@code clusters.bin}: found without
 * labels by the exchange algorithm (Kneser and Ney 1993), and a stand-in for parts of speech.
 */
final class WordClusters {

  private static final HashTable CLUSTERS = read();

  private WordClusters() {}

  /** The cluster of a word by the hash of its form in lower case; 0 for a rare word. */
  static int of(int lowerHash) {
    return CLUSTERS.get(lowerHash);
  }

  /** The cluster of every word that has one, by the hash of its form in lower case. */
  static HashTable clusters() {
    return CLUSTERS;
  }

  private static HashTable read() {
    InputStream resource = WordClusters.class.getResourceAsStream("clusters.bin");
    if (resource == null) {
      throw new IllegalStateException("no resource clusters.bin");
    }
    try (DataInputStream in = new DataInputStream(new GZIPInputStream(resource))) {
      HashTable table = new HashTable();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        int hash = in.readInt();
        table.putIfAbsent(hash, in.readUnsignedByte());
      }
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read clusters.bin", e);
    }
  }
}
