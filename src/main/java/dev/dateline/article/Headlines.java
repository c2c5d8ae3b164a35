package dev.dateline.article;

import dev.dateline.text.WordList;
import dev.dateline.wire.Embargoes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the headline where the format has no field for it, and reads what desks put before one
 * ("UPDATE 2-", "CORRECTED-", "1st Ld-Writethru").
 */
final class Headlines {

  private static final int LONGEST = 220;
  private static final int MOST_WORDS = 32;
  private static final String LABELS =
      String.join("|", WordList.read(Headlines.class, "headline-labels.txt"));
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:(?:"
              + LABELS
              + ")(?: ?\\d{1,2}+)?(?:\\s*[-\u2013\u2014:]{1,2}+\\s*|(?<=\\.)\\s+|$)|\\((?:"
              + LABELS
              + ")(?: ?\\d{1,2}+)?\\)\\s*)++");

  /** Marks that make a headline stand out: stars, pluses, and words between stars. */
  private static final Pattern ORNAMENT =
      Pattern.compile(
          "^[*+\u2022]{1,4}+\\s*|\\s*\\*{2,4} ?[\\p{Lu} ]{2,40}+\\*{2,4}$|\\s*[*+]{1,4}$");

  private static final Pattern LEAD_TAKE =
      Pattern.compile(
          "\\s*[,-]?\\s*(?:\\d{1,2}(?:st|nd|rd|th) )?(?:Ld|Lead|Add|Sub)(?:-Writethru|[ -]\\w{2,12})?,?"
              + "\\s*$");

  /** Words that every take has one of. */
  private static final List<String> TAKES = List.of("Ld", "Lead", "Add", "Sub");

  private static final Set<String> SMALL =
      Set.copyOf(WordList.read(Headlines.class, "title-small-words.txt"));

  private Headlines() {}

  /** Settles the headline of a draft, and what stood before it. */
  static void apply(Draft draft) {
    if (draft.headline() == null) {
      takeFirstParagraph(draft);
    } else {
      dropRepeated(draft);
    }
    if (draft.headline() != null) {
      dropOrnaments(draft);
      takeLabel(draft);
    }
  }

  private static void dropOrnaments(Draft draft) {
    String headline = draft.headline();
    if (headline.indexOf('*') >= 0
        || headline.indexOf('+') >= 0
        || headline.charAt(0) == '\u2022') {
      String plain = ORNAMENT.matcher(headline).replaceAll("");
      draft.headline(plain.isEmpty() ? headline : plain);
    }
  }

  private static void takeFirstParagraph(Draft draft) {
    List<Draft.Part> parts = draft.parts();
    if (parts.size() < 2) {
      return;
    }
    Draft.Part first = parts.get(0);
    boolean markedUp = first.kind() == Paragraph.Kind.HEADING;
    if (markedUp || first.isBody() && looksLikeHeadline(first.text(), parts.get(1).text())) {
      parts.remove(0);
      draft.headline(first.text());
    }
  }

  /** Bodies often open with the headline again. */
  private static void dropRepeated(Draft draft) {
    while (!draft.parts().isEmpty() && repeats(draft.parts().get(0).text(), draft.headline())) {
      draft.remove(draft.parts().get(0), "repeated-headline");
    }
  }

  /** Whether a paragraph says what the headline says, to the letter. */
  static boolean repeats(String paragraph, String headline) {
    return letters(paragraph).equals(letters(headline));
  }

  private static void takeLabel(Draft draft) {
    int notice = Embargoes.noticeEnd(draft.headline());
    if (notice > 0 && notice < draft.headline().length()) {
      String whole = draft.headline();
      takeOff(draft, whole.substring(0, notice).strip(), whole.substring(notice));
    }
    String headline = draft.headline();
    Matcher label = LABEL.matcher(headline);
    if (label.find() && label.end() < headline.length()) {
      takeOff(draft, headline.substring(0, label.end()).strip(), headline.substring(label.end()));
    }
    takeLeadTake(draft);
  }

  private static void takeLeadTake(Draft draft) {
    String whole = draft.headline();
    if (TAKES.stream().noneMatch(whole::contains)) {
      return;
    }
    Matcher take = LEAD_TAKE.matcher(whole);
    if (take.find() && take.start() > 0) {
      takeOff(draft, whole.substring(take.start()).strip(), whole.substring(0, take.start()));
    }
  }

  private static void takeOff(Draft draft, String label, String headline) {
    draft.removed().add(new Removed("headline-label", label));
    draft.headline(headline.strip());
    draft.note(label.replaceAll("[-:,\\u2013\\u2014\\s]+$|^[-,\\s]+", ""));
  }

  /** Whether {@code text} reads as a headline over {@code next}. */
  private static boolean looksLikeHeadline(String text, String next) {
    if (text.length() > LONGEST || next.length() < 20 && !Bylines.isByline(next)) {
      return false;
    }
    if (Bylines.isByline(text) || DatelineParser.parse(text) != null) {
      return false;
    }
    String[] words = text.split(" ");
    if (words.length > MOST_WORDS || words.length < 2 && text.length() < 4) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    if (last == ',' || last == ':') {
      return false;
    }
    boolean stopped = last == '.' && !text.endsWith("...");
    if (!stopped
        && (last != '"' && last != '\u201d'
            || text.charAt(0) != '"' && text.charAt(0) != '\u201c')) {
      return last != '?' && last != '!' || words.length <= 20;
    }
    // A full stop: only where the words are set as a title, or the story starts right behind it.
    return stopped
        && text.indexOf(". ") < 0
        && (isTitleCase(words)
            || words.length <= 16 && (Bylines.isByline(next) || DatelineParser.parse(next) != null)
            || words.length <= 12 && next.length() > 3 * text.length() && !hasQuote(text));
  }

  private static boolean hasQuote(String text) {
    return text.indexOf('"') >= 0 || text.indexOf('\u201c') >= 0;
  }

  static boolean isTitleCase(String[] words) {
    int capitals = 0;
    int counted = 0;
    for (String word : words) {
      int letter = firstLetter(word);
      if (letter < 0 || SMALL.contains(word.toLowerCase(Locale.ROOT))) {
        continue;
      }
      counted++;
      if (Character.isUpperCase(word.charAt(letter))) {
        capitals++;
      }
    }
    return counted > 1 && capitals * 10 >= counted * 8;
  }

  private static int firstLetter(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLetter(word.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        letters.append(Character.toLowerCase(text.charAt(i)));
      }
    }
    return letters.toString();
  }
}
