package dev.dateline.entities;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Trains the name model: {@code TrainNames TRAIN_FOLDER DEV_FOLDER OUT_FOLDER [key=value…]}. How to
 * run it stands in the README beside the model.
 */
public final class TrainNames {

  private static final int RARE = 2;

  private final Lexicon lexicon = Lexicon.read();
  private final WordClasses classes;
  private final Map<String, String> options = new TreeMap<>();

  private TrainNames(String[] args) {
    for (int i = 3; i < args.length; i++) {
      String[] option = args[i].split("=", 2);
      options.put(option[0], option[1]);
    }
    classes = option("classes", 1) > 0 ? WordClasses.read() : WordClasses.none();
  }

  public static void main(String[] args) throws IOException {
    new TrainNames(args).run(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
  }

  private double option(String name, double usual) {
    return Double.parseDouble(options.getOrDefault(name, String.valueOf(usual)));
  }

  private void run(Path trainFolder, Path devFolder, Path out) throws IOException {
    List<GoldArticle> train = GoldArticle.readAll(trainFolder);
    List<GoldArticle> dev = GoldArticle.readAll(devFolder);
    int folds = (int) option("folds", 0);
    if (folds > 0) {
      crossValidate(train, folds, out);
      return;
    }
    NameModel model = learn(train, out.resolve("names.model.gz"));
    System.out.println("development set\n" + NameScores.of(tagger(model), dev));
  }

  private NameTagger tagger(NameModel model) {
    return new NameTagger(lexicon, classes, model);
  }

  private NameModel learn(List<GoldArticle> articles, Path file) throws IOException {
    List<GoldArticle> all = augmented(articles);
    byte[] model = learn(all, firstReadings(all), (int) option("runs", 3));
    save(file, model);
    return NameModel.read(new ByteArrayInputStream(model));
  }

  /** What models that have not seen an article's outlet make of its tokens in a first reading. */
  private List<byte[]> firstReadings(List<GoldArticle> articles) throws IOException {
    int parts = (int) option("readings", 3);
    List<String> outlets = articles.stream().map(GoldArticle::outlet).distinct().toList();
    byte[][] readings = new byte[articles.size()][];
    for (int part = 0; part < parts; part++) {
      List<GoldArticle> others = new ArrayList<>();
      for (GoldArticle article : articles) {
        if (outlets.indexOf(article.outlet()) % parts != part) {
          others.add(article);
        }
      }
      byte[] model = learn(others, Collections.nCopies(others.size(), null), 1);
      NameTagger tagger = tagger(NameModel.read(new ByteArrayInputStream(model)));
      for (int i = 0; i < readings.length; i++) {
        if (outlets.indexOf(articles.get(i).outlet()) % parts == part) {
          readings[i] = tagger.firstLabels(articles.get(i).document());
        }
      }
    }
    return Arrays.asList(readings);
  }

  /** Trains on all outlets but some and scores on these, in turn. */
  private void crossValidate(List<GoldArticle> articles, int folds, Path out) throws IOException {
    List<String> outlets = articles.stream().map(GoldArticle::outlet).distinct().toList();
    NameScores scores = new NameScores();
    int only = (int) option("only", -1);
    for (int i = Math.max(0, only); i < (only < 0 ? folds : only + 1); i++) {
      int part = i;
      List<GoldArticle> seen = new ArrayList<>();
      List<GoldArticle> unseen = new ArrayList<>();
      for (GoldArticle article : articles) {
        (outlets.indexOf(article.outlet()) % folds == part ? unseen : seen).add(article);
      }
      Path file = out.resolve("fold" + i + ".model.gz");
      boolean again = option("again", 0) > 0;
      scores.add(tagger(again ? NameModel.read(open(file)) : learn(seen, file)), unseen);
    }
    System.out.println("outlets held back in " + folds + " parts\n" + scores);
  }

  private static InputStream open(Path file) throws IOException {
    return new GZIPInputStream(Files.newInputStream(file));
  }

  private static void save(Path file, byte[] model) throws IOException {
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(model);
    }
    System.err.println(file + " " + Files.size(file) + " bytes");
  }

  private CrfTrainer.Settings settings(double l1) {
    return new CrfTrainer.Settings(
        (float) option("alpha", 0.1),
        (float) l1,
        (float) option("l2", 1),
        (float) option("dropout", 0.25),
        (float) option("first", 0.5),
        (int) option("epochs", 10),
        (int) option("average", 4),
        (long) option("seed", 7));
  }

  private static CrfTrainer.Sequence sequence(SequenceMaker.Raw raw, FeatureIndex index) {
    int[][] features = new int[raw.labels().length][];
    int[] plain = new int[features.length];
    for (int i = 0; i < features.length; i++) {
      int[] hashes = raw.features()[i];
      features[i] = index.ids(hashes, RARE);
      plain[i] = index.ids(Arrays.copyOf(hashes, raw.plain()[i]), RARE).length;
    }
    return new CrfTrainer.Sequence(features, plain, raw.kinds(), raw.labels());
  }

  /** The articles, with copies of some in title case and of some in capitals. */
  private List<GoldArticle> augmented(List<GoldArticle> articles) {
    int every = (int) option("augment", 8);
    List<GoldArticle> all = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      all.add(articles.get(i));
      if (every > 0 && (i % every == 0 || i % every == every / 2)) {
        all.add(articles.get(i).inCapitals(i % every == 0));
      }
    }
    return all;
  }

  private byte[] learn(List<GoldArticle> articles, List<byte[]> readings, int runs)
      throws IOException {
    FeatureIndex index = new FeatureIndex();
    List<SequenceMaker.Raw> raws = new ArrayList<>();
    SequenceMaker maker = new SequenceMaker(lexicon, classes);
    for (int i = 0; i < articles.size(); i++) {
      for (SequenceMaker.Raw raw : maker.of(articles.get(i), readings.get(i))) {
        raws.add(raw);
        for (int[] features : raw.features()) {
          index.count(features);
        }
      }
    }
    List<CrfTrainer.Sequence> sequences = raws.stream().map(raw -> sequence(raw, index)).toList();
    raws.clear();
    System.err.println(sequences.size() + " sequences, " + index.size() + " features");
    CrfTrainer chooser = new CrfTrainer(index.size(), settings(option("l1", 0.15)));
    chooser.train(sequences, 0);
    int[] kept = kept(chooser, index, option("choose", 0.15));
    CrfTrainer trainer = new CrfTrainer(kept.length, settings(option("refitL1", 0.02)));
    List<CrfTrainer.Sequence> chosen = chosen(sequences, kept, index.size());
    for (int run = 0; run < runs; run++) {
      trainer.train(chosen, run);
    }
    return write(trainer, index, kept);
  }

  /** The features with a weight that matters, in order of their hashes. */
  private static int[] kept(CrfTrainer trainer, FeatureIndex index, double least) {
    int[] kept =
        IntStream.range(0, index.size())
            .filter(id -> largest(trainer, id) >= least)
            .boxed()
            .sorted((a, b) -> Integer.compareUnsigned(index.hash(a), index.hash(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    System.err.println(kept.length + " features kept");
    return kept;
  }

  private static double largest(CrfTrainer trainer, int feature) {
    double largest = 0;
    for (int label = 0; label < Labels.COUNT; label++) {
      largest = Math.max(largest, Math.abs(trainer.weight(feature, label)));
    }
    return largest;
  }

  /** The sequences with none but the features kept, by their places among these. */
  private static List<CrfTrainer.Sequence> chosen(
      List<CrfTrainer.Sequence> sequences, int[] kept, int features) {
    int[] places = new int[features];
    Arrays.fill(places, -1);
    for (int i = 0; i < kept.length; i++) {
      places[kept[i]] = i;
    }
    return sequences.stream().map(sequence -> chosen(sequence, places)).toList();
  }

  private static CrfTrainer.Sequence chosen(CrfTrainer.Sequence sequence, int[] places) {
    int[][] features = new int[sequence.features().length][];
    int[] plain = new int[features.length];
    for (int i = 0; i < features.length; i++) {
      int[] all = sequence.features()[i];
      int known = sequence.plain()[i];
      plain[i] = (int) Arrays.stream(all, 0, known).filter(id -> places[id] >= 0).count();
      features[i] = Arrays.stream(all).map(id -> places[id]).filter(id -> id >= 0).toArray();
    }
    return new CrfTrainer.Sequence(features, plain, sequence.kinds(), sequence.labels());
  }

  /** Weights in units that let the largest fill a byte. */
  private byte[] write(CrfTrainer trainer, FeatureIndex index, int[] kept) throws IOException {
    float limit = (float) option("limit", 4);
    float scale = limit / 127;
    int[] features = new int[kept.length];
    byte[] weights = new byte[kept.length * Labels.COUNT];
    for (int i = 0; i < kept.length; i++) {
      features[i] = index.hash(kept[i]);
      for (int label = 0; label < Labels.COUNT; label++) {
        int value = Math.round(trainer.weight(i, label) / scale);
        weights[i * Labels.COUNT + label] = (byte) Math.max(-127, Math.min(127, value));
      }
    }
    float[][] transitions = new float[Transitions.KINDS][];
    for (int kind = 0; kind < transitions.length; kind++) {
      transitions[kind] = trainer.transitions(kind);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NameModel.write(out, scale, features, weights, transitions);
    return out.toByteArray();
  }
}
