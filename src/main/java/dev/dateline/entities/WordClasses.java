package dev.dateline.entities;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Classes of words that stand in like contexts, learned from unlabelled text: hashes of word forms
 * with a class each, no words. Immutable; thread-safe.
 */
final class WordClasses {

  private final IntTable classes;

  private WordClasses(IntTable classes) {
    this.classes = classes;
  }

  static WordClasses none() {
    return new WordClasses(new IntTable(0));
  }

  static WordClasses read() {
    try (DataInputStream in = new DataInputStream(Resources.open("classes.bin.gz"))) {
      int count = in.readInt();
      IntTable table = new IntTable(count);
      for (int i = 0; i < count; i++) {
        int hash = in.readInt();
        table.put(hash, in.readUnsignedShort() + 1 | (in.readUnsignedShort() + 1) << 16);
      }
      return new WordClasses(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class of a form, of the form in small letters where it is unknown, else 0. */
  int of(int hash, int lower) {
    int found = classes.get(hash, 0);
    return found != 0 || hash == lower ? found : classes.get(lower, 0);
  }
}
