package dev.dateline.quotes;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleCleaner;
import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireReaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Plain texts as the pipeline cleans them, and where their letters went. */
final class CleanText {

  private CleanText() {}

  /** The article that the pipeline makes of a plain text. */
  static Article of(Path file) throws IOException {
    try {
      WireInput input = WireInput.of(Files.readAllBytes(file), file.toString());
      return ArticleCleaner.standard().clean(WireReaders.standard().read(input).get(0));
    } catch (WireException e) {
      throw new IOException(file.toString(), e);
    }
  }

  /** For each letter or digit of a raw text, where it stands in the clean one, or -1. */
  record Alignment(int[] to) {

    /** The ranges in the clean text; those of which nothing is left are left out. */
    List<Polnear.Range> move(List<Polnear.Range> ranges) {
      List<Polnear.Range> moved = new ArrayList<>();
      for (Polnear.Range range : ranges) {
        int begin = Integer.MAX_VALUE;
        int end = -1;
        for (int i = range.begin(); i < range.end(); i++) {
          if (to[i] >= 0) {
            begin = Math.min(begin, to[i]);
            end = Math.max(end, to[i] + 1);
          }
        }
        if (end >= 0) {
          moved.add(new Polnear.Range(begin, end));
        }
      }
      return moved;
    }
  }

  /** Finds each line of the clean text in the raw one, by its letters and digits. */
  static Alignment align(String raw, String clean) {
    int[] rawAt = letters(raw, 0, raw.length());
    String rawLetters = letters(raw, rawAt);
    int[] to = new int[raw.length()];
    Arrays.fill(to, -1);
    int from = 0;
    for (int begin = 0; begin < clean.length(); ) {
      int newline = clean.indexOf('\n', begin);
      int end = newline < 0 ? clean.length() : newline;
      int[] lineAt = letters(clean, begin, end);
      String line = letters(clean, lineAt);
      int found = rawLetters.indexOf(line, from);
      found = found < 0 ? rawLetters.indexOf(line) : found;
      if (found >= 0) {
        for (int i = 0; i < lineAt.length; i++) {
          to[rawAt[found + i]] = lineAt[i];
        }
        from = Math.max(from, found + lineAt.length);
      }
      begin = end + 1;
    }
    return new Alignment(to);
  }

  private static int[] letters(String text, int begin, int end) {
    int[] at = new int[end - begin];
    int count = 0;
    for (int i = begin; i < end; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        at[count++] = i;
      }
    }
    return Arrays.copyOf(at, count);
  }

  private static String letters(String text, int[] at) {
    StringBuilder letters = new StringBuilder(at.length);
    for (int i : at) {
      letters.append(text.charAt(i));
    }
    return letters.toString();
  }
}
