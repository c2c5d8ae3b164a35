package dev.dateline.text;

/** Cuts a text into {@link Tokens}, in one pass over its characters. */
final class Tokenizer {

  /** What may stand before the @ of an e-mail address. */
  private static final int LONGEST_NAME = 64;

  private final String text;

  /** The text again: an array is faster to look into, character by character. */
  private final char[] chars;

  private final int length;
  private final Tokens tokens;

  /** The first @ from the last place on at which one was looked for. */
  private int nextAt = -1;

  private Tokenizer(String text) {
    this.text = text;
    this.chars = text.toCharArray();
    this.length = chars.length;
    this.tokens = new Tokens(text);
  }

  static Tokens tokenize(String text) {
    Tokenizer tokenizer = new Tokenizer(text);
    int at = 0;
    while (at < tokenizer.length) {
      char c = tokenizer.chars[at];
      if (isBlank(c)) {
        at++;
      } else {
        at = tokenizer.next(at, c);
      }
    }
    return tokenizer.tokens;
  }

  /** Adds the tokens that start at {@code at}; returns where to go on. */
  private int next(int at, char c) {
    int address = addressEnd(at, c);
    if (address > at) {
      tokens.add(chars, at, address, Tokens.Kind.ADDRESS);
      return address;
    }
    if (isLetter(c)) {
      int end = plainWord(at);
      return end > at ? end : word(at);
    }
    if (isDigit(c)) {
      return number(at);
    }
    if (isMark(c)) {
      boolean doubled =
          (c == '\'' || c == '`' || c == '\u2019' || c == '\u2018') && charAt(at + 1) == c;
      int end = at + (doubled ? 2 : 1);
      tokens.add(chars, at, end, Tokens.Kind.QUOTE_MARK);
      return end;
    }
    int end = at + 1;
    if (c == '.' || c == '-') {
      while (charAt(end) == c) {
        end++;
      }
    } else if (Character.isHighSurrogate(c) && Character.isLowSurrogate(charAt(end))) {
      end++;
    }
    tokens.add(chars, at, end, Tokens.Kind.PUNCTUATION);
    return end;
  }

  /**
   * Adds the word of plain letters alone that starts at {@code begin}, as nearly all do, its hashes
   * summed up on the way; returns its end, or {@code begin} where a closer look is needed.
   */
  private int plainWord(int begin) {
    int end = begin;
    int hash = 0;
    int lowerHash = 0;
    int uppers = 0;
    while (end < length) {
      int c = chars[end];
      int lower = c | 0x20;
      if (lower < 'a' || lower > 'z') {
        break;
      }
      uppers += c == lower ? 0 : 1;
      hash = 31 * hash + c;
      lowerHash = 31 * lowerHash + lower;
      end++;
    }
    if (end < length && chars[end] != ' ' && chars[end] != ',') {
      return begin;
    }
    tokens.addWord(chars, begin, end, hash, lowerHash, uppers);
    return end;
  }

  private int word(int begin) {
    int end = begin;
    int apostrophe = -1;
    while (end < length) {
      char c = chars[end];
      if (isLetter(c) || isDigit(c)) {
        end++;
      } else if (isApostrophe(c) && isLetter(charAt(end + 1))) {
        apostrophe = end++;
      } else if (c == '&' && isLetter(charAt(end + 1)) && end - begin <= 3) {
        end++;
      } else if (c == '.' && isInnerPeriod(begin, end)) {
        end++;
      } else {
        break;
      }
    }
    if (apostrophe > begin && isPossessive(apostrophe, end)) {
      tokens.add(chars, begin, apostrophe, Tokens.Kind.WORD);
      tokens.add(chars, apostrophe, end, Tokens.Kind.POSSESSIVE);
      return end;
    }
    if (charAt(end) == '.' && endsWithItsPeriod(begin, end)) {
      end++;
    }
    tokens.add(chars, begin, end, Tokens.Kind.WORD);
    char after = charAt(end);
    if (isApostrophe(after) && charAt(end + 1) != after && endsInS(end) && plainlyCloses(end)) {
      tokens.add(chars, end, end + 1, Tokens.Kind.POSSESSIVE);
      return end + 1;
    }
    return end;
  }

  /** "U.S", "a.m": a period between single letters. */
  private boolean isInnerPeriod(int begin, int at) {
    boolean singleBefore =
        at - 1 == begin || charAt(at - 2) == '.' || at - 2 == begin && isAbbreviationPair(begin);
    return singleBefore
        && isLetter(charAt(at - 1))
        && isLetter(charAt(at + 1))
        && !(isLetter(charAt(at + 2)) && isLetter(charAt(at + 3)));
  }

  /** "Ph.D": two letters before the first period. */
  private boolean isAbbreviationPair(int begin) {
    return charAt(begin) == 'P' && charAt(begin + 1) == 'h';
  }

  /** Whether the period after a word belongs to it: initials, "U.S.", "Mr.". */
  private boolean endsWithItsPeriod(int begin, int end) {
    if (charAt(end + 1) == '.') {
      return false;
    }
    if (end - begin == 1) {
      return Character.isUpperCase(chars[begin]) && chars[begin] != 'I';
    }
    for (int i = begin; i < end; i++) {
      if (chars[i] == '.') {
        return true;
      }
    }
    return Abbreviations.isKnown(text, begin, end);
  }

  private boolean isPossessive(int apostrophe, int end) {
    return end - apostrophe == 2 && (charAt(end - 1) == 's' || charAt(end - 1) == 'S');
  }

  private boolean endsInS(int end) {
    char last = charAt(end - 1);
    return last == 's' || last == 'S' || last == 'z' || last == 'x';
  }

  /**
   * An apostrophe after a final s, a blank and a small letter behind it: "the ministers' talks".
   */
  private boolean plainlyCloses(int at) {
    return charAt(at + 1) == ' ' && Character.isLetterOrDigit(charAt(at + 2)) && noOpenSingle(at);
  }

  /** Whether no single mark stands open before {@code at} in its paragraph. */
  private boolean noOpenSingle(int at) {
    for (int i = at - 1; i >= 0 && chars[i] != '\n'; i--) {
      char c = chars[i];
      if (c == '\u2018') {
        return false;
      }
      if (c == '\'' && (i == 0 || !Character.isLetterOrDigit(chars[i - 1]))) {
        return false;
      }
      if (c == '\u2019' && !Character.isLetterOrDigit(charAt(i + 1))) {
        return true;
      }
    }
    return true;
  }

  private int number(int begin) {
    int end = begin;
    while (end < length) {
      char c = chars[end];
      if (isDigit(c) || isLetter(c)) {
        end++;
      } else if ((c == ',' || c == '.' || c == ':') && isDigit(charAt(end + 1))) {
        end++;
      } else {
        break;
      }
    }
    tokens.add(chars, begin, end, Tokens.Kind.NUMBER);
    return end;
  }

  /** The end of a web or e-mail address that starts at {@code at}; {@code at} where none does. */
  private int addressEnd(int at, char c) {
    boolean web =
        (c == 'h' && (text.startsWith("http://", at) || text.startsWith("https://", at)))
            || (c == 'w' && text.startsWith("www.", at));
    if (!web && !isNearAt(at) || at > 0 && isLetter(chars[at - 1])) {
      return at;
    }
    boolean mail = false;
    int end = at;
    while (end < length && isAddressCharacter(chars[end])) {
      if (chars[end] == '@') {
        mail = end > at && isLetter(charAt(end + 1));
        if (!mail) {
          return at;
        }
      }
      end++;
      if (!web && end - at > LONGEST_NAME && !mail) {
        return at;
      }
    }
    if (!web && !mail) {
      return at;
    }
    while (end > at && ".,;:!?".indexOf(chars[end - 1]) >= 0) {
      end--;
    }
    return end;
  }

  /** Whether an @ stands where it could still be one of an address that starts at {@code at}. */
  private boolean isNearAt(int at) {
    if (nextAt < at) {
      int found = text.indexOf('@', at);
      nextAt = found < 0 ? Integer.MAX_VALUE : found;
    }
    return nextAt - at <= LONGEST_NAME;
  }

  private static boolean isAddressCharacter(char c) {
    return c > ' ' && c < 127 && c != '"' && c != '\'' && c != '<' && c != '>' && c != '('
        && c != ')' && c != '[' && c != ']' && c != '`';
  }

  private static boolean isBlank(char c) {
    boolean plain = c > ' ' && c < 0x7f;
    return !plain && (c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  private char charAt(int index) {
    return index < 0 || index >= length ? '\0' : chars[index];
  }

  private static boolean isLetter(char c) {
    return c < 128
        ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
        : Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isDigit(char c) {
    return c < 128 ? c >= '0' && c <= '9' : Character.isDigit(c);
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u02bc' || c == '\u02bb' || c == '`';
  }

  private static boolean isMark(char c) {
    switch (c) {
      case '"':
      case '\'':
      case '`':
      case '\u00b4':
      case '\u00ab':
      case '\u00bb':
      case '\u2018':
      case '\u2019':
      case '\u201a':
      case '\u201b':
      case '\u201c':
      case '\u201d':
      case '\u201e':
      case '\u201f':
      case '\u2039':
      case '\u203a':
      case '\u300c':
      case '\u300d':
        return true;
      default:
        return false;
    }
  }
}
