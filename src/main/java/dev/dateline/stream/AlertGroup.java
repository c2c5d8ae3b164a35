package dev.dateline.stream;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertRule;
import java.util.Locale;

/** By what a rule counts its matches and cools down. */
public enum AlertGroup {
  SPEAKER,
  SOURCE;

  /** As it is written in a rule. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a rule groups so. */
  boolean isOf(AlertRule rule) {
    return label().equalsIgnoreCase(rule.getGroupBy());
  }

  /** The group of a match under its rule; empty for a rule that counts as a whole. */
  static String of(AlertRule rule, Alert match) {
    if (SPEAKER.isOf(rule)) {
      return fold(match.getSpeaker());
    }
    return SOURCE.isOf(rule) && match.getItem() != null ? fold(match.getItem().getSource()) : "";
  }

  /** A name as it is compared; all who are unnamed are one. */
  static String fold(String name) {
    return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
  }
}
