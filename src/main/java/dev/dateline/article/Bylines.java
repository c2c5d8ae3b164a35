package dev.dateline.article;

import dev.dateline.text.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds bylines: "By Jane Roe, Velia News", a line of their own near the top. */
final class Bylines {

  private static final int LONGEST = 160;
  private static final int LONGEST_SIGNATURE = 60;
  private static final int MOST_WORDS = 24;
  private static final int REACH = 4;

  private static final Set<String> STARTS =
      Set.copyOf(WordList.read(Bylines.class, "byline-starts.txt"));
  private static final Set<String> SMALL =
      Set.copyOf(WordList.read(Bylines.class, "byline-words.txt"));
  private static final Set<String> JOBS =
      Set.copyOf(WordList.read(Bylines.class, "byline-jobs.txt"));

  private Bylines() {}

  /** Takes bylines out of the first paragraphs and, where the item has none yet, sets it. */
  static void apply(Draft draft) {
    if (draft.byline() != null && SignOffs.isInitials(draft.byline())) {
      draft.byline(null);
    }
    int at = 0;
    boolean found = false;
    while (at < Math.min(REACH, draft.parts().size())) {
      Draft.Part part = draft.parts().get(at);
      String text = part.text();
      if (isByline(text) || found && isJob(text) || isRepeated(text, draft.byline())) {
        if (draft.byline() == null) {
          draft.byline(text);
        }
        draft.remove(part, "byline");
        found = true;
      } else {
        at++;
      }
    }
    takeFromEnd(draft);
  }

  /** "Ada Voss/VPA" or "By Ada Voss", where texts are signed at their end. */
  private static void takeFromEnd(Draft draft) {
    Draft.Part last = null;
    for (Draft.Part part : draft.parts()) {
      last = part.isBody() ? part : last;
    }
    int slash = last == null ? -1 : last.text().lastIndexOf('/');
    boolean signed =
        last != null && draft.parts().size() > 1 && isByline(last.text())
            || slash > 0
                && DatelineWords.isAgency(last.text().substring(slash + 1))
                && last.text().length() <= LONGEST_SIGNATURE
                && areNames(last.text().substring(0, slash));
    if (signed) {
      draft.byline(draft.byline() == null ? last.text() : draft.byline());
      draft.remove(last, "byline");
    }
  }

  private static boolean isRepeated(String text, String byline) {
    return byline != null && text.equalsIgnoreCase(byline);
  }

  static boolean isByline(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    int blank = text.indexOf(' ');
    if (blank < 0 || !STARTS.contains(text.substring(0, blank).toLowerCase(Locale.ROOT))) {
      return false;
    }
    return areNames(text.substring(blank + 1));
  }

  /** Capitalised words, at least two or one in capitals, with none of the words of a sentence. */
  private static boolean areNames(String text) {
    String[] words = text.split("\\s+");
    if (words.length > MOST_WORDS) {
      return false;
    }
    int capitals = 0;
    for (int i = 0; i < words.length; i++) {
      String word = strip(words[i]);
      if (word.isEmpty() || word.equals("&") || word.contains("@")) {
        continue;
      }
      boolean last = i == words.length - 1;
      if (!last && words[i].endsWith(".") && word.length() > 3 || DatelineWords.isDate(word)) {
        return false;
      }
      if (Character.isUpperCase(word.charAt(0))) {
        capitals++;
      } else if (!SMALL.contains(word) && !JOBS.contains(word)) {
        return false;
      }
    }
    return capitals >= 2 || capitals == 1 && words[0].equals(words[0].toUpperCase(Locale.ROOT));
  }

  /** The line under a byline: "Velia News Writer", "Staff correspondent". */
  private static boolean isJob(String text) {
    List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[\\s,./-]+"));
    return words.size() <= 6 && words.stream().anyMatch(JOBS::contains) && !text.endsWith(".");
  }

  private static String strip(String word) {
    int begin = 0;
    int end = word.length();
    while (begin < end && ",.;:()|/-".indexOf(word.charAt(begin)) >= 0) {
      begin++;
    }
    while (end > begin && ",.;:()|/-".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(begin, end);
  }
}
