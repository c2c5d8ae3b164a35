package dev.dateline.article;

import dev.dateline.text.Normaliser;

/** Finds the paragraph that the dateline opens: the first of the body, or one of the next few. */
final class DatelineFinder {

  private static final int REACH = 4;

  private DatelineFinder() {}

  /** The paragraph and the dateline at its start. */
  record Result(Draft.Part part, DatelineParser.Found found) {}

  /**
   * Sets the dateline that the format has in a field before the first paragraph of the body, as it
   * is printed, where the body does not have it itself.
   */
  static void insert(Draft draft) {
    String field = Normaliser.clean(draft.item().dateline());
    if (field.isEmpty() || find(draft) != null) {
      return;
    }
    int end = field.length();
    while (end > 0 && " -\u2013\u2014_:".indexOf(field.charAt(end - 1)) >= 0) {
      end--;
    }
    String dateline = field.substring(0, end) + " - ";
    DatelineParser.Found found = DatelineParser.parse(dateline + "X");
    if (found == null || found.end() != end) {
      return;
    }
    for (Draft.Part part : draft.parts()) {
      if (part.isBody()) {
        part.text(dateline + part.text());
        return;
      }
    }
  }

  /** The dateline of {@code draft}, or null. */
  static Result find(Draft draft) {
    int seen = 0;
    for (Draft.Part part : draft.parts()) {
      if (!part.isBody()) {
        continue;
      }
      DatelineParser.Found found = DatelineParser.parse(part.text());
      // Below the first paragraph only what names an agency or a date is surely a dateline.
      if (found != null && (seen == 0 || found.agency() != null || found.date() != null)) {
        return new Result(part, found);
      }
      if (++seen == REACH) {
        break;
      }
    }
    return null;
  }
}
