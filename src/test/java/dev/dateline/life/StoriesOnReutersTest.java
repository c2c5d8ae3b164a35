package dev.dateline.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dateline.text.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How well sketches find near-duplicates, on Reuters-21578: of the pairs of items whose five-word
 * shingles resemble each other by one half or more, counted out in full, how many are found, and
 * how many of those found are such pairs. Prints the figures, and the pairs that were missed.
 */
class StoriesOnReutersTest {

  private static final Path CORPUS = Path.of("../shared/data/wire/reuters21578");
  private static final Pattern BODY = Pattern.compile("<BODY>([^<]*)</BODY>");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,'-][\\p{L}\\p{N}]+)*");

  @Test
  void findsThePairsThatShareHalfTheirShingles() throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), "Reuters-21578 is not there: " + CORPUS);
    List<String> bodies = bodies();
    Set<Long> expected = pairsInFull(bodies);
    List<Sketch> sketches = new ArrayList<>();
    for (String body : bodies) {
      sketches.add(Sketch.of(Document.of(body), 0));
    }
    Map<Long, List<Integer>> index = new HashMap<>();
    Set<Long> candidates = new HashSet<>();
    for (int i = 0; i < sketches.size(); i++) {
      for (long band : sketches.get(i).bands()) {
        List<Integer> bucket = index.computeIfAbsent(band, unused -> new ArrayList<>());
        for (int other : bucket) {
          candidates.add(pair(other, i));
        }
        bucket.add(i);
      }
    }
    Set<Long> found = new TreeSet<>();
    for (long pair : candidates) {
      Sketch first = sketches.get((int) (pair >>> 32));
      if (first.resemblance(sketches.get((int) pair)) >= Stories.ONE_STORY) {
        found.add(pair);
      }
    }
    Set<Long> right = new TreeSet<>(found);
    right.retainAll(expected);
    double precision = (double) right.size() / found.size();
    double recall = (double) right.size() / expected.size();
    Set<Long> wrong = new TreeSet<>(found);
    wrong.removeAll(expected);
    Set<Long> missed = new TreeSet<>(expected);
    missed.removeAll(found);
    System.out.printf(
        Locale.ROOT,
        "%d items, %d pairs; compared %d, found %d: precision %.4f, recall %.4f; fullest band %d%n",
        bodies.size(),
        expected.size(),
        candidates.size(),
        found.size(),
        precision,
        recall,
        index.values().stream().mapToInt(List::size).max().orElse(0));
    print("wrong", wrong, candidates, sketches, bodies);
    print("missed", missed, candidates, sketches, bodies);
    assertThat(precision).isGreaterThan(0.97);
    assertThat(recall).isGreaterThan(0.97);
  }

  private static void print(
      String what, Set<Long> pairs, Set<Long> compared, List<Sketch> sketches, List<String> texts) {
    for (long pair : pairs) {
      int i = (int) (pair >>> 32);
      int j = (int) pair;
      Set<String> first = shingles(texts.get(i));
      Set<String> second = shingles(texts.get(j));
      System.out.printf(
          Locale.ROOT,
          "%s: %d and %d, of %d and %d shingles, %.3f in full, %.3f by their sketches%s%n",
          what,
          i,
          j,
          first.size(),
          second.size(),
          jaccard(first, second),
          sketches.get(i).resemblance(sketches.get(j)),
          compared.contains(pair) ? "" : ", not compared");
    }
  }

  private static List<String> bodies() throws IOException {
    List<String> bodies = new ArrayList<>();
    try (Stream<Path> files = Files.list(CORPUS)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".sgm")).sorted().toList()) {
        Matcher body = BODY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        while (body.find()) {
          // Every item ends with the agency's name, which cleaning takes out.
          bodies.add(
              body.group(1)
                  .replace("&lt;", "<")
                  .replace("&amp;", "&")
                  .replaceFirst("(?i)\\s*reuter\\s*(&#3;)?\\s*$", "")
                  .strip());
        }
      }
    }
    return bodies;
  }

  /** Every pair at or over the threshold, by an index of all shingles. */
  private static Set<Long> pairsInFull(List<String> texts) {
    List<Set<String>> all = new ArrayList<>();
    Map<String, List<Integer>> index = new HashMap<>();
    Set<Long> sharing = new HashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      Set<String> shingles = shingles(texts.get(i));
      all.add(shingles);
      for (String shingle : shingles) {
        List<Integer> bucket = index.computeIfAbsent(shingle, unused -> new ArrayList<>());
        for (int other : bucket) {
          sharing.add(pair(other, i));
        }
        bucket.add(i);
      }
    }
    Set<Long> pairs = new TreeSet<>();
    for (long pair : sharing) {
      if (jaccard(all.get((int) (pair >>> 32)), all.get((int) pair)) >= Stories.ONE_STORY) {
        pairs.add(pair);
      }
    }
    return pairs;
  }

  private static Set<String> shingles(String text) {
    List<String> words =
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(it -> it.group()).toList();
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + 5 <= words.size(); i++) {
      shingles.add(String.join(" ", words.subList(i, i + 5)));
    }
    return shingles;
  }

  private static double jaccard(Set<String> first, Set<String> second) {
    Set<String> both = new HashSet<>(first);
    both.retainAll(second);
    return (double) both.size() / (first.size() + second.size() - both.size());
  }

  private static long pair(int first, int second) {
    return ((long) first << 32) | second;
  }
}
