package dev.dateline.rules;

import dev.dateline.rules.Lexer.Token;
import dev.dateline.rules.Lexer.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Reads the bounds of ranges. */
final class Ranges {

  private Ranges() {}

  static String expected(Field field) {
    return field.kind() == Field.Kind.TIME
        ? "a time such as 2026-11-23 or 2026-11-23T18:00Z, or a range such as >=2026-11-23"
        : "a number, or a range such as [1 TO 3] or >=2";
  }

  static Node.Range between(Field field, Token from, Token to, int column) throws RuleException {
    double low = isOpen(from) ? Double.NEGATIVE_INFINITY : read(field, from)[0];
    double high = isOpen(to) ? Double.POSITIVE_INFINITY : read(field, to)[1];
    if (low > high) {
      throw new RuleException("the range ends before it starts", to.column(), "a later bound");
    }
    return new Node.Range(field, low, high, column);
  }

  static Node.Range compared(Field field, Type sign, Token bound, int column) throws RuleException {
    double[] value = read(field, bound);
    return switch (sign) {
      case LESS -> new Node.Range(field, Double.NEGATIVE_INFINITY, Math.nextDown(value[0]), column);
      case LESS_EQUAL -> new Node.Range(field, Double.NEGATIVE_INFINITY, value[1], column);
      case GREATER ->
          new Node.Range(field, Math.nextUp(value[1]), Double.POSITIVE_INFINITY, column);
      default -> new Node.Range(field, value[0], Double.POSITIVE_INFINITY, column);
    };
  }

  private static boolean isOpen(Token token) {
    return token.text().equals("*");
  }

  /** The first and the last value that a bound means: a date means its whole day, in UTC. */
  private static double[] read(Field field, Token token) throws RuleException {
    String text = token.text();
    try {
      if (field.kind() == Field.Kind.NUMBER) {
        double number = Double.parseDouble(text);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
          throw new NumberFormatException();
        }
        return new double[] {number, number};
      }
      return time(text);
    } catch (NumberFormatException | DateTimeException e) {
      throw new RuleException(
          "'" + text + "' is no " + (field.kind() == Field.Kind.TIME ? "time" : "number"),
          token.column(),
          expected(field));
    }
  }

  private static double[] time(String text) {
    if (text.length() == 4) {
      int year = Integer.parseInt(text);
      return days(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }
    if (text.length() == 7) {
      YearMonth month = YearMonth.parse(text);
      return days(month.atDay(1), month.plusMonths(1).atDay(1));
    }
    if (text.indexOf('T') < 0) {
      LocalDate day = LocalDate.parse(text);
      return days(day, day.plusDays(1));
    }
    boolean zoned = text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d:?\\d\\d");
    double instant =
        zoned
            ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli();
    return new double[] {instant, instant};
  }

  private static double[] days(LocalDate from, LocalDate until) {
    return new double[] {
      from.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli(),
      until.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli() - 1
    };
  }
}
