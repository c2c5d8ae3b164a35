package dev.dateline.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes the sender's signature off an e-mail: name, post and numbers at its end. */
final class Signatures {

  private static final int REACH = 16;
  private static final int LONGEST_LINE = 60;
  private static final int LONGEST_CONTACT = 100;
  private static final Pattern CONTACT =
      Pattern.compile(
          "^(?:ph(?:one)?|tel(?:ephone|efon)?|mob(?:ile)?|cell|fax|skype|twitter|whatsapp|signal|e-?mail"
              + "|web)\\b[\\p{L} ./]{0,12}+[:.]? ?[+\\d(@\\p{L}].*+",
          Pattern.CASE_INSENSITIVE);

  private Signatures() {}

  static void apply(Draft draft) {
    List<Draft.Part> parts = draft.parts();
    int begin = contact(parts);
    if (begin < 0) {
      return;
    }
    while (begin > 1 && isLine(parts.get(begin - 1).text())) {
      begin--;
    }
    for (Draft.Part part : new ArrayList<>(parts.subList(begin, parts.size()))) {
      draft.remove(part, "signature");
    }
  }

  private static int contact(List<Draft.Part> parts) {
    for (int i = Math.max(1, parts.size() - REACH); i < parts.size(); i++) {
      String text = parts.get(i).text();
      if (text.length() <= LONGEST_CONTACT && CONTACT.matcher(text).matches()) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isLine(String text) {
    return text.length() <= LONGEST_LINE
        && ".?!:\"\u201d".indexOf(text.charAt(text.length() - 1)) < 0
        && !SignOffs.isSignOff(text);
  }
}
