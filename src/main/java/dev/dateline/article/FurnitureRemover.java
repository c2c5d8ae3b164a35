package dev.dateline.article;

import java.util.ArrayList;
import java.util.List;

/** Moves furniture out of a draft: whole paragraphs anywhere, and what hangs at their ends. */
final class FurnitureRemover {

  /** Tails stand at the ends of stories, and of the stories within a round-up. */
  private static final int MOST_TAILS = 4;

  private static final int LAST_PARAGRAPHS = 6;

  private FurnitureRemover() {}

  static void apply(Draft draft) {
    removeDeskNotes(draft);
    for (Draft.Part part : new ArrayList<>(draft.parts())) {
      String reason =
          part.kind() == Paragraph.Kind.TABLE_ROW ? null : Furniture.reason(part.text());
      if (reason != null) {
        draft.remove(part, reason);
      }
    }
    List<Draft.Part> parts = new ArrayList<>(draft.parts());
    for (int i = 0; i < parts.size(); i++) {
      Draft.Part part = parts.get(i);
      boolean text = part.isBody() || part.kind() == Paragraph.Kind.CAPTION;
      if (text && (i + LAST_PARAGRAPHS >= parts.size() || mayHaveTail(part.text()))) {
        trimTails(draft, part);
      }
    }
  }

  /** In the middle of a text, only what ends in a bracket or rule can have a tail. */
  private static boolean mayHaveTail(String text) {
    return ")]_#*/".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** Where notes between desks start, all that follows is theirs. */
  private static void removeDeskNotes(Draft draft) {
    List<Draft.Part> parts = new ArrayList<>(draft.parts());
    for (int i = 1; i < parts.size(); i++) {
      if (Furniture.startsDeskNotes(parts.get(i).text())) {
        parts.subList(i, parts.size()).forEach(part -> draft.remove(part, "desk-notes"));
        return;
      }
    }
  }

  private static void trimTails(Draft draft, Draft.Part part) {
    for (int i = 0; i < MOST_TAILS && !part.text().isEmpty(); i++) {
      Furniture.Tail tail = Furniture.tail(part.text());
      if (tail == null) {
        return;
      }
      draft.trim(part, 0, tail.begin(), tail.reason());
    }
  }
}
