package dev.dateline.text;

/**
 * A stretch {@code [start, end)} of a text, counted in Unicode code points.
 *
 * <p>Every span that leaves a package is of this type and unit. Inside an algorithm, plain {@code
 * int begin, end} are UTF-16 indices into the {@link String}; {@link Document#span} converts them
 * once, at the edge.
 *
 * @param start first code point, at least 0
 * @param end one past the last code point, at least {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: [" + start + ", " + end + ")");
    }
  }

  /** Number of code points. */
  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  public boolean contains(int codePoint) {
    return start <= codePoint && codePoint < end;
  }

  /** Whether the two share at least one code point. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** The words this span cuts out of {@code text}: by code point, as {@code substring} does not. */
  public String of(String text) {
    int begin = text.offsetByCodePoints(0, start);
    return text.substring(begin, text.offsetByCodePoints(begin, length()));
  }

  /** By start, then the longer first. */
  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(other.end, end);
  }
}
