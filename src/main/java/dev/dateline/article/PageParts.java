package dev.dateline.article;

import java.util.List;

/**
 * Takes out of the text of a page the short lines above its first and below its last paragraph,
 * such as dates, topics and shares.
 */
final class PageParts {

  private static final int LONGEST_LINE = 60;

  private PageParts() {}

  static void remove(Draft draft) {
    List<Draft.Part> parts = draft.parts();
    if (parts.stream().noneMatch(PageParts::isProse)) {
      return;
    }
    while (draft.headline() != null
        && (isLine(parts.get(0)) || Headlines.repeats(parts.get(0).text(), draft.headline()))) {
      boolean repeated = Headlines.repeats(parts.get(0).text(), draft.headline());
      draft.remove(parts.get(0), repeated ? "repeated-headline" : "page-part");
    }
    while (isLine(parts.get(parts.size() - 1)) || parts.get(parts.size() - 1).level() > 0) {
      draft.remove(parts.get(parts.size() - 1), "page-part");
    }
  }

  private static boolean isProse(Draft.Part part) {
    return part.isBody() && !isLine(part);
  }

  /** A short paragraph that ends no sentence. */
  private static boolean isLine(Draft.Part part) {
    String text = part.text();
    return part.isBody()
        && text.length() <= LONGEST_LINE
        && ".?!\u2026:;\"\u201d\u2019\u00bb)\u3002\uff01\uff1f\u300d\u0964\u061f"
                .indexOf(text.charAt(text.length() - 1))
            < 0
        && !Bylines.isByline(text)
        && !opensStory(text);
  }

  private static boolean opensStory(String text) {
    DatelineParser.Found dateline = DatelineParser.parse(text);
    return dateline != null && !dateline.places().isEmpty();
  }
}
