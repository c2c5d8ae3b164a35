package dev.dateline.article;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** Markup that was sent as text, where nothing resolves it. Pure; thread-safe. */
final class Markup {

  private static final Pattern CLOSED =
      Pattern.compile("<([a-zA-Z][a-zA-Z0-9:-]{0,20}+)(?:\\s[^<>]{0,600}+)?>[^<>]{0,2000}+</\\1>");

  private Markup() {}

  /** Whether {@code text} holds an element with its end; a lone angle bracket is none. */
  static boolean isIn(String text) {
    return text.indexOf('<') >= 0 && text.contains("</") && CLOSED.matcher(text).find();
  }

  /** The words that {@code text} has beside its markup. */
  static String words(String text) {
    return Jsoup.parseBodyFragment(text).text();
  }
}
