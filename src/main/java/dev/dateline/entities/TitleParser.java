package dev.dateline.entities;

/**
 * Reads the phrase that names a role to the left, from the name that it stands before: "Foreign
 * Minister Ada Voss". One instance for one article.
 */
final class TitleParser {

  private static final int MODIFIERS = 6;
  private static final int LONGEST_OBJECT = 12;

  private final Form[] forms;
  private final Name[] owners;
  private final RoleWords words;

  /**
   * @param owners the name that covers each token, or null
   */
  TitleParser(Form[] forms, Name[] owners, RoleWords words) {
    this.forms = forms;
    this.owners = owners;
    this.words = words;
  }

  /** The phrase right before the name at {@code nameFirst}, not before {@code limit}; or null. */
  RolePhrase before(int nameFirst, int limit) {
    int at = nameFirst - 1;
    int from = limit;
    if (at > limit && is(at, "]")) {
      at--;
      from = at;
      while (from > limit && !is(from - 1, "[")) {
        from--;
      }
    }
    if (at - 2 > from && is(at, ")") && is(at - 2, "(")) {
      at -= 3; // "Police Officer (PO) Ada Voss"
    }
    int list = listMark(at, from);
    boolean listed = list < at;
    at = list; // "ministers, namely Ada Voss and Orla Keane"
    at = beforeAddress(at, from);
    if (at < from || forms[at].kind > Form.MIXED) {
      return null;
    }
    RolePhrase phrase = new RolePhrase();
    phrase.end = nameFirst;
    int head = at;
    if (isTitle(at, from)) {
      boolean place = owners[at].type == Labels.PLACE;
      phrase.first = place ? at : owners[at].first; // taken for the name of a body or a place
      phrase.last = at + 1;
      phrase.head = at;
      if (place) {
        phrase.affiliations.add(new int[] {owners[at].first, at});
      }
      return phrase;
    }
    if (owners[at] != null || !words.isHead(forms[at]) && !words.isTitleOnly(forms[at])) {
      head = headBeforeOf(at, from);
      if (head < 0) {
        return null;
      }
      int object = head + 2 < forms.length && is(head + 2, "the") ? head + 3 : head + 2;
      boolean sent =
          is(head + 1, "to")
              || is(head + 1, "in")
                  && (owners[object] == null || owners[object].type != Labels.ORGANISATION);
      if (object <= at && owners[object] != null && owners[object].type != Labels.PERSON) {
        if (!sent) {
          phrase.affiliations.add(new int[] {object, Math.min(owners[object].last, at + 1)});
        }
        phrase.last = head + 1;
      } else {
        phrase.last = at + 1;
      }
    } else {
      phrase.last = at + 1;
    }
    if (listed && !RoleWords.isPlural(forms[head])) {
      return null;
    }
    phrase.head = head;
    phrase.first = head;
    int grade = gradeStart(head, from);
    if (grade > from && head == at && endsOffice(grade - 1, from)) {
      phrase.first = grade;
      return phrase; // "the commander of the navy Rear Admiral Ada Voss" holds both
    }
    extendLeft(phrase, from);
    return phrase;
  }

  /** Where the words of a grade such as "Maj. Gen." that ends at {@code head} begin, or -1. */
  private int gradeStart(int head, int from) {
    int start = head + 1;
    while (start > from
        && owners[start - 1] == null
        && forms[start - 1].hasCapital()
        && words.isGrade(forms[start - 1])) {
      start--;
    }
    boolean compound =
        start == head
            && start > from
            && (is(start - 1, "-")
                || words.isHead(forms[start - 1])
                    && forms[start - 1].hasCapital()); // "Secretary General"
    return start > head || compound ? -1 : start;
  }

  /** Whether another role ends at {@code at}, which is not that of somebody named there. */
  private boolean endsOffice(int at, int from) {
    int end = at - 2 > from && is(at, ")") && is(at - 2, "(") ? at - 3 : at;
    return owners[end] == null && words.isHead(forms[end]) || headBeforeOf(end, from) >= 0;
  }

  /** The last token before "namely", "such as" and the like that end at {@code at}, or that. */
  private int listMark(int at, int from) {
    int mark = at;
    if (at > from && words.opensList(forms[at])) {
      mark = at - 1;
    } else if (at - 1 > from && is(at, "as") && is(at - 1, "such")) {
      mark = at - 2;
    }
    return mark < at && mark > from && is(mark, ",") ? mark - 1 : mark;
  }

  /** Whether what ends at {@code at} is named like a body or a place but ends like a title. */
  private boolean isTitle(int at, int from) {
    Name owner = owners[at];
    return owner != null
        && (owner.type == Labels.ORGANISATION || owner.type == Labels.PLACE)
        && owner.last == at + 1
        && owner.last - owner.first > 1
        && owner.first >= from
        && words.isHead(forms[at]);
  }

  /** The last token, from {@code at} back to {@code from}, that is no "Mr", "Dr" or initial. */
  int beforeAddress(int at, int from) {
    int last = at;
    while (last >= from
        && owners[last] == null
        && (forms[last].kind == Form.INITIAL
            || forms[last].is(Lexicon.HONORIFIC)
                && !words.isTitled(forms[last])
                && !words.isHead(forms[last]))) {
      last--;
    }
    return last;
  }

  /** "Secretary of State", "Governor of Lagos": the head, seen from the last word; or -1. */
  private int headBeforeOf(int at, int from) {
    boolean commas = forms[at].hasCapital() && owners[at] == null;
    if (owners[at] == null && words.stops(forms[at])) {
      return -1;
    }
    boolean small = false;
    for (int i = at - 1; i > from && i > at - LONGEST_OBJECT; i--) {
      Form form = forms[i];
      if (owners[i] != null && owners[i].type == Labels.PERSON) {
        return -1;
      }
      boolean seat = is(i, "in") && words.isOffice(forms[i - 1]); // "Ambassador in Cairo"
      boolean topic =
          is(i, "on")
              && words.isHead(forms[i - 1])
              && !words.stops(forms[i + 1])
              && !forms[i + 1].is(Lexicon.TIME); // "Rapporteur on torture"
      if ((seat || topic || is(i, "of") || is(i, "for") || is(i, "to")) && owners[i] == null) {
        boolean head = words.isHead(forms[i - 1]) && owners[i - 1] == null;
        if (head) {
          return !small || !is(i, "to") && words.isOffice(forms[i - 1]) ? i - 1 : -1;
        }
        if (is(i, "to") || !forms[i - 1].hasCapital()) {
          return -1;
        }
        continue; // "Chairman of the Joint Chiefs of Staff"
      }
      boolean link =
          is(i, "the") || is(i, "and") || is(i, "&") || is(i, "-") || commas && is(i, ",");
      boolean noun = form.kind == Form.LOWER && words.mayModify(form) && !words.stops(form);
      if (!form.hasCapital() && !link && !noun && owners[i] == null) {
        return -1;
      }
      small |= noun; // "head of the investigation department"
    }
    return -1;
  }

  private void extendLeft(RolePhrase phrase, int from) {
    int at = phrase.head - 1;
    while (at >= from && phrase.head - at <= MODIFIERS) {
      Form form = forms[at];
      if (at - 3 >= from
          && is(at, ")")
          && is(at - 2, "(")
          && (owners[at - 1] != null || owners[at - 3] != null)) {
        at -= 3; // "Harbour Pilots Union (HPU) president Ada Voss"
        continue;
      }
      if (owners[at] != null) {
        addAffiliation(phrase, at, from);
        return;
      }
      if (form.kind == Form.POSSESSIVE && at > from && owners[at - 1] != null) {
        at--;
        continue;
      }
      if (form.kind == Form.PUNCTUATION && form.text.equals("-") && at > from) {
        if (words.status(forms[at - 1]) != null) {
          at--;
          continue;
        }
        if (owners[at - 1] != null && phrase.first < phrase.head) {
          phrase.first++; // "Booker Prize-winning novelist"
        }
        if (owners[at - 1] != null || forms[at - 1].kind > Form.MIXED) {
          return;
        }
        at--;
        phrase.first = at;
        at--;
        continue;
      }
      Role.Status status = words.status(form);
      if (status != null) {
        phrase.status = status;
        at--;
        continue;
      }
      boolean wing = at > from && is(at - 1, "-") && words.isWing(form); // "far-right leader"
      if (words.stops(form) && !wing || form.is(Lexicon.HONORIFIC) && !words.isRank(form)) {
        return;
      }
      boolean small = forms[phrase.first].kind == Form.LOWER;
      boolean owned = at > from && owners[at - 1] != null; // "Dunmore hereditary Chief Ada Voss"
      if (form.kind == Form.LOWER && (!small && !owned || !wing && !words.mayModify(form))) {
        return;
      }
      phrase.first = at;
      at--;
    }
  }

  private void addAffiliation(RolePhrase phrase, int at, int from) {
    Name owner = owners[at];
    if (owner.type == Labels.PERSON) {
      return;
    }
    if (owner.first < phrase.first - 1
        && forms[phrase.first - 1].kind == Form.PUNCTUATION
        && !is(phrase.first - 1, ")")) {
      return;
    }
    int first = owner.first;
    if (owner.type == Labels.ORGANISATION
        && first - 2 >= from
        && forms[first - 1].kind == Form.POSSESSIVE
        && owners[first - 2] != null
        && owners[first - 2].type == Labels.PLACE) {
      first = owners[first - 2].first;
    }
    phrase.affiliations.add(0, new int[] {first, owner.last});
    if (owner.type == Labels.GROUP) {
      phrase.nation = owner.first;
    }
    int before = first - 1;
    if (owner.type == Labels.PLACE
        && before >= from
        && owners[before] != null
        && owners[before].type == Labels.ORGANISATION) {
      phrase.affiliations.set(0, new int[] {owners[before].first, owners[before].last});
      before = owners[before].first - 1; // "HPU Velia president"
    }
    if (before >= from
        && words.status(forms[before]) != null
        && phrase.status == Role.Status.CURRENT) {
      phrase.status = words.status(forms[before]);
    }
    if (before > from
        && is(before, "-")
        && words.status(forms[before - 1]) != null
        && phrase.status == Role.Status.CURRENT) {
      phrase.status = words.status(forms[before - 1]);
    }
    if (before > from
        && is(before, "and")
        && owners[before - 1] != null
        && owners[before - 1].type != Labels.PERSON
        && RoleWords.isPlural(forms[phrase.head])) {
      addAffiliation(phrase, before - 1, from);
    }
    if (before >= from && owners[before] != null && owners[before].type == Labels.GROUP) {
      phrase.nation = before;
    }
  }

  private boolean is(int token, String text) {
    return forms[token].is(text);
  }
}
