package dev.dateline.entities;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Word classes by the exchange algorithm: each word in turn is moved to the class in which a class
 * bigram model explains the text best (Martin, Liermann and Ney, 1998).
 */
final class ExchangeClustering {

  private final int classes;
  private final int words;
  private final int[][] after;
  private final int[][] afterCounts;
  private final int[][] before;
  private final int[][] beforeCounts;
  private final int[] wordCounts;
  private final int[] selfCounts;
  private final int[] classOf;
  private final int[] classCounts;
  private final int[] pairs;
  private final double[] nLogN;

  /**
   * @param text word ids, 0 the rare words and the ends of sentences
   */
  ExchangeClustering(List<int[]> text, int words, int classes) {
    this.classes = classes;
    this.words = words;
    this.classOf = new int[words];
    this.classCounts = new int[classes];
    this.wordCounts = new int[words];
    this.selfCounts = new int[words];
    this.pairs = new int[classes * classes];
    after = new int[words][];
    afterCounts = new int[words][];
    before = new int[words][];
    beforeCounts = new int[words][];
    List<Map<Integer, Integer>> next = maps();
    List<Map<Integer, Integer>> previous = maps();
    int total = 0;
    for (int[] sentence : text) {
      int last = 0;
      for (int i = 0; i <= sentence.length; i++) {
        int word = i == sentence.length ? 0 : sentence[i];
        wordCounts[last]++;
        total++;
        if (word == last) {
          selfCounts[word]++;
        } else {
          next.get(last).merge(word, 1, Integer::sum);
          previous.get(word).merge(last, 1, Integer::sum);
        }
        last = word;
      }
    }
    for (int word = 0; word < words; word++) {
      after[word] = next.get(word).keySet().stream().mapToInt(i -> i).toArray();
      afterCounts[word] = Arrays.stream(after[word]).map(next.get(word)::get).toArray();
      before[word] = previous.get(word).keySet().stream().mapToInt(i -> i).toArray();
      beforeCounts[word] = Arrays.stream(before[word]).map(previous.get(word)::get).toArray();
    }
    nLogN = new double[total + 2];
    for (int i = 2; i < nLogN.length; i++) {
      nLogN[i] = i * Math.log(i);
    }
  }

  private List<Map<Integer, Integer>> maps() {
    List<Map<Integer, Integer>> maps = new java.util.ArrayList<>();
    for (int i = 0; i < words; i++) {
      maps.add(new HashMap<>());
    }
    return maps;
  }

  /** The class of each word; words are numbered by falling frequency. */
  int[] run(int rounds) {
    for (int word = 0; word < words; word++) {
      classOf[word] = word < classes ? word : word % classes;
    }
    for (int word = 0; word < words; word++) {
      classCounts[classOf[word]] += wordCounts[word];
      pairs[classOf[word] * classes + classOf[word]] += selfCounts[word];
      for (int i = 0; i < after[word].length; i++) {
        pairs[classOf[word] * classes + classOf[after[word][i]]] += afterCounts[word][i];
      }
    }
    for (int round = 1; round <= rounds; round++) {
      int moved = 0;
      for (int word = 1; word < words; word++) {
        moved += exchange(word) ? 1 : 0;
      }
      System.err.println("round " + round + ", moved " + moved);
    }
    return classOf;
  }

  private boolean exchange(int word) {
    int[] out = new int[classes];
    int[] in = new int[classes];
    for (int i = 0; i < after[word].length; i++) {
      out[classOf[after[word][i]]] += afterCounts[word][i];
    }
    for (int i = 0; i < before[word].length; i++) {
      in[classOf[before[word][i]]] += beforeCounts[word][i];
    }
    int[] touched = new int[classes];
    int size = 0;
    for (int c = 0; c < classes; c++) {
      if (out[c] > 0 || in[c] > 0) {
        touched[size++] = c;
      }
    }
    int old = classOf[word];
    change(word, old, -1, out, in, touched, size);
    int best = old;
    double top = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      double gain = gain(word, c, out, in, touched, size);
      if (gain > top) {
        top = gain;
        best = c;
      }
    }
    classOf[word] = best;
    change(word, best, 1, out, in, touched, size);
    return best != old;
  }

  private void change(int word, int c, int sign, int[] out, int[] in, int[] touched, int size) {
    for (int i = 0; i < size; i++) {
      int other = touched[i];
      pairs[c * classes + other] += sign * out[other];
      pairs[other * classes + c] += sign * in[other];
    }
    pairs[c * classes + c] += sign * selfCounts[word];
    classCounts[c] += sign * wordCounts[word];
  }

  private double gain(int word, int c, int[] out, int[] in, int[] touched, int size) {
    double gain = -2 * (nLogN[classCounts[c] + wordCounts[word]] - nLogN[classCounts[c]]);
    for (int i = 0; i < size; i++) {
      int other = touched[i];
      if (other == c) {
        continue;
      }
      int forth = pairs[c * classes + other];
      int back = pairs[other * classes + c];
      gain += nLogN[forth + out[other]] - nLogN[forth] + nLogN[back + in[other]] - nLogN[back];
    }
    int self = pairs[c * classes + c];
    return gain + nLogN[self + out[c] + in[c] + selfCounts[word]] - nLogN[self];
  }
}
