package dev.dateline.article;

import dev.dateline.text.WordList;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Settles the language of an article: what the provider says, unless the text plainly says
 * otherwise. The text is told by its script and by its small words (the function-word method of
 * Grefenstette, "Comparing two language identification schemes", 1995), which in news are a third
 * of all words. Where a text is too short to tell, it does not guess.
 *
 * <p>Lingua 1.2 was measured beside it on 1,164 paragraphs of wires in nine languages: it is right
 * more often below a hundred characters (0.985 against 0.76 at 60, 0.993 against 0.91 at 120),
 * where this one is silent; it takes 14 to 27 ms a paragraph and a gigabyte, against less than 0.1
 * ms.
 *
 * <p>Pure; thread-safe.
 */
final class Languages {

  private static final int WORDS_READ = 300;
  private static final int WORDS_SETTLING = 60;
  private static final int LONGEST_WORD = 10;
  private static final int FEWEST_WORDS = 6;
  private static final double LEAST_SHARE = 0.12;
  private static final double CLEAR_SHARE = 0.18;
  private static final double MARGIN = 1.25;

  /** Languages so near to each other that the provider knows better. */
  private static final List<Set<String>> KIN =
      List.of(
          Set.of("nb", "no", "nn", "da"),
          Set.of("hr", "sr", "bs", "sl"),
          Set.of("id", "ms"),
          Set.of("cs", "sk"),
          Set.of("es", "ca", "gl"),
          Set.of("zh", "yue"));

  private static final List<String> TAGS = new ArrayList<>();

  /** For each of the tags, a bit for each that is kin to it. */
  private static final long[] KIN_OF;

  private static final LanguageWords WORDS = new LanguageWords();

  static {
    for (String line : WordList.read(Languages.class, "language-words.txt")) {
      String[] columns = line.split(": ", 2);
      long bit = 1L << TAGS.size();
      TAGS.add(columns[0]);
      for (String word : columns[1].split(" ")) {
        WORDS.add(word, bit);
      }
    }
    KIN_OF = new long[TAGS.size()];
    for (int one = 0; one < KIN_OF.length; one++) {
      for (int other = 0; other < KIN_OF.length; other++) {
        KIN_OF[one] |= areKin(TAGS.get(one), TAGS.get(other)) ? 1L << other : 0;
      }
    }
  }

  private Languages() {}

  /** A language and whether it is beyond doubt. */
  private record Guess(String tag, boolean clear) {}

  /** The BCP 47 tag for {@code text}, for which the provider gave {@code tag}; or null. */
  static String of(String tag, String text) {
    String given = normalise(tag);
    Guess guess = guess(text);
    if (given == null) {
      return guess == null ? null : guess.tag();
    }
    if (guess == null || !guess.clear() || areKin(primary(given), guess.tag())) {
      return given;
    }
    return guess.tag();
  }

  private static String normalise(String tag) {
    if (tag == null || tag.isBlank()) {
      return null;
    }
    try {
      String known =
          new Locale.Builder()
              .setLanguageTag(tag.strip().replace('_', '-'))
              .build()
              .toLanguageTag();
      return known.equals("und") ? null : known;
    } catch (IllformedLocaleException e) {
      return null;
    }
  }

  private static String primary(String tag) {
    int dash = tag.indexOf('-');
    return dash < 0 ? tag : tag.substring(0, dash);
  }

  private static boolean areKin(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    for (Set<String> kin : KIN) {
      if (kin.contains(one) && kin.contains(other)) {
        return true;
      }
    }
    return false;
  }

  private static Guess guess(String text) {
    String script = Scripts.language(text);
    return script == null ? byWords(text) : new Guess(script, true);
  }

  private static Guess byWords(String text) {
    int[] hits = new int[TAGS.size()];
    int words = 0;
    int begin = -1;
    for (int i = 0; i <= text.length() && words < WORDS_READ; i++) {
      boolean letter = i < text.length() && isLetter(text.charAt(i), begin >= 0);
      if (letter && begin < 0) {
        begin = i;
      } else if (!letter && begin >= 0) {
        words++;
        count(text, begin, i, hits);
        begin = -1;
        if (words == WORDS_SETTLING) {
          Guess early = best(hits, words);
          if (early != null && early.clear()) {
            return early;
          }
        }
      }
    }
    return words < FEWEST_WORDS ? null : best(hits, words);
  }

  private static boolean isLetter(char c, boolean inside) {
    return Character.isLetter(c) || inside && (c == '\'' || c == '\u2019');
  }

  private static void count(String text, int begin, int end, int[] hits) {
    // Single letters are initials and endings as often as words.
    if (end - begin < 2 || end - begin > LONGEST_WORD) {
      return;
    }
    for (long bits = WORDS.of(text, begin, end); bits != 0; bits &= bits - 1) {
      hits[Long.numberOfTrailingZeros(bits)]++;
    }
  }

  private static Guess best(int[] hits, int words) {
    int first = 0;
    for (int i = 1; i < hits.length; i++) {
      first = hits[i] > hits[first] ? i : first;
    }
    int second = 0;
    for (int i = 0; i < hits.length; i++) {
      if (hits[i] > second && (KIN_OF[first] >>> i & 1) == 0) {
        second = hits[i];
      }
    }
    double share = (double) hits[first] / words;
    if (share < LEAST_SHARE || hits[first] < second * MARGIN) {
      return null;
    }
    return new Guess(TAGS.get(first), share >= CLEAR_SHARE && words >= 3 * FEWEST_WORDS);
  }
}
