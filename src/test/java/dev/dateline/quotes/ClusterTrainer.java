package dev.dateline.quotes;

import dev.dateline.text.Document;
import dev.dateline.text.Tokens;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Finds the classes of {@link WordClusters} in plain texts: words change class as long as a model
 * of pairs of classes gets likelier (Kneser and Ney 1993, "Improved clustering techniques for
 * class-based statistical language modelling").
 *
 * <p>Usage: {@code ClusterTrainer OUTPUT FOLDER...}, the folders holding {@code *.txt}.
 */
public final class ClusterTrainer {

  private static final int CLASSES = 80;
  private static final int MIN_COUNT = 4;
  private static final int ROUNDS = 12;

  private final Map<Integer, Integer> ids = new HashMap<>();
  private int[] hashes;
  private int[] counts;
  private int[][] nextWords;
  private int[][] nextCounts;
  private int[][] previousWords;
  private int[][] previousCounts;
  private int[] classOf;

  private ClusterTrainer() {}

  public static void main(String[] args) throws IOException {
    ClusterTrainer trainer = new ClusterTrainer();
    List<int[]> sentences = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      List<Path> files;
      try (Stream<Path> list = Files.list(Path.of(args[i]))) {
        files = list.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
      }
      for (Path file : files) {
        read(Files.readString(file), sentences);
      }
    }
    trainer.count(sentences);
    trainer.cluster();
    try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
      trainer.write(out);
    }
  }

  private static void read(String text, List<int[]> sentences) {
    Document document = Document.of(text);
    Tokens tokens = document.tokens();
    for (int s = 0; s < document.sentenceCount(); s++) {
      int first = document.sentenceFirst(s);
      int[] hashes = new int[document.sentenceLast(s) - first];
      for (int i = 0; i < hashes.length; i++) {
        boolean mark = tokens.kind(first + i) == Tokens.Kind.QUOTE_MARK;
        hashes[i] = mark ? 34 : tokens.lowerHash(first + i);
      }
      sentences.add(hashes);
    }
  }

  /** Word 0 is the edge of a sentence, word 1 any rare word. */
  private void count(List<int[]> sentences) {
    Map<Integer, Integer> seen = new HashMap<>();
    for (int[] sentence : sentences) {
      for (int hash : sentence) {
        seen.merge(hash, 1, Integer::sum);
      }
    }
    int[] kept =
        seen.entrySet().stream()
            .filter(entry -> entry.getValue() >= MIN_COUNT)
            .sorted(
                Comparator.comparingInt((Map.Entry<Integer, Integer> entry) -> -entry.getValue())
                    .thenComparingInt(Map.Entry::getKey))
            .mapToInt(Map.Entry::getKey)
            .toArray();
    hashes = kept;
    for (int i = 0; i < kept.length; i++) {
      ids.put(kept[i], i + 2);
    }
    int size = kept.length + 2;
    List<Map<Integer, Integer>> next = maps(size);
    List<Map<Integer, Integer>> previous = maps(size);
    counts = new int[size];
    for (int[] sentence : sentences) {
      int left = 0;
      for (int i = 0; i <= sentence.length; i++) {
        int right = i == sentence.length ? 0 : ids.getOrDefault(sentence[i], 1);
        counts[right]++;
        next.get(left).merge(right, 1, Integer::sum);
        previous.get(right).merge(left, 1, Integer::sum);
        left = right;
      }
    }
    nextWords = keys(next);
    nextCounts = values(next, nextWords);
    previousWords = keys(previous);
    previousCounts = values(previous, previousWords);
    System.err.println(size + " words in " + sentences.size() + " sentences");
  }

  private static List<Map<Integer, Integer>> maps(int size) {
    List<Map<Integer, Integer>> maps = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      maps.add(new HashMap<>());
    }
    return maps;
  }

  private static int[][] keys(List<Map<Integer, Integer>> maps) {
    return maps.stream()
        .map(map -> map.keySet().stream().sorted().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private static int[][] values(List<Map<Integer, Integer>> maps, int[][] keys) {
    int[][] values = new int[keys.length][];
    for (int i = 0; i < keys.length; i++) {
      values[i] = Arrays.stream(keys[i]).map(maps.get(i)::get).toArray();
    }
    return values;
  }

  private void cluster() {
    int size = counts.length;
    classOf = new int[size];
    for (int i = 0; i < size; i++) {
      classOf[i] = i < CLASSES ? i : i % CLASSES;
    }
    classOf[0] = 0;
    long[][] pairs = new long[CLASSES][CLASSES];
    long[] totals = new long[CLASSES];
    for (int i = 0; i < size; i++) {
      totals[classOf[i]] += counts[i];
      for (int k = 0; k < nextWords[i].length; k++) {
        pairs[classOf[i]][classOf[nextWords[i][k]]] += nextCounts[i][k];
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      int moved = 0;
      for (int word = 1; word < size; word++) {
        moved += move(word, pairs, totals) ? 1 : 0;
      }
      System.err.println("round " + (round + 1) + ": " + moved + " moved");
    }
  }

  private boolean move(int word, long[][] pairs, long[] totals) {
    int own = classOf[word];
    long[] next = new long[CLASSES];
    long[] previous = new long[CLASSES];
    long self = 0;
    for (int k = 0; k < nextWords[word].length; k++) {
      if (nextWords[word][k] == word) {
        self += nextCounts[word][k];
      } else {
        next[classOf[nextWords[word][k]]] += nextCounts[word][k];
      }
    }
    for (int k = 0; k < previousWords[word].length; k++) {
      if (previousWords[word][k] != word) {
        previous[classOf[previousWords[word][k]]] += previousCounts[word][k];
      }
    }
    shift(own, -1, pairs, totals, next, previous, self, counts[word]);
    int best = own;
    double bestGain = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < CLASSES; c++) {
      double gain = 0;
      for (int d = 0; d < CLASSES; d++) {
        if (d != c) {
          gain += next[d] == 0 ? 0 : log(pairs[c][d] + next[d]) - log(pairs[c][d]);
          gain += previous[d] == 0 ? 0 : log(pairs[d][c] + previous[d]) - log(pairs[d][c]);
        }
      }
      long inner = next[c] + previous[c] + self;
      gain += log(pairs[c][c] + inner) - log(pairs[c][c]);
      gain -= 2 * (log(totals[c] + counts[word]) - log(totals[c]));
      if (gain > bestGain) {
        bestGain = gain;
        best = c;
      }
    }
    shift(best, 1, pairs, totals, next, previous, self, counts[word]);
    classOf[word] = best;
    return best != own;
  }

  private static void shift(
      int c,
      int sign,
      long[][] pairs,
      long[] totals,
      long[] next,
      long[] previous,
      long self,
      int count) {
    for (int d = 0; d < CLASSES; d++) {
      pairs[c][d] += sign * next[d];
      pairs[d][c] += sign * previous[d];
    }
    pairs[c][c] += sign * self;
    totals[c] += (long) sign * count;
  }

  private static double log(long n) {
    return n <= 1 ? 0 : n * Math.log(n);
  }

  /** Writes what {@link WordClusters} reads: hashes, and clusters from 1. */
  private void write(OutputStream out) throws IOException {
    try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out))) {
      data.writeInt(hashes.length);
      for (int i = 0; i < hashes.length; i++) {
        data.writeInt(hashes[i]);
        data.writeByte(classOf[i + 2] + 1);
      }
    }
  }
}
