package dev.dateline.entities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A name as lists and articles are compared: folded words, and their sound without vowels. */
final class ListName {

  /**
   * How a name fits a row.
   *
   * @param method exact, name-order, transliteration, middle-name or initial
   */
  record Fit(double score, String method) {}

  static final Fit EXACT = new Fit(1, "exact");
  private static final Fit ORDER = new Fit(0.95, "name-order");
  private static final Fit SOUND = new Fit(0.85, "transliteration");
  private static final Fit MIDDLE = new Fit(0.8, "middle-name");
  private static final Fit INITIAL = new Fit(0.6, "initial");

  /** Of two spellings of one name at most this part of the letters differ. */
  private static final double FARTHEST = 0.4;

  private final String[] words;

  private ListName(String[] words) {
    this.words = words;
  }

  static ListName of(String name) {
    String folded = NameText.fold(name);
    List<String> words = new ArrayList<>(4);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= folded.length(); i++) {
      char c = i == folded.length() ? ' ' : folded.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      } else if (c != '\'' && c != '.' && word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      } else if (c == '.' && word.length() == 1) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return new ListName(words.toArray(String[]::new));
  }

  int size() {
    return words.length;
  }

  /** Hashes by which a name of a list is found. */
  int[] keys(boolean person) {
    if (!person || words.length < 2) {
      return new int[] {unordered(words)};
    }
    return new int[] {unorderedSounds(), outer(), initial(words[0].length() == 1 ? 'I' : 'i')};
  }

  /**
   * Hashes under which names of a list are that may fit this one. By its initial a name is looked
   * for only where one of the two has no more than that: else too many would have to be compared.
   */
  int[] queries(boolean person) {
    if (!person || words.length < 2) {
      return new int[] {unordered(words)};
    }
    return words[0].length() == 1
        ? new int[] {unorderedSounds(), outer(), initial('I'), initial('i')}
        : new int[] {unorderedSounds(), outer(), initial('I')};
  }

  private int outer() {
    return combined('f', soundHash(words[0]));
  }

  private int initial(char kind) {
    return combined(kind, words[0].charAt(0));
  }

  private int combined(char kind, int first) {
    int hash = IntTable.mix(kind * 0x9e3779b1 + first);
    return IntTable.mix(hash * 31 + soundHash(words[words.length - 1]));
  }

  /** The same whatever the order of the parts. */
  private static int unordered(String[] parts) {
    int sum = parts.length;
    for (String part : parts) {
      sum += IntTable.mix(part.hashCode());
    }
    return IntTable.mix(sum);
  }

  private int unorderedSounds() {
    int sum = words.length;
    for (String word : words) {
      sum += IntTable.mix(soundHash(word));
    }
    return IntTable.mix(sum);
  }

  /** How this name of a list fits a name of an article; null where it does not. */
  Fit fit(ListName other, boolean person) {
    if (Arrays.equals(words, other.words)) {
      return EXACT;
    }
    if (sameSet(words, other.words)) {
      return ORDER;
    }
    if (!person || words.length < 2 || other.words.length < 2) {
      return null;
    }
    int last = words.length - 1;
    int otherLast = other.words.length - 1;
    if (words.length == other.words.length && alike(other)) {
      return SOUND;
    }
    if (!alike(words[last], other.words[otherLast])) {
      return null;
    }
    String first = words[0];
    String otherFirst = other.words[0];
    if (first.length() == 1 || otherFirst.length() == 1) {
      return first.charAt(0) == otherFirst.charAt(0) ? INITIAL : null;
    }
    return words.length != other.words.length && alike(first, otherFirst) ? MIDDLE : null;
  }

  private static boolean sameSet(String[] a, String[] b) {
    if (a.length != b.length) {
      return false;
    }
    String[] sortedA = a.clone();
    String[] sortedB = b.clone();
    Arrays.sort(sortedA);
    Arrays.sort(sortedB);
    return Arrays.equals(sortedA, sortedB);
  }

  /** Whether each word of one sounds like a word of the other. */
  private boolean alike(ListName other) {
    boolean[] used = new boolean[other.words.length];
    for (int i = 0; i < words.length; i++) {
      boolean found = false;
      for (int j = 0; j < used.length && !found; j++) {
        if (!used[j] && alike(words[i], other.words[j])) {
          used[j] = true;
          found = true;
        }
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private static boolean alike(String a, String b) {
    return a.equals(b)
        || sound(a).equals(sound(b))
            && distance(a, b) <= FARTHEST * Math.max(a.length(), b.length());
  }

  /** Edit distance (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        corner = above;
      }
    }
    return row[b.length()];
  }

  /** The consonants, those that transcriptions confuse made one, doubles single. */
  static String sound(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char heard = heard(word, i);
      if (heard != 0 && (out.length() == 0 || out.charAt(out.length() - 1) != heard)) {
        out.append(heard);
      }
    }
    return out.toString();
  }

  /** Hash of what {@link #sound} gives, without making it. */
  private static int soundHash(String word) {
    int hash = 0;
    char last = 0;
    for (int i = 0; i < word.length(); i++) {
      char heard = heard(word, i);
      if (heard != 0 && heard != last) {
        hash = 31 * hash + heard;
        last = heard;
      }
    }
    return hash;
  }

  /** How the letter at {@code i} sounds, or 0 where it is not heard. */
  private static char heard(String word, int i) {
    char c = word.charAt(i);
    char next = i + 1 < word.length() ? word.charAt(i + 1) : 0;
    return switch (c) {
      case 'a', 'e', 'i', 'o', 'u' -> i == 0 ? 'a' : 0;
      case 'y' -> i == 0 ? 'y' : 0;
      case 'c', 'q' -> next == 'h' ? 'c' : 'k';
      case 'k' -> next == 'h' ? 'h' : 'k';
      case 'p' -> next == 'h' ? 'f' : 'p';
      case 'w' -> 'v';
      case 'z' -> next == 'h' ? 'j' : 'z';
      case 'd' -> next == 'j' || next == 'z' ? 0 : 'd';
      case 'h' -> i > 0 && "ckpgszdt".indexOf(word.charAt(i - 1)) >= 0 ? 0 : 'h';
      default -> c;
    };
  }
}
