package dev.dateline.quotes;

import dev.dateline.text.Document;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Trains the weights of {@link Linker}: which fragments are one record, which word is its cue,
 * which phrase its source. Each is a choice among candidates, trained by maximum likelihood of the
 * right ones, with AdaGrad.
 *
 * <p>Usage: {@code LinkTrainer FOLDER OUTPUT FOLDS [EPOCHS]}, the folders as {@link Polnear} and
 * {@link Folds} have them.
 */
public final class LinkTrainer {

  private static final int BITS = 16;
  private static final int ROWS = 1 << BITS;
  private static final int MIN_COUNT = 2;
  private static final int SEEDS = 5;
  private static final float RATE = 0.1f;
  private static final float DECAY = 0.01f;

  /** The share of features left out of each choice, so that none is relied on alone. */
  private static final double DROP = Double.parseDouble(System.getProperty("drop", "0.3"));

  private static final Pattern TAIL =
      Pattern.compile(",| (?:for|of|from|with|at|in|on|who|whose|to|near|familiar|close) ");
  private static final Pattern POSSESSOR = Pattern.compile("[\u2019']s? (?=\\w)");

  /** One choice: the features of each candidate, and which are right. */
  private record Choice(int slot, int[][] candidates, boolean[] right) {

    /** The same with some of the features left out. */
    Choice dropping(Random random) {
      int[][] kept = new int[candidates.length][];
      for (int i = 0; i < kept.length; i++) {
        int[] rows = new int[candidates[i].length];
        int count = 0;
        for (int row : candidates[i]) {
          if (random.nextFloat() >= DROP) {
            rows[count++] = row;
          }
        }
        kept[i] = Arrays.copyOf(rows, count);
      }
      return new Choice(slot, kept, right);
    }
  }

  private final float[][] weights = new float[3][ROWS];
  private final float[][] squares = new float[3][ROWS];
  private final byte[] counts = new byte[ROWS];
  private final List<Choice> choices = new ArrayList<>();
  private int records;
  private int cueMisses;
  private int sourceMisses;

  private LinkTrainer() {}

  public static void main(String[] args) throws IOException {
    LinkTrainer trainer = new LinkTrainer();
    List<Polnear.GoldArticle> articles = Polnear.read(Path.of(args[0]));
    for (int fold = 0; fold < Folds.COUNT; fold++) {
      SpanModel model = Folds.model(fold, Path.of(args[2]));
      for (int i = 0; i < articles.size(); i++) {
        if (Folds.of(i) == fold) {
          trainer.choices(articles.get(i), model);
        }
      }
    }
    System.err.printf(
        "%d records, %d cues and %d sources are no candidates%n",
        trainer.records, trainer.cueMisses, trainer.sourceMisses);
    trainer.trainAveraged(args.length > 3 ? Integer.parseInt(args[3]) : 10);
    try (OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
      trainer.pack().write(out);
    }
  }

  /** A record of the gold standard, as the linker sees it. */
  private record GoldRecord(Polnear.Attribution attribution, List<Fragment> fragments) {}

  /** The choices about the marked spans, and those about the spans that a model finds for them. */
  private void choices(Polnear.GoldArticle article, SpanModel model) {
    Document document = article.article().document();
    Words words = new Words(document, Marks.of(document));
    List<GoldRecord> gold = records(article, words);
    choices(article, words, gold);
    List<Fragment> found = model.find(words, new SpanContext(words));
    choices(article, words, asFound(gold, new Clauses(words).repair(found)));
  }

  /** The records with the fragments that were found for theirs; without those that were not. */
  private static List<GoldRecord> asFound(List<GoldRecord> gold, List<Fragment> found) {
    List<GoldRecord> records = new ArrayList<>();
    for (GoldRecord record : gold) {
      List<Fragment> fragments = new ArrayList<>();
      for (Fragment fragment : found) {
        boolean same =
            record.fragments.stream().anyMatch(marked -> overlap(marked, fragment) >= 0.5);
        if (same) {
          fragments.add(fragment);
        }
      }
      if (!fragments.isEmpty()) {
        records.add(new GoldRecord(record.attribution, fragments));
      }
    }
    return records;
  }

  static double overlap(Fragment a, Fragment b) {
    double shared = Math.min(a.last(), b.last()) - Math.max(a.first(), b.first());
    return shared / (Math.max(a.last(), b.last()) - Math.min(a.first(), b.first()));
  }

  private void choices(Polnear.GoldArticle article, Words words, List<GoldRecord> gold) {
    Phrases phrases = new Phrases(words);
    LinkFeatures features = new LinkFeatures(words);
    joins(gold, words, features);
    Phrase previous = null;
    for (GoldRecord record : gold) {
      records++;
      int cue = cue(record, words, features);
      if (cue == -2) {
        cueMisses++;
        continue;
      }
      Phrase source = source(article, record, words, phrases, features, cue, previous);
      previous = source == null ? previous : source;
    }
  }

  /** Outermost records, in order of their first fragment. */
  private static List<GoldRecord> records(Polnear.GoldArticle article, Words words) {
    List<GoldRecord> found = new ArrayList<>();
    for (Polnear.Attribution attribution : article.attributions()) {
      List<Fragment> fragments = new ArrayList<>();
      for (Polnear.Range range : attribution.content()) {
        int first = SpanTrainer.firstWord(words, range);
        int last = SpanTrainer.lastWord(words, range);
        if (first < last) {
          fragments.add(new Fragment(first, last, 1));
        }
      }
      if (attribution.eligible() && !fragments.isEmpty()) {
        found.add(new GoldRecord(attribution, fragments));
      }
    }
    found.sort((a, b) -> Integer.compare(size(b), size(a)));
    boolean[] taken = new boolean[words.count];
    List<GoldRecord> outer = new ArrayList<>();
    for (GoldRecord record : found) {
      boolean free = true;
      for (Fragment fragment : record.fragments) {
        for (int i = fragment.first(); i < fragment.last(); i++) {
          free &= !taken[i];
        }
      }
      if (free) {
        for (Fragment fragment : record.fragments) {
          Arrays.fill(taken, fragment.first(), fragment.last(), true);
        }
        outer.add(record);
      }
    }
    outer.sort((a, b) -> Integer.compare(a.fragments.get(0).first(), b.fragments.get(0).first()));
    return outer;
  }

  private static int size(GoldRecord record) {
    int size = 0;
    for (Fragment fragment : record.fragments) {
      size += fragment.last() - fragment.first();
    }
    return size;
  }

  private void joins(List<GoldRecord> gold, Words words, LinkFeatures features) {
    record Owned(Fragment fragment, GoldRecord owner) {}
    List<Owned> all = new ArrayList<>();
    for (GoldRecord record : gold) {
      for (Fragment fragment : record.fragments) {
        all.add(new Owned(fragment, record));
      }
    }
    all.sort((a, b) -> Integer.compare(a.fragment.first(), b.fragment.first()));
    FeatureBuffer buffer = new FeatureBuffer();
    for (int i = 1; i < all.size(); i++) {
      Owned left = all.get(i - 1);
      Owned right = all.get(i);
      if (Joiner.mayJoin(words, left.fragment, right.fragment)) {
        features.join(left.fragment, right.fragment, buffer);
        boolean same = left.owner == right.owner;
        add(Linker.JOIN, List.of(new int[0], rows(buffer)), new boolean[] {!same, same});
      }
    }
  }

  /** Adds the choice of a cue; answers the right one, -1 for none, -2 where it is no candidate. */
  private int cue(GoldRecord record, Words words, LinkFeatures features) {
    FeatureBuffer buffer = new FeatureBuffer();
    List<Integer> candidates = Linker.cues(words, record.fragments);
    List<int[]> rows = new ArrayList<>();
    boolean[] right = new boolean[candidates.size() + 1];
    features.cue(record.fragments, -1, buffer);
    rows.add(rows(buffer));
    int answer = -2;
    right[0] = record.attribution.cue().isEmpty();
    for (int i = 0; i < candidates.size(); i++) {
      int cue = candidates.get(i);
      features.cue(record.fragments, cue, buffer);
      rows.add(rows(buffer));
      right[i + 1] = touches(words, cue, record.attribution.cue());
      if (right[i + 1] && (answer < 0 || Cues.isVerb(words.cue(cue)))) {
        answer = cue;
      }
    }
    if (right[0]) {
      answer = -1;
    }
    if (answer != -2) {
      add(Linker.CUE, rows, right);
    }
    return answer;
  }

  private Phrase source(
      Polnear.GoldArticle article,
      GoldRecord record,
      Words words,
      Phrases phrases,
      LinkFeatures features,
      int cue,
      Phrase previous) {
    FeatureBuffer buffer = new FeatureBuffer();
    List<Phrase> candidates = Linker.sources(words, phrases, record.fragments, cue, previous);
    List<int[]> rows = new ArrayList<>();
    boolean[] right = new boolean[candidates.size() + 1];
    features.source(record.fragments, cue, null, candidates, previous, buffer);
    rows.add(rows(buffer));
    right[0] = record.attribution.source().isEmpty();
    boolean any = right[0];
    Phrase answer = null;
    for (int i = 0; i < candidates.size(); i++) {
      Phrase phrase = candidates.get(i);
      features.source(record.fragments, cue, phrase, candidates, previous, buffer);
      rows.add(rows(buffer));
      right[i + 1] =
          isSource(
              article.text(),
              words.begin(phrase.first()),
              words.end(phrase.head()),
              record.attribution.source());
      any |= right[i + 1];
      answer = right[i + 1] ? phrase : answer;
    }
    if (any) {
      add(Linker.SOURCE, rows, right);
    } else {
      sourceMisses++;
    }
    return answer;
  }

  /** Whether a range names the source, by the rules of the scorer. */
  static boolean isSource(String text, int begin, int end, List<Polnear.Range> source) {
    int letters = 0;
    int inside = 0;
    boolean touchesHead = false;
    for (int i = begin; i < end; i++) {
      if (!Character.isLetterOrDigit(text.charAt(i))) {
        continue;
      }
      letters++;
      for (Polnear.Range range : source) {
        if (i >= range.begin() && i < range.end()) {
          inside++;
          Polnear.Range head = head(text, range);
          touchesHead |= i >= head.begin() && i < head.end();
          break;
        }
      }
    }
    return touchesHead && 2 * inside >= letters;
  }

  private static Polnear.Range head(String text, Polnear.Range range) {
    String words = text.substring(range.begin(), range.end());
    Matcher tail = TAIL.matcher(words);
    int end = tail.find() && tail.start() > 0 ? tail.start() : words.length();
    int begin = 0;
    Matcher possessor = POSSESSOR.matcher(words.substring(0, end));
    while (possessor.find()) {
      begin = possessor.end();
    }
    return new Polnear.Range(range.begin() + begin, range.begin() + end);
  }

  private static boolean touches(Words words, int word, List<Polnear.Range> ranges) {
    for (Polnear.Range range : ranges) {
      if (words.begin(word) < range.end() && range.begin() < words.end(word)) {
        return true;
      }
    }
    return false;
  }

  private int[] rows(FeatureBuffer buffer) {
    int[] rows = new int[buffer.count()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = buffer.values()[i] & (ROWS - 1);
      counts[rows[i]] = (byte) Math.min(100, counts[rows[i]] + 1);
    }
    return rows;
  }

  private void add(int slot, List<int[]> candidates, boolean[] right) {
    choices.add(new Choice(slot, candidates.toArray(new int[0][]), right));
  }

  /** Trains from several seeds and takes the mean, which depends less on the order of choices. */
  private void trainAveraged(int epochs) {
    float[][] sums = new float[weights.length][ROWS];
    for (int seed = 0; seed < SEEDS; seed++) {
      for (int slot = 0; slot < weights.length; slot++) {
        Arrays.fill(weights[slot], 0);
        Arrays.fill(squares[slot], 0);
      }
      train(epochs, new Random(11 + seed));
      for (int slot = 0; slot < weights.length; slot++) {
        for (int row = 0; row < ROWS; row++) {
          sums[slot][row] += weights[slot][row] / SEEDS;
        }
      }
    }
    for (int slot = 0; slot < weights.length; slot++) {
      System.arraycopy(sums[slot], 0, weights[slot], 0, ROWS);
    }
  }

  private void train(int epochs, Random random) {
    for (int epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(choices, random);
      float rate = RATE / (1 + 0.2f * epoch);
      double[] loss = new double[3];
      int[] wrong = new int[3];
      int[] all = new int[3];
      for (Choice choice : choices) {
        all[choice.slot]++;
        wrong[choice.slot] += update(choice.dropping(random), rate, loss) ? 0 : 1;
      }
      System.err.printf("epoch %d:", epoch + 1);
      for (int slot = 0; slot < 3; slot++) {
        System.err.printf(
            "  loss %.1f, wrong %.1f%% of %d",
            loss[slot], 100.0 * wrong[slot] / all[slot], all[slot]);
      }
      System.err.println();
    }
  }

  private boolean update(Choice choice, float rate, double[] loss) {
    int count = choice.candidates.length;
    float[] w = weights[choice.slot];
    float[] squared = squares[choice.slot];
    double[] scores = new double[count];
    double max = Double.NEGATIVE_INFINITY;
    int best = 0;
    for (int i = 0; i < count; i++) {
      for (int row : choice.candidates[i]) {
        scores[i] += counts[row] >= MIN_COUNT ? w[row] : 0;
      }
      if (scores[i] > max) {
        max = scores[i];
        best = i;
      }
    }
    double total = 0;
    double good = 0;
    for (int i = 0; i < count; i++) {
      scores[i] = Math.exp(scores[i] - max);
      total += scores[i];
      good += choice.right[i] ? scores[i] : 0;
    }
    good = Math.max(good, 1e-300);
    loss[choice.slot] -= Math.log(good / total);
    for (int i = 0; i < count; i++) {
      float gradient = (float) ((choice.right[i] ? scores[i] / good : 0) - scores[i] / total);
      if (Math.abs(gradient) < 1e-6) {
        continue;
      }
      for (int row : choice.candidates[i]) {
        if (counts[row] >= MIN_COUNT) {
          float g = gradient - DECAY * w[row];
          squared[row] += g * g;
          w[row] += rate * g / (float) Math.sqrt(squared[row] + 0.1);
        }
      }
    }
    return choice.right[best];
  }

  private PackedWeights pack() {
    float max = 0;
    for (float[] model : weights) {
      for (float weight : model) {
        max = Math.max(max, Math.abs(weight));
      }
    }
    double scale = Math.min(max, 3.0) / 127;
    long[] rows = new long[ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int slot = 0; slot < PackedWeights.SLOTS; slot++) {
        long step = slot < 3 ? Math.round(weights[slot][row] * (1 - DROP) / scale) : 0;
        rows[row] |= (Math.max(-127, Math.min(127, step)) + PackedWeights.ZERO) << (8 * slot);
      }
    }
    return new PackedWeights(rows, scale);
  }
}
