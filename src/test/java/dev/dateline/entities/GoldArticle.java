package dev.dateline.entities;

import dev.dateline.text.Document;
import dev.dateline.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An article with its names marked by hand, read from {@code text/} and {@code entities/}. */
record GoldArticle(String id, Document document, List<NameSpan> names) {

  /** The articles of a folder, by name. */
  static List<GoldArticle> readAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("entities"))) {
      List<GoldArticle> articles = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        String id = file.getFileName().toString().replaceFirst("\\.tsv$", "");
        String text = Files.readString(folder.resolve("text").resolve(id + ".txt"));
        articles.add(of(id, text, Files.readAllLines(file)));
      }
      return articles;
    }
  }

  private static GoldArticle of(String id, String text, List<String> rows) {
    Document document = Document.of(text);
    Tokens tokens = document.tokens();
    List<NameSpan> names = new ArrayList<>();
    int free = 0;
    for (String row : rows) {
      String[] fields = row.split("\t");
      int type = Labels.TYPES.indexOf(fields[2]);
      int first = tokens.at(document.index(Integer.parseInt(fields[0])));
      int last = tokens.at(document.index(Integer.parseInt(fields[1])) - 1) + 1;
      if (type >= 0 && first >= free && last > first && last <= tokens.count()) {
        names.add(new NameSpan(first, last, type));
        free = last;
      }
    }
    return new GoldArticle(id, document, names);
  }

  /** The paper it is from. */
  String outlet() {
    return id.replaceFirst("_\\d+$", "");
  }

  byte[] labels() {
    byte[] labels = new byte[document.tokens().count()];
    for (NameSpan name : names) {
      for (int i = name.first(); i < name.last(); i++) {
        labels[i] = (byte) Labels.of(name.type(), i - name.first(), name.last() - name.first());
      }
    }
    return labels;
  }

  /** The same with all letters in capitals, or the first letter of every longer word. */
  GoldArticle inCapitals(boolean all) {
    StringBuilder text = new StringBuilder(document.text());
    Tokens tokens = document.tokens();
    for (int token = 0; token < tokens.count(); token++) {
      int end = all ? tokens.end(token) : tokens.begin(token) + 1;
      if (tokens.isWord(token) && (all || tokens.end(token) - tokens.begin(token) > 3)) {
        for (int i = tokens.begin(token); i < end; i++) {
          text.setCharAt(i, Character.toUpperCase(text.charAt(i)));
        }
      }
    }
    Document other = Document.of(text.toString());
    List<NameSpan> moved = new ArrayList<>();
    int free = 0;
    for (NameSpan name : names) {
      int first = other.tokens().at(tokens.begin(name.first()));
      int last = other.tokens().at(tokens.end(name.last() - 1) - 1) + 1;
      if (first >= free && last > first) {
        moved.add(new NameSpan(first, last, name.type()));
        free = last;
      }
    }
    return new GoldArticle(id, other, moved);
  }
}
