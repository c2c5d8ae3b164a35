package dev.dateline.article;

import dev.dateline.text.Document;
import dev.dateline.text.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes sections of an article's paragraphs: each heading with all that stands under it. */
final class Sections {

  private static final int ID_BYTES = 8;

  private Sections() {}

  /**
   * The sections in order.
   *
   * @param levels depth of the heading that each paragraph is, 0 for those that are none
   */
  static List<Section> of(
      String itemId, Document document, List<Paragraph> paragraphs, List<Integer> levels) {
    List<Section> sections = new ArrayList<>();
    Map<String, Integer> occurrences = new HashMap<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      int level = levels.get(i);
      if (level > 0) {
        Span span = paragraphs.get(i).span();
        String heading = document.text(span);
        int last = i;
        while (last + 1 < paragraphs.size() && !closes(levels.get(last + 1), level)) {
          last++;
        }
        int occurrence = occurrences.merge(heading.toLowerCase(Locale.ROOT), 1, Integer::sum);
        sections.add(
            new Section(
                itemId + "#" + hash(heading, occurrence),
                heading,
                level,
                span,
                new Span(span.start(), paragraphs.get(last).span().end())));
      }
    }
    return sections;
  }

  private static boolean closes(int level, int open) {
    return level > 0 && level <= open;
  }

  private static String hash(String heading, int occurrence) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(heading.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0xff);
      digest.update(Integer.toString(occurrence).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
