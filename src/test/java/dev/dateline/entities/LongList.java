package dev.dateline.entities;

import dev.dateline.text.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lists of made-up names, as long as wanted. {@code LongList ROWS [TEXTS]} prints what a list of
 * that many rows costs: to load, in memory, and an article, made up of 40 persons or one of {@code
 * TEXTS}; the least of several rounds.
 */
final class LongList {

  private static final String[] PARTS = {
    "ka", "lo", "mi", "ran", "sel", "tov", "du", "bre", "vin", "zar", "el", "osh", "ny", "gor",
    "pet"
  };
  private static final int NAMES = 40;
  private static final int ARTICLES = 2000;
  private static final int ROUNDS = 40;

  private LongList() {}

  /** The name in a row: given names are few, surnames many. */
  static String name(int row) {
    return word(row % 977 + 16) + " " + word(row + 3000);
  }

  private static String word(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = number; rest > 0; rest /= PARTS.length) {
      word.append(PARTS[rest % PARTS.length]);
    }
    word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
    return word.toString();
  }

  static String csv(int rows) {
    StringBuilder csv = new StringBuilder("id,name,type\n");
    for (int row = 0; row < rows; row++) {
      csv.append('r').append(row).append(',').append(name(row)).append(",PERSON\n");
    }
    return csv.toString();
  }

  public static void main(String[] args) throws IOException {
    int rows = Integer.parseInt(args[0]);
    byte[] content = csv(rows).getBytes(StandardCharsets.UTF_8);
    EntityExtractor plain = EntityExtractor.standard();
    long before = used();
    long start = System.nanoTime();
    EntityList list = EntityListReader.read("long", content);
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.printf(
        Locale.ROOT, "%d rows loaded in %d ms, %d MB%n", rows, millis, (used() - before) >> 20);
    EntityExtractor listed = plain.withLists(List.of(list));
    List<List<Entity>> articles = new ArrayList<>();
    for (String text : args.length > 1 ? texts(Path.of(args[1])) : articles(rows)) {
      articles.add(plain.extract(Document.of(text), 0));
    }
    double least = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long links = 0;
      long names = 0;
      long nanos = System.nanoTime();
      for (List<Entity> article : articles) {
        for (Entity entity : listed.linked(article, 0)) {
          links += entity.links().stream().filter(l -> l.list().equals("long")).count();
          names++;
        }
      }
      double micros = (System.nanoTime() - nanos) / 1000.0 / articles.size();
      if (micros < least) {
        least = micros;
        System.out.printf(
            Locale.ROOT,
            "%.1f entities and %.1f links an article, %.1f microseconds%n",
            (double) names / articles.size(),
            (double) links / articles.size(),
            micros);
      }
    }
  }

  private static List<String> texts(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  private static List<String> articles(int rows) {
    return IntStream.range(0, ARTICLES).mapToObj(number -> article(number, rows)).toList();
  }

  /** Persons of whom every fourth is on the list. */
  private static String article(int number, int rows) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < NAMES; i++) {
      int row = (int) ((number * 7919L + i * 104_729L) % rows);
      String name = i % 4 == 0 ? name(row) : name(row + rows).replace("ka", "ko");
      text.append("The minister, Mr ").append(name).append(", said no. ");
    }
    return text.toString();
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
