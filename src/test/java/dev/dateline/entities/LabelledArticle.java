package dev.dateline.entities;

import dev.dateline.text.Document;
import dev.dateline.text.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An article with its entities labelled by hand: {@code labelled-articles.tsv}, {@code
 * fresh-articles.tsv}, {@code world-articles.tsv} and {@code blind-articles.tsv} have the labels,
 * the texts lie elsewhere.
 */
record LabelledArticle(String id, Document document, Map<String, Labelled> entities) {

  /** Where the texts are, seen from the project. */
  private static final Path CORPUS =
      Path.of(System.getProperty("dateline.shared", "../shared")).resolve("data/entities");

  static final Path TEXTS = CORPUS.resolve("dev/text");

  /** Where the texts of other outlets are, labelled before the extractor was run on them. */
  static final Path FRESH = CORPUS.resolve("train/text");

  /** One entity. */
  record Labelled(
      EntityType type,
      Span canonical,
      String gender,
      String country,
      List<Span> mentions,
      List<LabelledRole> roles) {}

  /**
   * A role.
   *
   * @param affiliation null where the text gives none
   */
  record LabelledRole(Span role, Span affiliation, Role.Status status) {}

  /** The articles whose texts lie in {@link #TEXTS}. */
  static List<LabelledArticle> readAll() throws IOException {
    return read("labelled-articles.tsv", TEXTS);
  }

  /**
   * The articles of a set whose texts lie in {@link #FRESH}.
   *
   * @param set "fresh", "world" or "blind"
   */
  static List<LabelledArticle> readSet(String set) throws IOException {
    return read(set + "-articles.tsv", FRESH);
  }

  private static List<LabelledArticle> read(String labels, Path texts) throws IOException {
    Map<String, LabelledArticle> articles = new LinkedHashMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                LabelledArticle.class.getResourceAsStream(labels), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        String[] row = line.split("\t");
        LabelledArticle article = articles.get(row[0]);
        if (article == null) {
          String text = Files.readString(texts.resolve(row[0] + ".txt"));
          article = new LabelledArticle(row[0], Document.of(text), new LinkedHashMap<>());
          articles.put(row[0], article);
        }
        article.add(row);
      }
    }
    return List.copyOf(articles.values());
  }

  private void add(String[] row) {
    if (row[2].equals("role")) {
      entities
          .get(row[1])
          .roles()
          .add(new LabelledRole(span(row[3]), span(row[4]), Role.Status.valueOf(row[5])));
      return;
    }
    List<Span> mentions = new ArrayList<>();
    for (String mention : row[6].split(" ")) {
      mentions.add(span(mention));
    }
    entities.put(
        row[1],
        new Labelled(
            EntityType.valueOf(row[2]),
            span(row[3]),
            row[4],
            row[5].equals("-") ? null : row[5],
            mentions,
            new ArrayList<>()));
  }

  private static Span span(String text) {
    int dash = text.indexOf('-');
    return dash < 1
        ? null
        : new Span(
            Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
  }

  String words(Span span) {
    return document.text(span).replaceAll("\\s+", " ");
  }
}
