package dev.dateline.entities;

/** Reads phrases that name a role, to the right from their start. One instance for one article. */
final class RoleParser {

  private static final int MODIFIERS = 6;
  private static final int OLDEST = 120;

  private final Form[] forms;
  private final Name[] owners;
  private final RoleWords words;
  private final RoleObjects objects;

  /**
   * @param owners the name that covers each token, or null
   */
  RoleParser(Form[] forms, Name[] owners, RoleWords words) {
    this.forms = forms;
    this.owners = owners;
    this.words = words;
    this.objects = new RoleObjects(forms, owners, words);
  }

  /** The phrase that starts at {@code start} and ends before {@code limit}; or null. */
  RolePhrase at(int start, int limit) {
    RolePhrase phrase = new RolePhrase();
    int at = start;
    if (at < limit && owners[at] == null && words.isDeterminer(forms[at])) {
      at++;
    }
    at = ageOf(at, limit, phrase);
    while (at < limit && (words.status(forms[at]) != null || is(at, "-")) && owners[at] == null) {
      if (!is(at, "-")) {
        phrase.status = words.status(forms[at]);
      }
      at++;
    }
    if (at < limit && at > start && is(at, "the")) {
      at++; // "once the ambassador"
    }
    boolean definite = at > start && words.isDeterminer(forms[at - 1]);
    int steps = 0;
    while (at < limit && steps++ < MODIFIERS * 2) {
      Form form = forms[at];
      if (owners[at] != null && owners[at].type != Labels.PERSON && phrase.head < 0) {
        if (phrase.first >= 0) {
          phrase.first = -1;
        }
        phrase.affiliations.clear();
        phrase.affiliations.add(new int[] {owners[at].first, Math.min(owners[at].last, limit)});
        if (owners[at].type == Labels.GROUP) {
          phrase.nation = at;
        }
        at = owners[at].last;
        if (at + 3 < limit && is(at, "(") && is(at + 2, ")")) {
          at += 3;
        }
        if (at < limit && forms[at].kind == Form.POSSESSIVE) {
          definite = true;
          at++;
        }
        if (at + 2 < limit && is(at, "-") && words.isOrigin(forms[at + 1])) {
          phrase.affiliations
              .clear(); // "a Velia-based lawyer" works there, for nobody that is told
          phrase.nation = -1;
          at += 2;
        }
        continue;
      }
      if (owners[at] != null
          && owners[at].type != Labels.PERSON
          && owners[at].last < limit
          && words.isRank(forms[at - 1])
          && isHeadAt(owners[at].last, limit)) {
        at = owners[at].last; // "chief Asia economist"
        continue;
      }
      if (owners[at] != null) {
        break;
      }
      if (form.kind == Form.POSSESSIVE
          && phrase.first >= 0
          && (phrase.head < 0 || phrase.head == at - 1)) {
        phrase.affiliations.clear();
        phrase.affiliations.add(new int[] {phrase.first, at}); // "the party's", "the king's"
        phrase.first = -1;
        phrase.head = -1;
        definite = true;
        at++;
        continue;
      }
      if (phrase.head < 0
          && at + 3 < limit
          && is(at + 1, "-")
          && forms[at + 2].kind == Form.LOWER
          && words.stops(form)
          && !words.isWing(forms[at + 2])) {
        at += 3; // "so-called", "six-term"
        continue;
      }
      if (phrase.first >= 0 && phrase.head < 0 && joinsModifiers(at, limit)) {
        at++; // "health and social services minister"
        continue;
      }
      if (words.status(form) != null && phrase.first < 0) {
        phrase.status = words.status(form);
        at++;
        continue;
      }
      boolean alone = at + 1 < limit && words.isPreposition(forms[at + 1]); // "a fellow at"
      if (phrase.first < 0 && !alone && (isParticiple(form) || words.isEpithet(form))) {
        at += at + 2 < limit && is(at + 1, "-") ? 3 : 1; // "third-year"
        continue;
      }
      if (is(at, "-") && phrase.first >= 0 && at + 1 < limit && forms[at + 1].kind <= Form.MIXED) {
        at++;
        continue;
      }
      if (is(at, "co") && at + 2 < limit && is(at + 1, "-")) {
        phrase.first = phrase.first < 0 ? at : phrase.first; // "co-founder"
        at += 2;
        continue;
      }
      if (phrase.head < 0 && at + 3 < limit && is(at + 1, "-") && words.isWing(forms[at + 2])) {
        phrase.first = phrase.first < 0 ? at : phrase.first; // "left-wing activist"
        at += 3;
        continue;
      }
      boolean head = isHeadAt(at, limit);
      boolean modifier =
          form.kind != Form.LOWER || words.mayModify(form) || definite && isHeadNear(at + 1, limit);
      if (!head && (words.stops(form) || !modifier)) {
        break;
      }
      if (phrase.head >= 0 && !head && !isRanked(phrase, at, limit)) {
        if (words.isRank(forms[phrase.head]) && form.kind == Form.LOWER && !words.stops(form)) {
          return null; // "the chief guest"
        }
        break;
      }
      if (phrase.first < 0) {
        phrase.first = at;
      }
      if (head) {
        phrase.head = at;
      }
      at++;
    }
    if (phrase.head < 0) {
      return null;
    }
    phrase.last = phrase.head + 1;
    phrase.end = phrase.last;
    if (phrase.last < limit
        && owners[phrase.last] != null
        && owners[phrase.last].type == Labels.ORGANISATION
        && forms[phrase.head].hasCapital()
        && phrase.affiliations.isEmpty()) {
      phrase.end = Math.min(owners[phrase.last].last, limit);
      phrase.affiliations.add(
          new int[] {phrase.last, phrase.end}); // "Secretary Dock Workers Front"
      return phrase;
    }
    objects.read(phrase, limit);
    return phrase;
  }

  /** Whether a word carries a role, a partner or a member only beside what tells of one. */
  private boolean isHeadAt(int at, int limit) {
    Form form = forms[at];
    if (words.isHead(form)) {
      return true;
    }
    return words.isWeakHead(form)
        && (at + 1 < limit && (is(at + 1, "at") || is(at + 1, "in") || is(at + 1, "to"))
            || at > 0 && owners[at - 1] == null && words.isBusiness(forms[at - 1]));
  }

  /** Whether the head of a role stands at {@code at} or right behind. */
  private boolean isHeadNear(int at, int limit) {
    for (int i = at; i < limit && i < at + 2 && owners[i] == null; i++) {
      if (isHeadAt(i, limit)) {
        return true;
      }
      if (forms[i].kind != Form.LOWER || words.stops(forms[i])) {
        return false;
      }
    }
    return false;
  }

  /** Whether "and" or a comma stands between words before the one office that they are all of. */
  private boolean joinsModifiers(int at, int limit) {
    boolean comma = is(at, ",");
    if (!comma && !is(at, "and") && !is(at, "&")) {
      return false;
    }
    boolean joined = !comma;
    for (int i = at + 1; i < limit && i < at + MODIFIERS && owners[i] == null; i++) {
      if (words.isHead(forms[i])) {
        return joined && i > at + 1 && (words.isOffice(forms[i]) || words.isJoint(forms[i]));
      }
      if (comma && is(i, "and")) {
        joined = true;
      } else if (words.stops(forms[i])) {
        return false;
      }
    }
    return false;
  }

  /** "43-year-old" at {@code at}. */
  private int ageOf(int at, int limit, RolePhrase phrase) {
    if (at + 4 < limit
        && forms[at].kind == Form.NUMBER
        && is(at + 1, "-")
        && is(at + 2, "year")
        && is(at + 4, "old")) {
      phrase.age = age(forms[at]);
      return at + 5;
    }
    return at;
  }

  /** The number as an age in years, or null. */
  static Integer age(Form form) {
    if (form.kind != Form.NUMBER || form.text.length() > 3) {
      return null;
    }
    for (int i = 0; i < form.text.length(); i++) {
      if (form.text.charAt(i) < '0' || form.text.charAt(i) > '9') {
        return null;
      }
    }
    int age = Integer.parseInt(form.text);
    return age > 0 && age <= OLDEST ? age : null;
  }

  /** "Elected" in "an elected member": it says how, not what. */
  private static boolean isParticiple(Form form) {
    return form.kind == Form.LOWER && form.text.length() > 4 && form.text.endsWith("ed");
  }

  /**
   * Whether what follows a rank, up to another head, belongs to one role: "deputy prime minister".
   */
  private boolean isRanked(RolePhrase phrase, int at, int limit) {
    if (!words.isRank(forms[phrase.head])) {
      return false;
    }
    for (int i = at; i < limit && i < at + 3 && owners[i] == null; i++) {
      if (words.isHead(forms[i])) {
        return true;
      }
      if (words.stops(forms[i])) {
        return false;
      }
    }
    return false;
  }

  private boolean is(int token, String text) {
    return forms[token].is(text);
  }
}
