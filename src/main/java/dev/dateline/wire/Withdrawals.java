package dev.dateline.wire;

import dev.dateline.text.WordList;
import java.util.List;
import java.util.Locale;

/**
 * Reads what desks write where a format has no field for it: that a story is killed. By the phrases
 * of {@code withdrawals.txt}, which no story about killing has. Pure; thread-safe.
 */
final class Withdrawals {

  private static final List<String> PHRASES = WordList.read(Withdrawals.class, "withdrawals.txt");
  private static final int REACH = 120;

  private Withdrawals() {}

  /** {@code item}, cancelled where its headline, slug, note or first words say so. */
  static WireItem apply(WireItem item) {
    if (item.pubStatus() == PubStatus.CANCELED) {
      return item;
    }
    boolean withdrawn =
        says(item.headline())
            || says(item.slug())
            || says(item.edNote())
            || !item.body().isEmpty() && says(item.body().get(0).text());
    return withdrawn ? item.toBuilder().pubStatus(PubStatus.CANCELED).build() : item;
  }

  /** Whether a phrase stands at the start, or anywhere near it after a mark. */
  private static boolean says(String text) {
    if (text == null) {
      return false;
    }
    String start =
        text.substring(0, Math.min(text.length(), REACH)).strip().toUpperCase(Locale.ROOT);
    for (String phrase : PHRASES) {
      int at = start.indexOf(phrase);
      boolean written = at >= 0 && text.strip().startsWith(phrase, at);
      if (written && (at == 0 || !Character.isLetterOrDigit(start.charAt(at - 1)))) {
        return true;
      }
    }
    return false;
  }
}
