package dev.dateline.entities;

import dev.dateline.text.Document;
import dev.dateline.text.Tokens;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Learns word classes from unlabelled text: {@code TrainWordClasses OUT FINE COARSE FOLDER…}, with
 * {@code .txt} and Reuters {@code .sgm} files. What is written holds hashes of words, no words.
 */
public final class TrainWordClasses {

  private static final int RARE = 4;
  private static final int ROUNDS = 8;
  private static final Pattern BODY = Pattern.compile("<BODY>(.*?)</BODY>", Pattern.DOTALL);

  private TrainWordClasses() {}

  public static void main(String[] args) throws IOException {
    List<int[]> sentences = new ArrayList<>();
    for (int i = 3; i < args.length; i++) {
      try (Stream<Path> files = Files.walk(Path.of(args[i]))) {
        for (Path file : files.sorted().toList()) {
          for (String text : texts(file)) {
            read(text, sentences);
          }
        }
      }
    }
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    sentences.forEach(
        s -> java.util.Arrays.stream(s).forEach(w -> counts.merge(w, 1, Integer::sum)));
    List<Integer> words =
        counts.entrySet().stream()
            .filter(e -> e.getValue() >= RARE)
            .sorted((a, b) -> b.getValue() - a.getValue())
            .map(Map.Entry::getKey)
            .toList();
    Map<Integer, Integer> ids = new HashMap<>();
    words.forEach(word -> ids.put(word, ids.size() + 1));
    sentences.replaceAll(
        s -> java.util.Arrays.stream(s).map(w -> ids.getOrDefault(w, 0)).toArray());
    System.err.println(counts.size() + " forms, " + words.size() + " frequent");
    int[] fine = new ExchangeClustering(sentences, words.size() + 1, number(args[1])).run(ROUNDS);
    int[] coarse = new ExchangeClustering(sentences, words.size() + 1, number(args[2])).run(ROUNDS);
    Map<Integer, int[]> sorted = new TreeMap<>();
    words.forEach(word -> sorted.put(word, new int[] {fine[ids.get(word)], coarse[ids.get(word)]}));
    try (DataOutputStream out =
        new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(Path.of(args[0]))))) {
      out.writeInt(sorted.size());
      for (Map.Entry<Integer, int[]> entry : sorted.entrySet()) {
        out.writeInt(entry.getKey());
        out.writeShort(entry.getValue()[0]);
        out.writeShort(entry.getValue()[1]);
      }
    }
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  private static List<String> texts(Path file) throws IOException {
    String name = file.toString();
    if (name.endsWith(".txt") && !name.endsWith("README.txt")) {
      return List.of(Files.readString(file));
    }
    List<String> texts = new ArrayList<>();
    if (name.endsWith(".sgm")) {
      Matcher matcher = BODY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      while (matcher.find()) {
        texts.add(matcher.group(1).replace("&lt;", "<").replace("&amp;", "&").replace("&#3;", ""));
      }
    }
    return texts;
  }

  private static void read(String text, List<int[]> sentences) {
    Document document = Document.of(text);
    Tokens tokens = document.tokens();
    for (int s = 0; s < document.sentenceCount(); s++) {
      int first = document.sentenceFirst(s);
      int[] words = new int[document.sentenceLast(s) - first];
      for (int i = 0; i < words.length; i++) {
        words[i] =
            tokens.kind(first + i) == Tokens.Kind.NUMBER ? "0".hashCode() : tokens.hash(first + i);
      }
      sentences.add(words);
    }
  }
}
