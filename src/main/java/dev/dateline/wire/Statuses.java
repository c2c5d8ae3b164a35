package dev.dateline.wire;

import java.util.Locale;

/** Publication statuses in the words of the formats. */
final class Statuses {

  private Statuses() {}

  /**
   * The status that a value of any format's vocabulary stands for ({@code usable}, {@code
   * stat:canceled}, {@code Usable}, {@code kill}), or null where it says nothing that is known.
   */
  static PubStatus parse(String value) {
    if (value == null) {
      return null;
    }
    String word = value.strip().toLowerCase(Locale.ROOT);
    word = word.substring(word.lastIndexOf(':') + 1);
    word = word.substring(word.lastIndexOf('/') + 1);
    return switch (word) {
      case "usable", "published", "approved", "corrected", "correction" -> PubStatus.USABLE;
      case "withheld", "embargoed", "embargo", "hold" -> PubStatus.WITHHELD;
      case "canceled",
          "cancelled",
          "killed",
          "kill",
          "withdrawn",
          "recalled",
          "retracted",
          "takedown",
          "unpublished",
          "deleted" ->
          PubStatus.CANCELED;
      default -> null;
    };
  }
}
