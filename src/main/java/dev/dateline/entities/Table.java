package dev.dateline.entities;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A long resource of tab-separated rows as it lies in memory. Strings are made of the fields that
 * need them only, which is what makes it fast to load. {@link #next} moves on: one thread.
 */
final class Table {

  private static final int FIELDS = 16;

  private final byte[] bytes;

  /**
   * Where the fields of the row begin; one past the end of each field is a tab or the row's end.
   */
  private final int[] begins = new int[FIELDS + 1];

  private int fields;
  private int end;

  private Table(byte[] bytes) {
    this.bytes = bytes;
  }

  static Table read(String name) {
    try (InputStream in = Resources.open(name)) {
      return new Table(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another reader of the same rows, before the first. */
  Table again() {
    return new Table(bytes);
  }

  /** Another reader of the same rows, at the row whose {@link #position} is given. */
  Table at(int position) {
    Table table = new Table(bytes);
    table.end = position;
    table.next();
    return table;
  }

  /** Moves to the next row that is neither empty nor a comment, and tells whether there is one. */
  boolean next() {
    int at = end;
    while (at < bytes.length && (bytes[at] == '\n' || bytes[at] == '#')) {
      while (at < bytes.length && bytes[at] != '\n') {
        at++;
      }
      at++;
    }
    if (at >= bytes.length) {
      return false;
    }
    fields = 0;
    begins[fields++] = at;
    while (at < bytes.length && bytes[at] != '\n') {
      if (bytes[at++] == '\t') {
        begins[fields++] = at;
      }
    }
    begins[fields] = at + 1;
    end = at;
    return true;
  }

  /** Where the row stands, for {@link #at}. */
  int position() {
    return begins[0];
  }

  String text(int field) {
    int begin = begins[field];
    return new String(bytes, begin, begins[field + 1] - 1 - begin, StandardCharsets.UTF_8);
  }

  /** The first byte of a field, which must not be empty. */
  char first(int field) {
    return (char) bytes[begins[field]];
  }

  /** The whole number of no sign that a field holds. */
  int number(int field) {
    int number = 0;
    for (int i = begins[field]; i < begins[field + 1] - 1; i++) {
      number = number * 10 + bytes[i] - '0';
    }
    return number;
  }

  /** Whether a field is letters of ASCII alone, in words with one blank between each two. */
  boolean isPlain(int field) {
    boolean letter = false;
    for (int i = begins[field]; i < begins[field + 1] - 1; i++) {
      int lower = bytes[i] | 0x20;
      boolean here = lower >= 'a' && lower <= 'z';
      if (!here && (bytes[i] != ' ' || !letter)) {
        return false;
      }
      letter = here;
    }
    return letter;
  }

  /** {@link String#hashCode} of a plain field in small letters. */
  int lowerHash(int field) {
    int hash = 0;
    for (int i = begins[field]; i < begins[field + 1] - 1; i++) {
      hash = 31 * hash + (bytes[i] | 0x20);
    }
    return hash;
  }

  /**
   * Writes {@link String#hashCode} of each word of a plain field, in small letters, to {@code out}.
   *
   * @return how many words there are, which may be more than {@code out} has room for
   */
  int words(int field, int[] out) {
    int count = 0;
    int hash = 0;
    for (int i = begins[field]; i < begins[field + 1]; i++) {
      if (i == begins[field + 1] - 1 || bytes[i] == ' ') {
        if (count < out.length) {
          out[count] = hash;
        }
        count++;
        hash = 0;
      } else {
        hash = 31 * hash + (bytes[i] | 0x20);
      }
    }
    return count;
  }
}
