package dev.dateline.rules;

import dev.dateline.rules.Lexer.Token;
import dev.dateline.rules.Lexer.Type;
import dev.dateline.rules.Node.Word.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * Recursive descent over the tokens of a query.
 *
 * <pre>
 * query   = or
 * or      = and { OR and }
 * and     = not { [AND] not }
 * not     = { NOT | - } near
 * near    = primary { NEAR/n primary }
 * primary = ( or ) | n OF ( not { [,] not } ) | field: value | words
 * value   = ( or ) | words | range
 * words   = [=] phrase [~n] | [=] word [~[n]]
 * range   = [ bound TO bound ] | ( &lt; | &lt;= | &gt; | &gt;= ) bound | bound
 * </pre>
 */
final class Parser {

  private final List<Token> tokens;
  private int at;
  private int depth;
  private int clauses;
  private int patterns;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Node parse(String query) throws RuleException {
    Parser parser = new Parser(Lexer.tokens(query));
    if (parser.peek().type() == Type.END) {
      throw new RuleException("the query is empty", 1, "a word, a phrase or a field");
    }
    Node node = parser.or(Field.TEXT);
    Token rest = parser.peek();
    if (rest.type() != Type.END) {
      throw parser.unexpected(rest, "an operator or the end of the query");
    }
    return node;
  }

  private Node or(Field field) throws RuleException {
    Node first = and(field);
    if (peek().type() != Type.OR) {
      return first;
    }
    List<Node> parts = new ArrayList<>();
    parts.add(first);
    while (peek().type() == Type.OR) {
      at++;
      parts.add(and(field));
    }
    return new Node.Or(List.copyOf(parts), first.column());
  }

  private Node and(Field field) throws RuleException {
    Node first = not(field);
    List<Node> parts = new ArrayList<>();
    parts.add(first);
    while (true) {
      if (peek().type() == Type.AND) {
        at++;
      } else if (!startsOperand(peek())) {
        break;
      }
      parts.add(not(field));
    }
    return parts.size() == 1 ? first : new Node.And(List.copyOf(parts), first.column());
  }

  private static boolean startsOperand(Token token) {
    return switch (token.type()) {
      case WORD, PHRASE, FIELD, NOT, OPEN, EXACT -> true;
      default -> false;
    };
  }

  private Node not(Field field) throws RuleException {
    Token token = peek();
    if (token.type() != Type.NOT) {
      return near(field);
    }
    at++;
    enter(token);
    Node part = not(field);
    depth--;
    return new Node.Not(part, token.column());
  }

  private Node near(Field field) throws RuleException {
    Node left = primary(field);
    while (peek().type() == Type.NEAR) {
      Token near = next();
      int distance = number(near, near.text(), 0, Limits.DISTANCE, near.column());
      Node right = primary(field);
      Positions.check(left);
      Positions.check(right);
      if (Positions.field(left) != Positions.field(right)) {
        throw new RuleException(
            "the two sides of NEAR are looked for in different fields",
            right.column(),
            "field '" + Positions.field(left).label() + "'");
      }
      left = new Node.Near(left, right, distance, left.column());
    }
    return left;
  }

  private Node primary(Field field) throws RuleException {
    Token token = peek();
    return switch (token.type()) {
      case OPEN -> group(field);
      case FIELD -> field(next());
      case WORD -> isCount() ? atLeast(field) : words(field);
      case PHRASE, EXACT -> words(field);
      default ->
          throw unexpected(
              token,
              at == 0 || isOperator(tokens.get(at - 1).type())
                  ? "a word, a phrase, a field or '('"
                  : "an operator or the end of the query");
    };
  }

  private static boolean isOperator(Type type) {
    return switch (type) {
      case AND, OR, NOT, NEAR, OPEN, FIELD, COMMA -> true;
      default -> false;
    };
  }

  private Node group(Field field) throws RuleException {
    Token open = next();
    enter(open);
    Node node = or(field);
    close(open);
    depth--;
    return node;
  }

  private void close(Token open) throws RuleException {
    Token token = next();
    if (token.type() != Type.CLOSE) {
      throw unexpected(token, "')' for the '(' at column " + open.column());
    }
  }

  private boolean isCount() {
    Token of = tokens.get(at + 1);
    return of.type() == Type.WORD
        && of.text().equals("OF")
        && tokens.get(Math.min(at + 2, tokens.size() - 1)).type() == Type.OPEN;
  }

  private Node atLeast(Field field) throws RuleException {
    Token count = next();
    at++;
    Token open = next();
    enter(open);
    List<Node> parts = new ArrayList<>();
    while (peek().type() != Type.CLOSE) {
      parts.add(not(field));
      if (peek().type() == Type.COMMA) {
        at++;
      } else if (peek().type() != Type.CLOSE && !startsOperand(peek())) {
        throw unexpected(peek(), "a word, a phrase, a field, ',' or ')'");
      }
    }
    close(open);
    depth--;
    if (parts.isEmpty()) {
      throw unexpected(tokens.get(at - 1), "a word, a phrase or a field");
    }
    int least = number(count, count.text(), 1, parts.size(), count.column());
    return new Node.AtLeast(least, List.copyOf(parts), count.column());
  }

  private Node field(Token name) throws RuleException {
    if (name.text().equals("in")) {
      return in(name);
    }
    Field field = Field.named(name.text());
    Token value = peek();
    if (field.kind().isRange()) {
      return range(field, name);
    }
    return switch (value.type()) {
      case OPEN -> group(field);
      case WORD, PHRASE, EXACT -> words(field);
      default -> throw unexpected(value, "a word, a phrase or '(' after '" + field.label() + ":'");
    };
  }

  private Node in(Token name) throws RuleException {
    Token value = next();
    Scope scope = value.type() == Type.WORD ? Scope.named(value.text()) : null;
    if (scope == null) {
      throw unexpected(value, "article, section or quote");
    }
    return new Node.In(scope, name.column());
  }

  private Node words(Field field) throws RuleException {
    Token token = next();
    boolean exact = token.type() == Type.EXACT;
    int column = token.column();
    if (exact) {
      token = next();
      if (token.type() != Type.WORD && token.type() != Type.PHRASE) {
        throw unexpected(token, "a word or a phrase after '='");
      }
    }
    count(column);
    Token tilde = peek().type() == Type.TILDE && peek().glued() ? next() : null;
    if (exact && tilde != null) {
      throw new RuleException("an exact form cannot be near or fuzzy", tilde.column(), "no '~'");
    }
    if (field.kind().isRange()) {
      throw unexpected(token, Ranges.expected(field));
    }
    List<Node.Word> words = new ArrayList<>();
    int distance = 0;
    if (token.type() == Type.PHRASE) {
      if (tilde != null) {
        distance = number(tilde, tilde.text(), 1, Limits.DISTANCE, tilde.column());
      }
      for (String part : token.text().strip().split("\\s+")) {
        add(words, part, exact || part.indexOf('*') <= 0 ? form(exact) : Form.PREFIX, token);
      }
      if (words.size() > Limits.PHRASE) {
        throw new RuleException(
            "the phrase has more than " + Limits.PHRASE + " words", token.column(), null);
      }
    } else if (tilde != null) {
      add(words, token.text(), fuzzy(token, tilde), token);
    } else if (token.text().equals("*") && !token.escaped() && field != Field.TEXT) {
      words.add(new Node.Word("*", Form.ANY));
    } else {
      boolean pattern =
          !exact
              && !token.escaped()
              && (token.text().indexOf('*') >= 0 || token.text().indexOf('?') >= 0);
      add(words, token.text(), pattern ? Form.WILDCARD : form(exact), token);
    }
    if (words.isEmpty()) {
      throw unexpected(token, "a word");
    }
    return new Node.Words(field, List.copyOf(words), distance, token.text(), column);
  }

  private static Form form(boolean exact) {
    return exact ? Form.EXACT : Form.PLAIN;
  }

  private void add(List<Node.Word> words, String text, Form form, Token token)
      throws RuleException {
    if (form == Form.PREFIX || form == Form.WILDCARD) {
      words.addAll(Patterns.words(text, token));
      pattern(token);
    } else if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
      words.add(new Node.Word(text, form));
    }
  }

  private Form fuzzy(Token word, Token tilde) throws RuleException {
    pattern(word);
    int length = word.text().length();
    if (length < Limits.FUZZY_LENGTH
        || !word.text().codePoints().allMatch(Character::isLetterOrDigit)) {
      throw new RuleException(
          "'" + word.text() + "' cannot be fuzzy",
          word.column(),
          "a word of at least " + Limits.FUZZY_LENGTH + " letters");
    }
    int edits =
        tilde.text().isEmpty()
            ? length < 8 ? 1 : 2
            : number(tilde, tilde.text(), 1, 2, tilde.column());
    return edits == 1 ? Form.FUZZY_1 : Form.FUZZY_2;
  }

  private Node range(Field field, Token name) throws RuleException {
    count(name.column());
    Token token = next();
    switch (token.type()) {
      case RANGE_OPEN -> {
        Token from = bound(field);
        Token to = next();
        if (to.type() != Type.WORD || !to.text().equals("TO")) {
          throw unexpected(to, "TO");
        }
        Token until = bound(field);
        Token close = next();
        if (close.type() != Type.RANGE_CLOSE) {
          throw unexpected(close, "']'");
        }
        return Ranges.between(field, from, until, name.column());
      }
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> {
        return Ranges.compared(field, token.type(), bound(field), name.column());
      }
      case WORD, PHRASE -> {
        return Ranges.between(field, token, token, name.column());
      }
      default -> throw unexpected(token, Ranges.expected(field));
    }
  }

  private Token bound(Field field) throws RuleException {
    Token token = next();
    if (token.type() != Type.WORD && token.type() != Type.PHRASE) {
      throw unexpected(token, Ranges.expected(field));
    }
    return token;
  }

  private void enter(Token token) throws RuleException {
    if (++depth > Limits.DEPTH) {
      throw new RuleException(
          "more than " + Limits.DEPTH + " groups within one another", token.column(), null);
    }
  }

  private void count(int column) throws RuleException {
    if (++clauses > Limits.CLAUSES) {
      throw new RuleException("more than " + Limits.CLAUSES + " words and phrases", column, null);
    }
  }

  private void pattern(Token token) throws RuleException {
    if (++patterns > Limits.PATTERNS) {
      throw new RuleException(
          "more than " + Limits.PATTERNS + " words with a wildcard or '~'", token.column(), null);
    }
  }

  private int number(Token shown, String digits, int least, int most, int column)
      throws RuleException {
    String expected = "a number from " + least + " to " + most;
    if (digits.isEmpty()
        || digits.length() > 4
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new RuleException(shown.shown() + " is no such number", column, expected);
    }
    int value = Integer.parseInt(digits);
    if (value < least || value > most) {
      throw new RuleException(value + " is out of bounds", column, expected);
    }
    return value;
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    Token token = tokens.get(at);
    if (token.type() != Type.END) {
      at++;
    }
    return token;
  }

  private RuleException unexpected(Token token, String expected) {
    return new RuleException("unexpected " + token.shown(), token.column(), expected);
  }
}
