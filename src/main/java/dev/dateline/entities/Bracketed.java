package dev.dateline.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Names with their acronyms behind them in brackets, "Harbour Pilots Union (HPU)": the initials
 * tell where the name begins, and the two are of one sort (after Schwartz and Hearst, 2003).
 * Stateless.
 */
final class Bracketed {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 10;

  private Bracketed() {}

  /** The same names, those before and in such brackets put right. */
  static List<NameSpan> apply(Form[] forms, List<NameSpan> names) {
    List<NameSpan> revised = names;
    for (int i = 1; i + 2 < forms.length; i++) {
      if (isMark(forms[i], "(") && isMark(forms[i + 2], ")") && isAcronym(forms[i + 1])) {
        int first = start(forms, i, forms[i + 1].text.replace(".", ""));
        if (first >= 0) {
          revised = revise(forms, revised, first, i);
        }
      }
    }
    return revised;
  }

  private static boolean isMark(Form form, String mark) {
    return form.kind == Form.PUNCTUATION && form.is(mark);
  }

  private static boolean isAcronym(Form form) {
    int length = form.text.replace(".", "").length();
    return form.kind == Form.ALL_UPPER && length >= SHORTEST && length <= LONGEST;
  }

  /** Where the words that end before {@code bracket} and have these initials begin, or -1. */
  private static int start(Form[] forms, int bracket, String acronym) {
    int letter = acronym.length() - 1;
    int words = 0;
    int at = bracket - 1;
    int first = -1;
    for (; at >= 0 && letter >= 0 && bracket - at <= 2 * LONGEST; at--) {
      Form form = forms[at];
      if (form.kind > Form.MIXED) {
        boolean joins =
            form.text.equals("-") || form.text.equals("&") || form.kind == Form.POSSESSIVE;
        if (!joins) {
          return -1;
        }
        continue;
      }
      boolean hit =
          Character.toUpperCase(form.text.charAt(0))
              == Character.toUpperCase(acronym.charAt(letter));
      if (form.hasCapital()) {
        if (!hit) {
          return -1;
        }
        words++;
        letter--;
        first = at;
      } else if (form.text.length() > 3 && !form.is(Lexicon.PARTICLE)) {
        return -1;
      }
    }
    return letter < 0 && words >= SHORTEST ? first : -1;
  }

  /** Makes one name of what was found from {@code first} to the bracket, and types the acronym. */
  private static List<NameSpan> revise(Form[] forms, List<NameSpan> names, int first, int bracket) {
    int last = forms[bracket - 1].kind == Form.POSSESSIVE ? bracket - 1 : bracket;
    List<NameSpan> revised = new ArrayList<>(names.size() + 1);
    NameSpan whole = null;
    for (NameSpan name : names) {
      boolean within = name.first() < last && name.last() > first;
      if (!within) {
        boolean acronym = name.first() == bracket + 1 && name.last() == bracket + 2;
        if (!acronym || whole == null) {
          revised.add(name);
        }
        continue;
      }
      if (name.type() == Labels.PERSON || name.type() == Labels.GROUP) {
        return names;
      }
      if (name.first() < first) {
        int end = endOfOther(forms, first);
        if (end <= name.first()) {
          return names;
        }
        boolean country = end == name.first() + 1 && forms[name.first()].is(Lexicon.COUNTRY);
        revised.add(new NameSpan(name.first(), end, country ? Labels.PLACE : name.type()));
      }
      whole = whole == null ? new NameSpan(first, last, name.type()) : whole;
    }
    if (whole == null) {
      return names;
    }
    revised.add(whole);
    revised.add(new NameSpan(bracket + 1, bracket + 2, whole.type()));
    revised.sort(Comparator.comparingInt(NameSpan::first));
    return revised;
  }

  /**
   * Where another name ends that only "and" or a possessive parts from the one at {@code first}.
   */
  private static int endOfOther(Form[] forms, int first) {
    int at = first - 1;
    if (at > 0 && forms[at].text.equals("the")) {
      at--;
    }
    return at > 0 && (forms[at].text.equals("and") || forms[at].kind == Form.POSSESSIVE) ? at : -1;
  }
}
