package dev.dateline.entities;

import dev.dateline.text.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lists of made-up names, as long as wanted. {@code LongList ROWS} prints what a list of that many
 * rows costs: to load, in memory, and an article of 40 persons and organisations.
 */
final class LongList {

  private static final String[] PARTS = {
    "ka", "lo", "mi", "ran", "sel", "tov", "du", "bre", "vin", "zar", "el", "osh", "ny", "gor",
    "pet"
  };
  private static final int NAMES = 40;
  private static final int ARTICLES = 2000;

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
    for (int i = 0; i < ARTICLES; i++) {
      articles.add(plain.extract(Document.of(article(i, rows)), 0));
    }
    for (int round = 0; round < 5; round++) {
      long links = 0;
      long names = 0;
      long nanos = System.nanoTime();
      for (List<Entity> article : articles) {
        for (Entity entity : listed.linked(article, 0)) {
          links += entity.links().stream().filter(l -> l.list().equals("long")).count();
          names++;
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%.1f entities and %.1f links an article, %.1f microseconds%n",
          (double) names / ARTICLES,
          (double) links / ARTICLES,
          (System.nanoTime() - nanos) / 1000.0 / ARTICLES);
    }
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
