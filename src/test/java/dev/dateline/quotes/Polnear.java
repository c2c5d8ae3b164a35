package dev.dateline.quotes;

import dev.dateline.article.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads articles with their attributions marked, in brat standoff as PolNeAR has it: a folder
 * {@code text} and a folder {@code attributions}. Offsets here are UTF-16, in the text as the
 * pipeline cleans it.
 */
final class Polnear {

  /** The folder of what is shared by those who develop, if it is there. */
  static final Path SHARED = Path.of(System.getProperty("dateline.shared", "../shared"));

  record Range(int begin, int end) {}

  /**
   * One attribution.
   *
   * @param eligible whether it is reported speech, by the rules of the scorer
   */
  record Attribution(List<Range> content, List<Range> source, List<Range> cue, boolean eligible) {

    /** The same in the clean text. */
    Attribution moved(CleanText.Alignment alignment) {
      return new Attribution(
          alignment.move(content), alignment.move(source), alignment.move(cue), eligible);
    }
  }

  /** An article as the pipeline cleans it, its attributions in that text. */
  record GoldArticle(String name, Article article, List<Attribution> attributions) {

    String text() {
      return article.text();
    }
  }

  private static final Pattern NOT_SAID =
      Pattern.compile(
          "\\b(not|never|barely|declin\\w*|refus\\w*|mention\\w*|demand\\w*)\\b|n[\u2019']t\\b"
              + "|so-called|\\bcall(s|ed|ing)? (on|for)\\b");

  private Polnear() {}

  /** Makes attributions of ranges of one text. */
  static final class Marker {

    private final String text;

    /** The UTF-16 index of each code point; null where they are the same. */
    private final int[] indices;

    private final boolean[] quoted;
    private final Set<String> speech;

    Marker(String text) throws IOException {
      this.text = text;
      indices = text.codePoints().count() == text.length() ? null : indices(text);
      quoted = quoted(text);
      String verbs = Files.readString(SHARED.resolve("eval/speech_verbs.txt"));
      speech = new HashSet<>(Arrays.asList(verbs.strip().split("\\s+")));
    }

    /** The range from one code point to another. */
    Range range(int begin, int end) {
      return indices == null ? new Range(begin, end) : new Range(indices[begin], indices[end]);
    }

    Attribution attribution(List<Range> content, List<Range> source, List<Range> cue) {
      List<Range> merged = merge(text, content);
      boolean eligible = !merged.isEmpty() && eligible(text, quoted, merged, cue, speech);
      return new Attribution(merged, source, cue, eligible);
    }
  }

  /** An article with the attributions of its text as it is before it is cleaned. */
  static GoldArticle article(String name, Path file, Marker marker, List<Attribution> attributions)
      throws IOException {
    Article clean = CleanText.of(file);
    CleanText.Alignment alignment = CleanText.align(marker.text, clean.text());
    List<Attribution> moved = new ArrayList<>();
    for (Attribution attribution : attributions) {
      moved.add(attribution.moved(alignment));
    }
    moved.removeIf(attribution -> attribution.content().isEmpty());
    return new GoldArticle(name, clean, moved);
  }

  static List<GoldArticle> read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(folder.resolve("attributions"))) {
      files = list.sorted().toList();
    }
    Set<String> seen = new HashSet<>();
    List<GoldArticle> articles = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      name = name.substring(0, name.lastIndexOf('_'));
      if (seen.add(name)) {
        Path source = folder.resolve("text").resolve(name + ".txt");
        Marker marker = new Marker(Files.readString(source));
        articles.add(article(name, source, marker, attributions(file, marker)));
      }
    }
    return articles;
  }

  private static List<Attribution> attributions(Path file, Marker marker) throws IOException {
    Map<String, List<Range>> spans = new HashMap<>();
    Map<String, String> types = new HashMap<>();
    List<Attribution> found = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split("\t");
      if (parts.length > 1 && parts[0].startsWith("T")) {
        String[] typeAndOffsets = parts[1].split(" ", 2);
        List<Range> ranges = new ArrayList<>();
        for (String offsets : typeAndOffsets[1].split(";")) {
          String[] ends = offsets.split(" ");
          ranges.add(marker.range(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])));
        }
        spans.put(parts[0], ranges);
        types.put(parts[0], typeAndOffsets[0]);
      } else if (parts.length > 1 && parts[0].startsWith("E")) {
        Map<String, List<Range>> roles = new HashMap<>();
        for (String argument : parts[1].split(" ")) {
          String[] roleAndSpan = argument.split(":");
          String role = roleAndSpan[0].replaceAll("\\d+$", "");
          if (spans.containsKey(roleAndSpan[1])) {
            roles.computeIfAbsent(role, r -> new ArrayList<>()).addAll(spans.get(roleAndSpan[1]));
          }
        }
        found.add(
            marker.attribution(
                roles.getOrDefault("Content", List.of()),
                roles.getOrDefault("Source", List.of()),
                roles.getOrDefault("Cue", List.of())));
      }
    }
    return found;
  }

  /** Joins ranges with no letter or digit between them; leaves out those that have none. */
  static List<Range> merge(String text, List<Range> ranges) {
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.sort((a, b) -> Integer.compare(a.begin, b.begin));
    List<Range> out = new ArrayList<>();
    for (Range range : sorted) {
      if (!lettersIn(text, range.begin, range.end)) {
        continue;
      }
      int last = out.size() - 1;
      if (last >= 0 && !lettersIn(text, out.get(last).end, range.begin)) {
        out.set(last, new Range(out.get(last).begin, Math.max(out.get(last).end, range.end)));
      } else {
        out.add(range);
      }
    }
    return out;
  }

  private static boolean lettersIn(String text, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean eligible(
      String text, boolean[] quoted, List<Range> content, List<Range> cue, Set<String> speech) {
    int wordCount = 0;
    for (Range range : content) {
      wordCount += text.substring(range.begin, range.end).strip().split("\\s+").length;
      for (int i = range.begin; i < range.end; i++) {
        if (quoted[i] && Character.isLetterOrDigit(text.charAt(i))) {
          return true;
        }
      }
    }
    StringBuilder cueText = new StringBuilder();
    for (Range range : cue) {
      cueText.append(text, range.begin, range.end).append(' ');
    }
    String lower = cueText.toString().toLowerCase(java.util.Locale.ROOT).strip();
    boolean said = lower.contains("according") || lower.equals(":");
    for (String word : lower.split("[^a-z']+")) {
      said |= speech.contains(word);
    }
    return said && wordCount >= 4 && !NOT_SAID.matcher(lower).find();
  }

  /** Whether each character stands inside double marks, as the scorer has it. */
  private static boolean[] quoted(String text) {
    boolean[] mask = new boolean[text.length()];
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (text.startsWith("\n\n", i) && inside) {
        int next = i;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
          next++;
        }
        inside = next < text.length() && "\u201c\"'`".indexOf(text.charAt(next)) >= 0;
      }
      boolean doubled =
          (text.startsWith("''", i) || text.startsWith("``", i))
              && (i == 0 || text.charAt(i - 1) != c);
      if ("\u201c\u201e\u00ab".indexOf(c) >= 0) {
        inside = true;
      } else if ("\u201d\u00bb".indexOf(c) >= 0) {
        inside = false;
      } else if (c == '"' || doubled) {
        int after = c == '"' ? i + 1 : i + 2;
        boolean reopened =
            inside
                && (i == 0 || Character.isWhitespace(text.charAt(i - 1)))
                && after < text.length()
                && Character.isLetterOrDigit(text.charAt(after));
        inside = !inside || reopened;
      }
      mask[i] = inside;
    }
    return mask;
  }

  private static int[] indices(String text) {
    int[] indices = new int[text.codePointCount(0, text.length()) + 1];
    for (int codePoint = 0, at = 0; codePoint < indices.length; codePoint++) {
      indices[codePoint] = at;
      if (at < text.length()) {
        at = text.offsetByCodePoints(at, 1);
      }
    }
    return indices;
  }
}
