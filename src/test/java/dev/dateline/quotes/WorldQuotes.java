package dev.dateline.quotes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Labelled quotes of world news, from the files {@code world-quotes*.tsv} beside this class. */
final class WorldQuotes {

  /**
   * One labelled quote; spans by code points of the file.
   *
   * @param speaker null for none
   * @param name null for none
   * @param cue null for none, and where the file does not tell
   */
  record Labelled(
      String article, QuoteKind kind, List<int[]> spans, int[] speaker, String name, int[] cue) {

    boolean isQuoted() {
      return kind != QuoteKind.INDIRECT;
    }
  }

  private WorldQuotes() {}

  /** The quotes of a file, a list for each article, in order. */
  static Map<String, List<Labelled>> read(String labels) throws IOException {
    Map<String, List<Labelled>> found = new LinkedHashMap<>();
    for (String line : GoldFiles.lines(labels)) {
      String[] cells = line.split("\t");
      List<int[]> spans = new ArrayList<>();
      for (String span : cells[2].split(",")) {
        spans.add(span(span));
      }
      Labelled quote =
          new Labelled(
              cells[0],
              QuoteKind.valueOf(cells[1]),
              spans,
              span(cells[3]),
              cells[4].equals("-") ? null : cells[4],
              cells.length > 5 ? span(cells[5]) : null);
      found.computeIfAbsent(quote.article, article -> new ArrayList<>()).add(quote);
    }
    return found;
  }

  /** The articles of a file with their quotes as attributions; {@code folder} has the texts. */
  static List<Polnear.GoldArticle> articles(String labels, Path folder) throws IOException {
    List<Polnear.GoldArticle> articles = new ArrayList<>();
    for (Map.Entry<String, List<Labelled>> article : read(labels).entrySet()) {
      Path file = folder.resolve(article.getKey() + ".txt");
      Polnear.Marker marker = new Polnear.Marker(Files.readString(file));
      List<Polnear.Attribution> attributions = new ArrayList<>();
      for (Labelled quote : article.getValue()) {
        attributions.add(
            marker.attribution(
                ranges(marker, quote.spans),
                ranges(marker, listOf(quote.speaker)),
                ranges(marker, listOf(quote.cue))));
      }
      articles.add(Polnear.article(article.getKey(), file, marker, attributions));
    }
    return articles;
  }

  private static List<int[]> listOf(int[] span) {
    return span == null ? List.of() : List.of(span);
  }

  private static List<Polnear.Range> ranges(Polnear.Marker marker, List<int[]> spans) {
    return spans.stream().map(span -> marker.range(span[0], span[1])).toList();
  }

  private static int[] span(String cell) {
    if (cell.equals("-")) {
      return null;
    }
    int dash = cell.indexOf('-');
    return new int[] {
      Integer.parseInt(cell.substring(0, dash)), Integer.parseInt(cell.substring(dash + 1))
    };
  }
}
