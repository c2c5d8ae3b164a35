package dev.dateline.text;

import java.util.Arrays;

/**
 * The tokens of a text in primitive arrays, in order. Positions are UTF-16 indices. Immutable once
 * built; safe from any number of threads.
 *
 * <p>A token is a word (inner periods, ampersands and apostrophes belong to it, hyphens part it), a
 * possessive {@code 's}, a number, an address, or a mark. Two backticks, two apostrophes, a run of
 * periods and a run of dashes are one mark.
 */
public final class Tokens {

  /** What a token is made of. */
  public enum Kind {
    WORD,
    NUMBER,
    /** An e-mail or web address. */
    ADDRESS,
    /** {@code 's}, possessive or short for "is" or "has", or a possessive apostrophe alone. */
    POSSESSIVE,
    /** Any quotation mark, apostrophes that are no part of a word among them. */
    QUOTE_MARK,
    PUNCTUATION
  }

  private static final Kind[] KINDS = Kind.values();

  /** Few texts have shorter words on average, with their marks and blanks. */
  private static final int CHARACTERS_A_TOKEN = 4;

  private static final int UPPER_INITIAL = 1;
  private static final int ALL_UPPER = 2;
  private static final int SPACE_BEFORE = 4;

  private final String text;
  private int count;
  private int[] begins;
  private int[] ends;
  private int[] hashes;
  private int[] lowerHashes;
  private byte[] kinds;
  private byte[] flags;

  Tokens(String text) {
    this.text = text;
    int size = text.length() / CHARACTERS_A_TOKEN + 8;
    begins = new int[size];
    ends = new int[size];
    hashes = new int[size];
    lowerHashes = new int[size];
    kinds = new byte[size];
    flags = new byte[size];
  }

  /** Adds the token at {@code [begin, end)} of the text, whose characters are {@code chars}. */
  void add(char[] chars, int begin, int end, Kind kind) {
    int hash = 0;
    int lowerHash = 0;
    int uppers = 0;
    int lowers = 0;
    for (int i = begin; i < end; i++) {
      char c = chars[i];
      if (c == '\u2019') {
        c = '\'';
      }
      char lower = c < 128 ? asciiLower(c) : Character.toLowerCase(c);
      if (lower != c) {
        uppers++;
      } else if (c >= 'a' && c <= 'z' || c >= 128 && Character.isLowerCase(c)) {
        lowers++;
      }
      hash = 31 * hash + c;
      lowerHash = 31 * lowerHash + lower;
    }
    int flag = Character.isUpperCase(chars[begin]) ? UPPER_INITIAL : 0;
    if (uppers > 0 && lowers == 0) {
      flag |= ALL_UPPER;
    }
    put(chars, begin, end, kind, hash, lowerHash, flag);
  }

  /**
   * Adds a word of letters of ASCII.
   *
   * @param uppers how many of them are capitals
   */
  void addWord(char[] chars, int begin, int end, int hash, int lowerHash, int uppers) {
    int flag = chars[begin] <= 'Z' ? UPPER_INITIAL : 0;
    if (uppers == end - begin) {
      flag |= ALL_UPPER;
    }
    put(chars, begin, end, Kind.WORD, hash, lowerHash, flag);
  }

  private void put(char[] chars, int begin, int end, Kind kind, int hash, int lowerHash, int flag) {
    if (count == begins.length) {
      grow();
    }
    begins[count] = begin;
    ends[count] = end;
    kinds[count] = (byte) kind.ordinal();
    hashes[count] = hash;
    lowerHashes[count] = lowerHash;
    boolean space = begin == 0 || chars[begin - 1] <= ' ' || chars[begin - 1] == '\u00a0';
    flags[count++] = (byte) (space ? flag | SPACE_BEFORE : flag);
  }

  private void grow() {
    int size = count * 2;
    begins = Arrays.copyOf(begins, size);
    ends = Arrays.copyOf(ends, size);
    hashes = Arrays.copyOf(hashes, size);
    lowerHashes = Arrays.copyOf(lowerHashes, size);
    kinds = Arrays.copyOf(kinds, size);
    flags = Arrays.copyOf(flags, size);
  }

  private static char asciiLower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  public int count() {
    return count;
  }

  /** UTF-16 index of the token's first character. */
  public int begin(int token) {
    return begins[token];
  }

  /** UTF-16 index one past the token's last character. */
  public int end(int token) {
    return ends[token];
  }

  public Kind kind(int token) {
    return KINDS[kinds[token]];
  }

  public boolean isWord(int token) {
    return kinds[token] == 0;
  }

  /** The word as written. */
  public String form(int token) {
    return text.substring(begins[token], ends[token]);
  }

  /** {@link String#hashCode} of the form, a curly apostrophe counting as a straight one. */
  public int hash(int token) {
    return hashes[token];
  }

  /** {@link String#hashCode} of the form in lower case, as for {@link #hash}. */
  public int lowerHash(int token) {
    return lowerHashes[token];
  }

  /** Whether it starts with a capital. */
  public boolean isCapitalised(int token) {
    return (flags[token] & UPPER_INITIAL) != 0;
  }

  /** Whether it has capitals and no small letter; true of a single capital, too. */
  public boolean isAllUpper(int token) {
    return (flags[token] & ALL_UPPER) != 0;
  }

  /** Whether white space or the start of the text stands before it. */
  public boolean spaceBefore(int token) {
    return (flags[token] & SPACE_BEFORE) != 0;
  }

  /** Whether its form in lower case is {@code lower}, without making a string of it. */
  public boolean is(int token, String lower) {
    int length = ends[token] - begins[token];
    if (length != lower.length() || lowerHashes[token] != lower.hashCode()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(begins[token] + i);
      if (c == '\u2019') {
        c = '\'';
      }
      if (Character.toLowerCase(c) != lower.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is the single character {@code c}. */
  public boolean is(int token, char c) {
    return ends[token] - begins[token] == 1 && text.charAt(begins[token]) == c;
  }

  /** The first token that ends after UTF-16 index {@code index}; {@link #count} past the last. */
  public int at(int index) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] <= index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
