package dev.dateline.rules;

import java.util.ArrayList;
import java.util.List;

/** Cuts a query into tokens. */
final class Lexer {

  enum Type {
    WORD,
    PHRASE,
    /** A field's name; its colon is part of it. */
    FIELD,
    AND,
    OR,
    NOT,
    /** With the distance as text. */
    NEAR,
    OPEN("("),
    CLOSE(")"),
    RANGE_OPEN("["),
    RANGE_CLOSE("]"),
    EXACT("="),
    LESS("<"),
    LESS_EQUAL("<="),
    GREATER(">"),
    GREATER_EQUAL(">="),
    COMMA(","),
    /** {@code ~} with the digits after it as text. */
    TILDE("~"),
    END;

    private final String sign;

    Type() {
      this(null);
    }

    Type(String sign) {
      this.sign = sign;
    }
  }

  /**
   * @param text the word, escapes resolved; the phrase without its marks; the field's name
   * @param escaped whether wildcard signs in it were escaped and stand for themselves
   * @param column where it starts
   * @param glued whether nothing stands between it and the token before
   */
  record Token(Type type, String text, boolean escaped, int column, boolean glued) {

    /** How a message names it. */
    String shown() {
      return switch (type) {
        case END -> "end of the query";
        case PHRASE -> "\"" + text + "\"";
        case FIELD -> "field '" + text + ":'";
        case WORD, NEAR -> "'" + text + "'";
        case AND, OR, NOT -> type.name();
        default -> "'" + type.sign + text + "'";
      };
    }
  }

  private static final String SIGNS = "()[]{}\"\u201c\u201d,";

  private final String query;
  private int at;
  private final List<Token> tokens = new ArrayList<>();

  private Lexer(String query) {
    this.query = query;
  }

  static List<Token> tokens(String query) throws RuleException {
    if (query.length() > Limits.LENGTH) {
      throw new RuleException(
          "the query is longer than " + Limits.LENGTH + " characters", Limits.LENGTH + 1, null);
    }
    Lexer lexer = new Lexer(query);
    while (lexer.next()) {
      // next() collects
    }
    return lexer.tokens;
  }

  private boolean next() throws RuleException {
    int start = at;
    while (at < query.length() && isSpace(query.charAt(at))) {
      at++;
    }
    boolean glued = at == start && at > 0;
    if (at == query.length()) {
      add(Type.END, "", at, glued);
      return false;
    }
    int begin = at;
    char c = query.charAt(at);
    switch (c) {
      case '(' -> sign(Type.OPEN, glued);
      case ')' -> sign(Type.CLOSE, glued);
      case '[' -> sign(Type.RANGE_OPEN, glued);
      case ']' -> sign(Type.RANGE_CLOSE, glued);
      case ',' -> sign(Type.COMMA, glued);
      case '=' -> sign(Type.EXACT, glued);
      case '<', '>' -> comparison(c, glued);
      case '~' -> {
        at++;
        add(Type.TILDE, digits(), begin, glued);
      }
      case '"', '\u201c', '\u201d' -> phrase(glued);
      case '{', '}' ->
          throw new RuleException("'" + c + "' has no meaning here", begin + 1, "'[' or ']'");
      case '^' -> throw new RuleException("weights of words are not known", begin + 1, "no '^'");
      default -> {
        if (c == '-' && begin + 1 < query.length() && !glued) {
          sign(Type.NOT, false);
        } else {
          word(glued);
        }
      }
    }
    return true;
  }

  private void sign(Type type, boolean glued) {
    add(type, "", at, glued);
    at++;
  }

  private void comparison(char c, boolean glued) {
    boolean equal = at + 1 < query.length() && query.charAt(at + 1) == '=';
    Type type =
        c == '<' ? equal ? Type.LESS_EQUAL : Type.LESS : equal ? Type.GREATER_EQUAL : Type.GREATER;
    add(type, "", at, glued);
    at += equal ? 2 : 1;
  }

  private String digits() {
    int begin = at;
    while (at < query.length() && query.charAt(at) >= '0' && query.charAt(at) <= '9') {
      at++;
    }
    return query.substring(begin, at);
  }

  private void phrase(boolean glued) throws RuleException {
    int begin = at++;
    boolean straight = query.charAt(begin) == '"';
    StringBuilder text = new StringBuilder();
    while (at < query.length() && !closes(query.charAt(at), straight)) {
      if (query.charAt(at) == '\\' && at + 1 < query.length()) {
        at++;
      }
      text.append(query.charAt(at++));
    }
    if (at == query.length()) {
      throw new RuleException("the phrase has no end", begin + 1, "a closing '\"'");
    }
    at++;
    add(Type.PHRASE, text.toString(), begin, glued);
  }

  private void word(boolean glued) throws RuleException {
    int begin = at;
    boolean escaped = false;
    StringBuilder text = new StringBuilder();
    boolean value = glued && !tokens.isEmpty() && isValueSign(last());
    while (at < query.length()) {
      char c = query.charAt(at);
      if (c == '\\') {
        if (++at == query.length()) {
          throw new RuleException("nothing follows '\\'", at + 1, "a character");
        }
        escaped = true;
        text.append(query.charAt(at++));
      } else if (c == ':' && !value && Field.named(text.toString()) != null) {
        at++;
        add(Type.FIELD, text.toString(), begin, glued);
        return;
      } else if (c == ':' && !value && "in".contentEquals(text)) {
        at++;
        add(Type.FIELD, "in", begin, glued);
        return;
      } else if (c == ':' && !value && isName(text)) {
        throw new RuleException(
            "there is no field '" + text + "'",
            begin + 1,
            "one of " + Field.labels() + ", in; or a \\ before the ':'");
      } else if (isSpace(c) || c == '~' || c == '^' || SIGNS.indexOf(c) >= 0 && !isInner(c)) {
        break;
      } else {
        text.append(c);
        at++;
      }
    }
    String word = text.toString();
    if (!escaped && !value && operator(word, begin, glued)) {
      return;
    }
    tokens.add(new Token(Type.WORD, word, escaped, begin + 1, glued));
  }

  private boolean operator(String word, int begin, boolean glued) throws RuleException {
    switch (word) {
      case "AND" -> add(Type.AND, "", begin, glued);
      case "OR" -> add(Type.OR, "", begin, glued);
      case "NOT" -> add(Type.NOT, "", begin, glued);
      default -> {
        if (!word.equals("NEAR") && !word.startsWith("NEAR/")) {
          return false;
        }
        String distance = word.length() > 5 ? word.substring(5) : "";
        if (!distance.matches("[0-9]{1,4}")) {
          throw new RuleException("NEAR needs a distance", begin + 1, "NEAR/5");
        }
        add(Type.NEAR, distance, begin, glued);
      }
    }
    return true;
  }

  /** A comma between digits belongs to the number. */
  private boolean isInner(char c) {
    return c == ','
        && at > 0
        && Character.isDigit(query.charAt(at - 1))
        && at + 1 < query.length()
        && Character.isDigit(query.charAt(at + 1));
  }

  private Type last() {
    return tokens.get(tokens.size() - 1).type();
  }

  private static boolean isValueSign(Type type) {
    return switch (type) {
      case FIELD, EXACT, RANGE_OPEN, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> true;
      default -> false;
    };
  }

  private static boolean isName(CharSequence text) {
    return text.length() > 1 && text.chars().allMatch(Character::isLetter);
  }

  /** A phrase ends with a mark of the shape it began with, so that it may hold the other. */
  private static boolean closes(char c, boolean straight) {
    return straight ? c == '"' : c == '\u201c' || c == '\u201d';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private void add(Type type, String text, int begin, boolean glued) {
    tokens.add(new Token(type, text, false, begin + 1, glued));
  }
}
