package dev.dateline.delivery;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertMatch;
import dev.dateline.record.AlertState;
import dev.dateline.record.ItemRef;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * An alert in a few lines for people. Pure.
 *
 * @param title what happened
 * @param snippet the words that matched, or empty
 * @param about where they stand: source, section, speaker, time; one line
 * @param url where the item is published, or null
 * @param earlier the items that counted before, one line each
 */
record AlertText(String title, String snippet, String about, String url, List<String> earlier) {

  private static final String MARK = "**";

  /**
   * @param escape makes words from outside safe for the form they are shown in
   * @param mark what the words that matched stand between
   */
  static AlertText of(Alert alert, UnaryOperator<String> escape, String mark) {
    ItemRef item = alert.getItem();
    boolean retracted = alert.getState() == AlertState.RETRACTED;
    StringBuilder title = new StringBuilder();
    title.append(retracted ? "Retracted: " : "").append(escape.apply(alert.getRuleId()));
    if (retracted && alert.getReason() != null) {
      title.append(" (").append(alert.getReason().toLowerCase(Locale.ROOT)).append(')');
    } else if (alert.getCount() > 1) {
      title.append(" (").append(alert.getCount()).append(" matches)");
    }
    if (item != null && item.getHeadline() != null) {
      title.append(": ").append(escape.apply(item.getHeadline()));
    }
    String snippet =
        alert.getSnippet() == null ? "" : escape.apply(alert.getSnippet()).replace(MARK, mark);
    return new AlertText(
        oneLine(title.toString()),
        oneLine(snippet),
        oneLine(about(alert, escape)),
        item == null ? null : item.getUrl(),
        alert.getEarlier().stream().map(match -> oneLine(earlier(match, escape))).toList());
  }

  private static String about(Alert alert, UnaryOperator<String> escape) {
    List<String> parts = new ArrayList<>();
    ItemRef item = alert.getItem();
    if (item != null) {
      parts.add(escape.apply(item.getSource()));
      if (item.getPublished() != null) {
        parts.add(item.getPublished().truncatedTo(ChronoUnit.SECONDS).toString());
      }
    }
    if (alert.getSpeaker() != null) {
      parts.add("said by " + escape.apply(alert.getSpeaker()));
    }
    if (alert.getSection() != null) {
      parts.add("in \u201c" + escape.apply(alert.getSection()) + "\u201d");
    }
    if (alert.getMore() > 0) {
      parts.add(alert.getMore() + " more in it");
    }
    return String.join(" \u00b7 ", parts);
  }

  private static String earlier(AlertMatch match, UnaryOperator<String> escape) {
    ItemRef item = match.getItem();
    if (item == null) {
      return "";
    }
    String headline = item.getHeadline() == null ? item.getId() : item.getHeadline();
    return escape.apply(item.getSource() + ": " + headline);
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
  }
}
