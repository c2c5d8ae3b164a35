package dev.dateline.wire;

import dev.dateline.text.WordList;
import java.util.HashMap;
import java.util.Map;

/**
 * Names of the IPTC's subjects, from {@code subjects.txt}, for items that send their codes only.
 * Pure; thread-safe.
 */
final class SubjectNames {

  private static final int DIGITS = 8;
  private static final Map<String, String> NAMES = new HashMap<>();

  static {
    for (String line : WordList.read(SubjectNames.class, "subjects.txt")) {
      NAMES.put(line.substring(0, DIGITS), line.substring(DIGITS).strip());
    }
  }

  private SubjectNames() {}

  /** {@code subject} with its name, where it is one of the IPTC's and came without. */
  static Subject named(Subject subject) {
    if (subject.name() != null || subject.code() == null || subject.code().length() < DIGITS) {
      return subject;
    }
    String code = subject.code();
    int begin = code.length() - DIGITS;
    boolean whole = begin == 0 || ":/".indexOf(code.charAt(begin - 1)) >= 0;
    String name = whole ? NAMES.get(code.substring(begin)) : null;
    return name == null ? subject : new Subject(code, subject.scheme(), name);
  }
}
