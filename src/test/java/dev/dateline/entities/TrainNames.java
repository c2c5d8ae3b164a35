package dev.dateline.entities;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    NameModel model = learn(train, out.resolve("names.model.gz"));
    System.out.println("development set\n" + NameScores.of(tagger(model), dev));
    crossValidate(train, (int) option("folds", 0), out);
  }

  private NameTagger tagger(NameModel model) {
    return new NameTagger(lexicon, classes, model);
  }

  private NameModel learn(List<GoldArticle> articles, Path file) throws IOException {
    byte[] model = learn(augmented(articles));
    save(file, model);
    return NameModel.read(new ByteArrayInputStream(model));
  }

  /** Trains on all outlets but some and scores on these, in turn. */
  private void crossValidate(List<GoldArticle> articles, int folds, Path out) throws IOException {
    List<String> outlets = articles.stream().map(GoldArticle::outlet).distinct().toList();
    for (int i = 0; i < folds; i++) {
      int part = i;
      List<GoldArticle> seen = new ArrayList<>();
      List<GoldArticle> unseen = new ArrayList<>();
      for (GoldArticle article : articles) {
        (outlets.indexOf(article.outlet()) % folds == part ? unseen : seen).add(article);
      }
      NameTagger tagger = tagger(learn(seen, out.resolve("fold" + i + ".model.gz")));
      System.out.println("outlets held back, part " + i + "\n" + NameScores.of(tagger, unseen));
    }
  }

  private static void save(Path file, byte[] model) throws IOException {
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(model);
    }
    System.err.println(file + " " + Files.size(file) + " bytes");
  }

  private CrfTrainer.Settings settings() {
    return new CrfTrainer.Settings(
        (float) option("alpha", 0.1),
        (float) option("l1", 0.15),
        (float) option("l2", 1),
        (float) option("dropout", 0.25),
        (int) option("epochs", 10),
        (int) option("average", 4),
        (long) option("seed", 7));
  }

  private static CrfTrainer.Sequence sequence(SequenceMaker.Raw raw, FeatureIndex index) {
    return new CrfTrainer.Sequence(
        Arrays.stream(raw.features()).map(hashes -> index.ids(hashes, RARE)).toArray(int[][]::new),
        raw.kinds(),
        raw.labels());
  }

  /** The articles, with copies of some in title case and of some in capitals. */
  private List<GoldArticle> augmented(List<GoldArticle> articles) {
    int every = (int) option("augment", 8);
    List<GoldArticle> all = new ArrayList<>(articles);
    for (int i = 0; every > 0 && i < articles.size(); i++) {
      if (i % every == 0 || i % every == every / 2) {
        all.add(articles.get(i).inCapitals(i % every == 0));
      }
    }
    return all;
  }

  private byte[] learn(List<GoldArticle> articles) throws IOException {
    FeatureIndex index = new FeatureIndex();
    List<SequenceMaker.Raw> raws = new ArrayList<>();
    SequenceMaker maker = new SequenceMaker(lexicon, classes);
    for (GoldArticle article : articles) {
      raws.addAll(maker.of(article));
    }
    raws.forEach(raw -> Arrays.stream(raw.features()).forEach(index::count));
    List<CrfTrainer.Sequence> sequences = raws.stream().map(raw -> sequence(raw, index)).toList();
    raws.clear();
    System.err.println(sequences.size() + " sequences, " + index.size() + " features");
    CrfTrainer trainer = new CrfTrainer(index.size(), settings());
    trainer.train(sequences);
    return write(trainer, index);
  }

  /** Weights in units that let the largest fill a byte; rows too small to matter left out. */
  private byte[] write(CrfTrainer trainer, FeatureIndex index) throws IOException {
    double least = option("prune", 0.05);
    float limit = (float) option("limit", 4);
    float scale = limit / 127;
    int[] kept = new int[index.size()];
    int size = 0;
    for (int id = 0; id < index.size(); id++) {
      double largest = 0;
      for (int label = 0; label < Labels.COUNT; label++) {
        largest = Math.max(largest, Math.abs(trainer.weight(id, label)));
      }
      if (largest >= least) {
        kept[size++] = id;
      }
    }
    int[] ids =
        Arrays.stream(kept, 0, size)
            .boxed()
            .sorted((a, b) -> Integer.compareUnsigned(index.hash(a), index.hash(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] features = new int[size];
    byte[] weights = new byte[size * Labels.COUNT];
    for (int i = 0; i < size; i++) {
      features[i] = index.hash(ids[i]);
      for (int label = 0; label < Labels.COUNT; label++) {
        int value = Math.round(trainer.weight(ids[i], label) / scale);
        weights[i * Labels.COUNT + label] = (byte) Math.max(-127, Math.min(127, value));
      }
    }
    float[][] transitions = new float[Transitions.KINDS][];
    for (int kind = 0; kind < transitions.length; kind++) {
      transitions[kind] = trainer.transitions(kind);
    }
    System.err.println(size + " features kept");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NameModel.write(out, scale, features, weights, transitions);
    return out.toByteArray();
  }
}
