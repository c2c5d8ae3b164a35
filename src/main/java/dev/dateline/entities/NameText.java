package dev.dateline.entities;

import java.text.Normalizer;
import java.util.Locale;

/** Normal forms of names, for comparing. */
final class NameText {

  private NameText() {}

  /** White space made single blanks; looked at first, since there is mostly nothing to do. */
  static String oneLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == ' ' && i > 0 && text.charAt(i - 1) == ' ') {
        return text.replaceAll("\\s+", " ");
      }
    }
    return text;
  }

  /** In small letters, without diacritics; letters that do not decompose are spelt out. */
  static String fold(String text) {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      plain = text.charAt(i) < 128;
    }
    if (plain) {
      return text.toLowerCase(Locale.ROOT);
    }
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      switch (c) {
        case 'ß' -> out.append("ss");
        case 'æ', 'Æ' -> out.append("ae");
        case 'ø', 'Ø' -> out.append('o');
        case 'œ', 'Œ' -> out.append("oe");
        case 'ł', 'Ł' -> out.append('l');
        case 'đ', 'Đ', 'ð', 'Ð' -> out.append('d');
        case 'þ', 'Þ' -> out.append("th");
        case 'ı' -> out.append('i');
        case 'ə', 'Ə' -> out.append('a');
        case '\u2019', '\u2018', '\u02bb', '\u02bc', '`' -> out.append('\'');
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            out.append(Character.toLowerCase(c));
          }
        }
      }
    }
    return out.toString();
  }
}
