package dev.dateline.article;

import java.util.EnumMap;
import java.util.Map;

/** Tells languages by the script they alone are written in. Pure; thread-safe. */
final class Scripts {

  private static final int LETTERS_READ = 1000;

  private static final Map<Character.UnicodeScript, String> LANGUAGES =
      new EnumMap<>(Character.UnicodeScript.class);

  static {
    LANGUAGES.put(Character.UnicodeScript.GREEK, "el");
    LANGUAGES.put(Character.UnicodeScript.HEBREW, "he");
    LANGUAGES.put(Character.UnicodeScript.HANGUL, "ko");
    LANGUAGES.put(Character.UnicodeScript.HIRAGANA, "ja");
    LANGUAGES.put(Character.UnicodeScript.KATAKANA, "ja");
    LANGUAGES.put(Character.UnicodeScript.HAN, "zh");
    LANGUAGES.put(Character.UnicodeScript.THAI, "th");
    LANGUAGES.put(Character.UnicodeScript.DEVANAGARI, "hi");
    LANGUAGES.put(Character.UnicodeScript.BENGALI, "bn");
    LANGUAGES.put(Character.UnicodeScript.TAMIL, "ta");
    LANGUAGES.put(Character.UnicodeScript.TELUGU, "te");
    LANGUAGES.put(Character.UnicodeScript.GUJARATI, "gu");
    LANGUAGES.put(Character.UnicodeScript.ARMENIAN, "hy");
    LANGUAGES.put(Character.UnicodeScript.GEORGIAN, "ka");
    LANGUAGES.put(Character.UnicodeScript.ETHIOPIC, "am");
    LANGUAGES.put(Character.UnicodeScript.KHMER, "km");
    LANGUAGES.put(Character.UnicodeScript.MYANMAR, "my");
    LANGUAGES.put(Character.UnicodeScript.SINHALA, "si");
  }

  private Scripts() {}

  /** The language whose script most letters are in; null where the script is one of many. */
  static String language(String text) {
    Map<Character.UnicodeScript, Integer> counts = null;
    int letters = 0;
    for (int i = 0; i < text.length() && letters < LETTERS_READ; i++) {
      char c = text.charAt(i);
      if (c < 0x250) {
        letters += c > '@' ? 1 : 0;
      } else if (Character.isLetter(c)) {
        letters++;
        counts = counts == null ? new EnumMap<>(Character.UnicodeScript.class) : counts;
        counts.merge(Character.UnicodeScript.of(c), 1, Integer::sum);
      }
    }
    return counts == null ? null : language(counts, letters);
  }

  private static String language(Map<Character.UnicodeScript, Integer> counts, int letters) {
    int kana =
        counts.getOrDefault(Character.UnicodeScript.HIRAGANA, 0)
            + counts.getOrDefault(Character.UnicodeScript.KATAKANA, 0);
    int han = counts.getOrDefault(Character.UnicodeScript.HAN, 0);
    if ((han + kana) * 3 > letters) {
      // A letter of these says as much as three of an alphabet.
      return kana * 8 > han ? "ja" : "zh";
    }
    for (Map.Entry<Character.UnicodeScript, Integer> count : counts.entrySet()) {
      String language = LANGUAGES.get(count.getKey());
      if (language != null && count.getValue() * 2 > letters) {
        return language;
      }
    }
    return null;
  }
}
