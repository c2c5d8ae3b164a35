package dev.dateline.article;

import dev.dateline.text.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what stands around an article from the article, by the rules of {@code furniture.txt}.
 * Pure; thread-safe. No pattern sees more than a bounded stretch of a paragraph.
 */
final class Furniture {

  private static final int LONGEST_LINE = 1000;
  private static final int LONGEST_END = 500;
  private static final int LONGEST_NOTE = 100;
  private static final int SHORT = 40;
  private static final int TAIL = 600;
  private static final String ANY = "*";
  private static final String NAMES =
      "(?-i:(?:(?:\\p{Lu}[\\p{L}\\p{M}.'\u2019-]*+|and|in|at|for|of|the|de|van|von|der|al|bin|el|la|y"
          + "|und|et|&|with|from|by|editing|reporting|additional|writing)[ ,;:]*+){1,60}+)";

  private record Rule(String reason, Pattern pattern) {}

  private record TailRule(String reason, List<String> triggers, Pattern pattern) {}

  /** The end of a paragraph that is none of its text: where it begins, and why. */
  record Tail(int begin, String reason) {}

  private static final Map<String, List<Rule>> LINES = new HashMap<>();
  private static final List<TailRule> ENDS = new ArrayList<>();
  private static final List<TailRule> TAILS = new ArrayList<>();
  private static final List<Pattern> RESTS = new ArrayList<>();

  static {
    for (String line : WordList.read(Furniture.class, "furniture.txt")) {
      String[] columns = line.split(" \\| ", 4);
      Pattern pattern =
          Pattern.compile(
              columns[3].replace("{NAMES}", NAMES),
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
      List<String> triggers = List.of(columns[2].split(", "));
      if (columns[1].equals("rest")) {
        RESTS.add(pattern);
      } else if (columns[1].equals("end")) {
        ENDS.add(new TailRule(columns[0], triggers, pattern));
      } else if (columns[1].equals("tail")) {
        TAILS.add(new TailRule(columns[0], triggers, pattern));
      } else {
        for (String word : triggers) {
          LINES.computeIfAbsent(word, key -> new ArrayList<>()).add(new Rule(columns[0], pattern));
        }
      }
    }
  }

  private Furniture() {}

  /** Why the whole paragraph is furniture, or null where it is text. */
  static String reason(String paragraph) {
    if (paragraph.length() > LONGEST_LINE) {
      return null;
    }
    String reason = match(LINES.get(firstWord(paragraph)), paragraph);
    return reason == null && (paragraph.length() < SHORT || !startsWithLetter(paragraph))
        ? match(LINES.get(ANY), paragraph)
        : reason;
  }

  /** Why a paragraph near the end of its text is furniture, or null where it is text. */
  static String endReason(String paragraph) {
    if (paragraph.length() > LONGEST_END) {
      return null;
    }
    String text = paragraph.toLowerCase(Locale.ROOT);
    for (TailRule rule : ENDS) {
      if (isTriggered(rule, text) && rule.pattern().matcher(paragraph).lookingAt()) {
        return rule.reason();
      }
    }
    return null;
  }

  private static boolean isTriggered(TailRule rule, String text) {
    for (String trigger : rule.triggers()) {
      if (text.contains(trigger)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the paragraph is the first of notes between desks, which nothing but such follow. */
  static boolean startsDeskNotes(String paragraph) {
    if (paragraph.length() > LONGEST_NOTE) {
      return false;
    }
    for (Pattern pattern : RESTS) {
      if (pattern.matcher(paragraph).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  /** The furniture that hangs at the end of a paragraph, or null. */
  static Tail tail(String paragraph) {
    int begin = Math.max(0, paragraph.length() - TAIL);
    String end = null;
    for (TailRule rule : TAILS) {
      if (end == null) {
        end = paragraph.substring(begin).toLowerCase(Locale.ROOT);
      }
      for (String trigger : rule.triggers()) {
        if (end.contains(trigger)) {
          Matcher matcher = rule.pattern().matcher(paragraph).region(begin, paragraph.length());
          matcher.useTransparentBounds(true);
          if (matcher.find() && matcher.start() > 0) {
            return new Tail(matcher.start(), rule.reason());
          }
          break;
        }
      }
    }
    return null;
  }

  private static String match(List<Rule> rules, String paragraph) {
    if (rules != null) {
      for (Rule rule : rules) {
        if (rule.pattern().matcher(paragraph).lookingAt()) {
          return rule.reason();
        }
      }
    }
    return null;
  }

  private static boolean startsWithLetter(String paragraph) {
    return !paragraph.isEmpty() && Character.isLetter(paragraph.charAt(0));
  }

  /** The letters up to the first blank or mark, an opening bracket before them included. */
  private static String firstWord(String paragraph) {
    int end = 0;
    while (end < paragraph.length()) {
      char c = paragraph.charAt(end);
      boolean opens = end == 0 && (c == '(' || c == '[' || c == '<' || c == '\u00a9' || c == '/');
      if (!opens && !Character.isLetterOrDigit(c) && c != '-') {
        break;
      }
      end++;
      if (c == '\u00a9') {
        break;
      }
    }
    return paragraph.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
