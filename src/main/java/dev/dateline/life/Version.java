package dev.dateline.life;

import java.time.Instant;
import java.util.Objects;

/**
 * Where a version stands in the order of an item's versions: by when the provider made it, then by
 * its version number, then by arrival.
 *
 * <p>What only one of two versions carries cannot order them, so that a kill without a date is not
 * older than everything with one; the next criterion decides then.
 *
 * @param created when the provider made this version, or null where it does not say
 * @param number the provider's version number, as given, or null
 * @param arrival when it was received; never null
 */
public record Version(Instant created, String number, Instant arrival) {

  public Version {
    Objects.requireNonNull(arrival, "arrival");
  }

  /** A version of which nothing but its arrival is known. */
  public static Version arrivedAt(Instant arrival) {
    return new Version(null, null, arrival);
  }

  /** Whether this is older than {@code other}: it never replaces it. */
  public boolean isBefore(Version other) {
    int order = compareAsGiven(other);
    return order != 0 ? order < 0 : arrival.isBefore(other.arrival);
  }

  /** Whether the provider's own date or number, not arrival alone, put this after {@code other}. */
  public boolean isProvenAfter(Version other) {
    return compareAsGiven(other) > 0;
  }

  /** Whichever is not older, this one where neither is. */
  Version latest(Version other) {
    return isBefore(other) ? other : this;
  }

  private int compareAsGiven(Version other) {
    int order = 0;
    if (created != null && other.created != null) {
      order = created.compareTo(other.created);
    }
    if (order == 0 && number != null && other.number != null) {
      order = compareNumbers(number, other.number);
    }
    return order;
  }

  /** Natural order: runs of digits count as numbers, everything else character by character. */
  static int compareNumbers(String left, String right) {
    int i = 0;
    int j = 0;
    while (i < left.length() && j < right.length()) {
      int order;
      int endLeft = endOfDigits(left, i);
      int endRight = endOfDigits(right, j);
      if (endLeft > i && endRight > j) {
        order = compareDigits(left.substring(i, endLeft), right.substring(j, endRight));
        i = endLeft;
        j = endRight;
      } else {
        order = Character.compare(left.charAt(i++), right.charAt(j++));
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length() - i, right.length() - j);
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** Without building numbers: a version may have any number of digits. */
  private static int compareDigits(String left, String right) {
    String plainLeft = withoutLeadingZeros(left);
    String plainRight = withoutLeadingZeros(right);
    return plainLeft.length() != plainRight.length()
        ? Integer.compare(plainLeft.length(), plainRight.length())
        : plainLeft.compareTo(plainRight);
  }

  private static String withoutLeadingZeros(String digits) {
    int from = 0;
    while (from < digits.length() - 1 && digits.charAt(from) == '0') {
      from++;
    }
    return digits.substring(from);
  }
}
