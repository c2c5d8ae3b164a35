package dev.dateline.entities;

import java.util.Arrays;

/**
 * What a first reading of an article made of its words and names, for a second reading to weigh:
 * the same word is mostly the same part of the same sort of name elsewhere in one article (after
 * Krishnan and Manning, 2006). A token never hears its own vote. Work space of one article.
 */
final class Votes {

  private static final int BASE = 300;
  private static final int TYPES = Labels.TYPES.size();
  private static final int NONE = -1;
  private static final int LONGEST = 6;

  private final Form[] forms;
  private final byte[] labels;

  private final CapitalWords words;

  /** By number of the word times {@link Labels#COUNT} plus label. */
  private final int[] counts;

  /** Where the counts of a name by type start, by the hash of its words. */
  private final IntTable names;

  private int[] nameCounts = new int[TYPES * 64];

  /** How many tokens the longest name has that begins with a word. */
  private final IntTable lengths;

  /**
   * The name that a token lies in by the words of names found elsewhere: its type, part and votes.
   */
  private int until = NONE;

  private int from;
  private int type;
  private int strength;

  private Votes(Form[] forms, CapitalWords words, byte[] labels) {
    this.forms = forms;
    this.words = words;
    this.labels = labels;
    this.counts = new int[words.count() * Labels.COUNT];
    this.names = new IntTable(forms.length / 16);
    this.lengths = new IntTable(forms.length / 16);
  }

  /**
   * Counts the votes.
   *
   * @param labels what the first reading made of each token
   */
  static Votes of(Form[] forms, CapitalWords words, byte[] labels) {
    Votes votes = new Votes(forms, words, labels);
    int first = 0;
    for (int i = 0; i < forms.length; i++) {
      if (forms[i].hasCapital()) {
        votes.counts[words.at(i) * Labels.COUNT + labels[i]]++;
      }
      if (Labels.begins(labels[i])) {
        first = i;
      }
      if (Labels.ends(labels[i]) && i - first < LONGEST) {
        int at = votes.name(first, i + 1) + Labels.type(labels[i]);
        votes.nameCounts[at]++;
        int lower = forms[first].lower;
        votes.lengths.put(lower, Math.max(votes.lengths.get(lower, 0), i + 1 - first));
      }
    }
    return votes;
  }

  private int name(int first, int last) {
    int key = key(first, last);
    int at = names.get(key, NONE);
    if (at == NONE) {
      at = names.size() * TYPES;
      names.put(key, at);
      if (at == nameCounts.length) {
        nameCounts = Arrays.copyOf(nameCounts, at * 2);
      }
    }
    return at;
  }

  private int key(int first, int last) {
    int key = last - first;
    for (int i = first; i < last; i++) {
      key = IntTable.mix(key) * 31 + forms[i].lower;
    }
    return key;
  }

  /** Must be called before the tokens of a window are asked for, in order. */
  void startWindow() {
    until = NONE;
  }

  /** Adds the features of a token in a window that ends at {@code limit}. */
  void add(int token, int limit, FeatureBuffer out) {
    Form form = forms[token];
    if (form.hasCapital()) {
      addWord(token, form, out);
    }
    if (token >= until) {
      findName(token, limit);
    }
    if (token < until) {
      int part = Labels.of(0, token - from, until - from);
      out.add(BASE + 4, type, part, strength);
      out.add(BASE + 5, type, part);
    }
  }

  private void addWord(int token, Form form, FeatureBuffer out) {
    int at = words.at(token) * Labels.COUNT;
    int total = -1;
    int best = Labels.OUTSIDE;
    int most = 0;
    int own = labels[token];
    for (int label = 0; label < Labels.COUNT; label++) {
      int count = counts[at + label];
      total += count;
      count -= label == own ? 1 : 0;
      if (count > most) {
        most = count;
        best = label;
      }
    }
    if (most == 0) {
      out.add(BASE, 0);
      return;
    }
    int share = most == total ? 2 : most * 2 > total ? 1 : 0;
    int many = Math.min(most, 3);
    out.add(BASE + 1, best, share * 4 + many);
    out.add(BASE + 2, best, form.kind);
    int kind = best == Labels.OUTSIDE ? 0 : Labels.type(best) + 1;
    out.add(BASE + 3, kind, share);
  }

  /** The longest name found elsewhere whose words stand at {@code token}. */
  private void findName(int token, int limit) {
    int longest = Math.min(lengths.get(forms[token].lower, 0), limit - token);
    for (int length = longest; length > 0; length--) {
      int at = names.get(key(token, token + length), NONE);
      if (at != NONE && weigh(at, token, token + length)) {
        from = token;
        until = token + length;
        return;
      }
    }
  }

  private boolean weigh(int at, int first, int last) {
    int own = isOwn(first, last) ? Labels.type(labels[first]) : NONE;
    int total = 0;
    int most = 0;
    for (int i = 0; i < TYPES; i++) {
      int count = nameCounts[at + i] - (i == own ? 1 : 0);
      total += count;
      if (count > most) {
        most = count;
        type = i;
      }
    }
    strength = (most == total ? 4 : 0) + Math.min(most, 3);
    return most > 0;
  }

  /** Whether the first reading found a name of just these tokens. */
  private boolean isOwn(int first, int last) {
    if (!Labels.begins(labels[first]) || !Labels.ends(labels[last - 1])) {
      return false;
    }
    for (int i = first; i < last - 1; i++) {
      if (Labels.ends(labels[i])) {
        return false;
      }
    }
    return true;
  }
}
