package dev.dateline.entities;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values (RFC 4180). */
final class Csv {

  /** Longest row: an unclosed quotation mark must not swallow a whole file. */
  private static final int LONGEST = 1 << 20;

  private Csv() {}

  /**
   * The fields of the next row, or null at the end.
   *
   * @throws IOException where a quotation mark is not closed
   */
  static List<String> next(BufferedReader reader) throws IOException {
    String line = reader.readLine();
    if (line == null) {
      return null;
    }
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    int at = 0;
    while (true) {
      if (at >= line.length()) {
        if (!quoted) {
          fields.add(field.toString());
          return fields;
        }
        line = reader.readLine();
        if (line == null || field.length() > LONGEST) {
          throw new IOException("a quotation mark is not closed");
        }
        field.append('\n');
        at = 0;
        continue;
      }
      char c = line.charAt(at++);
      if (quoted) {
        if (c != '"') {
          field.append(c);
        } else if (at < line.length() && line.charAt(at) == '"') {
          field.append('"');
          at++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && field.length() == 0) {
        quoted = true;
      } else if (c == ',') {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
  }
}
