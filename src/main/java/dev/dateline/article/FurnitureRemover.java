package dev.dateline.article;

import dev.dateline.wire.Embargoes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Moves furniture out of a draft: whole paragraphs anywhere, and what hangs at their ends. */
final class FurnitureRemover {

  /** Tails stand at the ends of stories, and of the stories within a round-up. */
  private static final int MOST_TAILS = 4;

  private static final int LAST_PARAGRAPHS = 6;

  private FurnitureRemover() {}

  static void apply(Draft draft) {
    if ("mail".equals(draft.item().format())) {
      Signatures.apply(draft);
    }
    if ("html".equals(draft.item().format())) {
      PageParts.remove(draft);
    }
    removeEmbargoes(draft);
    removeDeskNotes(draft);
    removeSource(draft);
    for (Draft.Part part : new ArrayList<>(draft.parts())) {
      String reason =
          part.kind() == Paragraph.Kind.TABLE_ROW ? null : Furniture.reason(part.text());
      if (reason != null) {
        draft.remove(part, reason);
      }
    }
    removeEnds(draft);
    List<Draft.Part> parts = new ArrayList<>(draft.parts());
    for (int i = 0; i < parts.size(); i++) {
      Draft.Part part = parts.get(i);
      boolean text = part.isBody() || part.kind() == Paragraph.Kind.CAPTION;
      if (text && (i + LAST_PARAGRAPHS >= parts.size() || mayHaveTail(part.text()))) {
        trimTails(draft, part);
      }
    }
  }

  /** Notices of an embargo, alone on a line or before the text of a paragraph. */
  private static void removeEmbargoes(Draft draft) {
    for (Draft.Part part : new ArrayList<>(draft.parts())) {
      int end = Embargoes.noticeEnd(part.text());
      if (end >= part.text().length()) {
        String reason = Furniture.reason(part.text());
        draft.remove(part, reason == null ? "advisory" : reason);
      } else if (end > 0) {
        draft.note(part.text().substring(0, end).replaceAll("[\\s.:;,\u2013\u2014-]++$", ""));
        draft.trim(part, end, part.text().length(), "advisory");
      }
    }
  }

  /** A line over the text that names its subject and its agency. */
  private static void removeSource(Draft draft) {
    Draft.Part first = draft.parts().size() > 1 ? draft.parts().get(0) : null;
    if (first != null && draft.headline() != null && SignOffs.endsInAgency(first.text())) {
      draft.remove(first, "source-line");
    }
  }

  /** Credits and sign-offs that are such only because the text ends there. */
  private static void removeEnds(Draft draft) {
    List<Draft.Part> parts = draft.parts();
    for (Draft.Part part :
        new ArrayList<>(parts.subList(Math.max(0, parts.size() - LAST_PARAGRAPHS), parts.size()))) {
      String reason =
          part.kind() == Paragraph.Kind.TABLE_ROW ? null : Furniture.endReason(part.text());
      if (reason == null && parts.size() > 1 && SignOffs.isSignOff(part.text())) {
        reason = "agency-mark";
      }
      if (reason != null) {
        draft.remove(part, reason);
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
        noteToEditors(draft, parts.subList(i, parts.size()));
        parts.subList(i, parts.size()).forEach(part -> draft.remove(part, "desk-notes"));
        return;
      }
    }
  }

  /** Among the notes of a desk, what it tells other desks about the text. */
  private static void noteToEditors(Draft draft, List<Draft.Part> notes) {
    boolean told = false;
    for (Draft.Part part : notes) {
      String text = part.text();
      if (text.startsWith("#") || text.startsWith("*")) {
        told = text.toLowerCase(Locale.ROOT).endsWith("note to editors");
      } else if (told) {
        draft.note(text.startsWith("- ") ? text.substring(2) : text);
      }
    }
  }

  private static void trimTails(Draft draft, Draft.Part part) {
    for (int i = 0; i < MOST_TAILS && !part.text().isEmpty(); i++) {
      Furniture.Tail tail = Furniture.tail(part.text());
      int mark = tail == null ? SignOffs.tail(part.text()) : -1;
      tail = mark > 0 ? new Furniture.Tail(mark, "agency-mark") : tail;
      if (tail == null) {
        return;
      }
      draft.trim(part, 0, tail.begin(), tail.reason());
    }
  }
}
