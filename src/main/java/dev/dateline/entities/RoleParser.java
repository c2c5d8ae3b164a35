package dev.dateline.entities;

/**
 * Reads phrases that name a role, to the right from their start or to the left from the name they
 * stand before. One instance for one article.
 */
final class RoleParser {

  private static final int MODIFIERS = 6;
  private static final int LONGEST_OBJECT = 12;
  private static final int OLDEST = 120;

  private final Form[] forms;
  private final Name[] owners;
  private final RoleWords words;

  /**
   * @param owners the name that covers each token, or null
   */
  RoleParser(Form[] forms, Name[] owners, RoleWords words) {
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
      phrase.first = owners[at].first; // the title was taken for the name of a body
      phrase.last = at + 1;
      phrase.head = at;
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
    if (listed && !isPlural(forms[head])) {
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

  /** Whether what ends at {@code at} is named like a body but ends like a title. */
  private boolean isTitle(int at, int from) {
    Name owner = owners[at];
    return owner != null
        && owner.type == Labels.ORGANISATION
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
      boolean noun = form.kind == Form.LOWER && isModifier(form) && !words.stops(form);
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
      if (form.kind == Form.LOWER && (!small && !owned || !wing && !isModifier(form))) {
        return;
      }
      phrase.first = at;
      at--;
    }
  }

  /** Whether a small word may stand before the head of a role: a noun or an adjective. */
  private boolean isModifier(Form form) {
    int file = form.sense() - 1;
    return file >= 0 && file != 2 && file < 29 || words.isRank(form) || words.isModifier(form);
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
        && isPlural(forms[phrase.head])) {
      addAffiliation(phrase, before - 1, from);
    }
    if (before >= from && owners[before] != null && owners[before].type == Labels.GROUP) {
      phrase.nation = before;
    }
  }

  static boolean isPlural(Form head) {
    return head.text.length() > 3 && head.text.endsWith("s") && !head.text.endsWith("ss");
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
          form.kind != Form.LOWER || isModifier(form) || definite && isHeadNear(at + 1, limit);
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
    objects(phrase, limit);
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

  /** What follows the head: "of the ministry's press service", "for health", "at Velia Bank". */
  private void objects(RolePhrase phrase, int limit) {
    int at = phrase.last;
    while (at + 1 < limit && owners[at] == null && words.isPreposition(forms[at])) {
      boolean of = is(at, "of");
      int start = at + 1;
      boolean definite = words.isDeterminer(forms[start]);
      if (definite) {
        start++;
      }
      int end = start;
      Name name = null;
      while (end < limit && end < start + 10) {
        Form form = forms[end];
        if (owners[end] != null && owners[end].type != Labels.PERSON) {
          name = owners[end];
          end = name.last;
          continue;
        }
        if (owners[end] != null && end > start && words.isHead(forms[end - 1])) {
          end = Math.min(owners[end].last, limit); // "spokesman for President Ada Voss"
          phrase.affiliations.clear();
          phrase.affiliations.add(new int[] {start, end});
          phrase.end = end;
          return;
        }
        boolean joined =
            form.kind == Form.POSSESSIVE
                || is(end, "-")
                || is(end, "and") && end > start && !leadsToRole(end + 1, limit);
        if (name != null && isClause(end, limit)) {
          break; // "head of the union commenting on"
        }
        boolean behindHyphen = end > start && is(end - 1, "-"); // "state-backed"
        if (!joined
            && (owners[end] != null || words.stops(form) || !behindHyphen && isVerb(end, limit))) {
          break;
        }
        end++;
      }
      while (end > start && is(end - 1, "and")) {
        end--;
      }
      if (end == start) {
        return;
      }
      if (name != null) {
        if (phrase.affiliations.isEmpty() || phrase.nation >= 0 || of) {
          if (phrase.nation < 0) {
            phrase.affiliations.clear();
          }
          phrase.affiliations.add(0, new int[] {ownerStart(start, end), end});
        }
        phrase.end = endOfFurther(end, limit);
        return;
      }
      Name owner = ownerBehind(end, limit);
      if (of && definite && owner != null && phrase.affiliations.isEmpty()) {
        phrase.affiliations.add(new int[] {owner.first, owner.last}); // "of the district of Velia"
        phrase.end = owner.last;
        return;
      }
      boolean beside =
          (is(at, "at") || is(at, "with") || is(at, "for")) && !words.isNoOwner(forms[end - 1]);
      if ((of || beside) && definite && phrase.affiliations.isEmpty()) {
        end = endOfWhole(end, limit);
        phrase.affiliations.add(new int[] {start, end});
        phrase.end = end;
        return;
      }
      phrase.last = end;
      phrase.end = end;
      at = end;
    }
  }

  /** The body or place behind a preposition at {@code at}, or null. */
  private Name ownerBehind(int at, int limit) {
    if (at + 1 >= limit || owners[at] != null || !words.isPreposition(forms[at])) {
      return null;
    }
    int start = words.isDeterminer(forms[at + 1]) ? at + 2 : at + 1;
    Name owner = start < limit ? owners[start] : null;
    return owner != null && owner.type != Labels.PERSON && owner.last <= limit ? owner : null;
  }

  /** One past "of education" at {@code end}, "the town's board of education", or that. */
  private int endOfWhole(int end, int limit) {
    if (end + 1 >= limit || !is(end, "of")) {
      return end;
    }
    int at = words.isDeterminer(forms[end + 1]) ? end + 2 : end + 1;
    int last = at;
    while (last < limit
        && (owners[last] != null
            ? owners[last].type != Labels.PERSON
            : forms[last].kind <= Form.MIXED
                && !words.stops(forms[last])
                && !isVerb(last, limit))) {
      last++;
    }
    return last > at ? last : end;
  }

  /** One past an affiliation with what stands behind it: "the union (HPU)", "the firm in Velia". */
  private int endOfFurther(int end, int limit) {
    if (end + 2 < limit && is(end, "(") && is(end + 2, ")")) {
      return end + 3;
    }
    Name further = ownerBehind(end, limit);
    int last = further == null ? end : further.last;
    boolean owns =
        last + 1 < limit && forms[last].kind == Form.POSSESSIVE && owners[last + 1] != null;
    return owns ? Math.min(limit, owners[last + 1].last) : last; // "at Velia's Dunmore Centre"
  }

  /** Where the owner starts: the firm in "of the Velian consulting firm Acme". */
  private int ownerStart(int start, int end) {
    Name last = owners[end - 1];
    boolean firm =
        last != null
            && last.type == Labels.ORGANISATION
            && owners[start] != null
            && owners[start].type == Labels.GROUP
            && owners[start] != last;
    return firm ? last.first : nameStart(start, end);
  }

  /**
   * Where an object proper starts: small words before its name that are no owner's are left out.
   */
  private int nameStart(int start, int end) {
    int at = start;
    while (at < end && owners[at] == null && (forms[at].kind == Form.LOWER || is(at, "-"))) {
      at++;
    }
    return at == end || forms[at].kind == Form.POSSESSIVE || at == start ? start : at;
  }

  /** Whether a word in -ing begins a clause: "commenting on", but not "Velia's ruling party". */
  private boolean isClause(int at, int limit) {
    Form form = forms[at];
    if (form.kind != Form.LOWER || !form.text.endsWith("ing")) {
      return false;
    }
    boolean possessed = forms[at - 1].kind == Form.POSSESSIVE;
    boolean noun =
        at + 1 < limit
            && !words.stops(forms[at + 1])
            && (owners[at + 1] != null || isModifier(forms[at + 1]));
    return !possessed && !noun;
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

  /** Whether what begins at {@code at} is a role: "former chief strategist". */
  private boolean leadsToRole(int at, int limit) {
    for (int i = at; i < limit && i < at + 4 && owners[i] == null; i++) {
      boolean small = forms[i].kind == Form.LOWER || i == at;
      if (small && words.isHead(forms[i])) {
        return true;
      }
      if (words.stops(forms[i]) && !is(i, "-")) {
        return false;
      }
    }
    return false;
  }

  /** Whether a small word is a verb above all else. */
  static boolean isOfVerb(Form form) {
    return form.kind == Form.LOWER && form.sense() - 1 >= 29;
  }

  /** Whether a small word is a verb here: not behind a possessive, nor before a noun. */
  private boolean isVerb(int at, int limit) {
    Form form = forms[at];
    if (is(at - 1, "to") && form.kind == Form.LOWER && form.sense() - 1 >= 29) {
      return true;
    }
    if (form.kind != Form.LOWER
        || forms[at - 1].kind == Form.POSSESSIVE
        || words.isDeterminer(forms[at - 1])) {
      return false;
    }
    if (form.is(Lexicon.SPEECH) || form.text.endsWith("ed")) {
      return true;
    }
    int next = at + 1 < limit && forms[at + 1].kind == Form.LOWER ? forms[at + 1].sense() - 1 : -1;
    boolean beforeNoun = at + 1 < limit && words.isDeterminer(forms[at + 1]);
    return form.sense() - 1 >= 29 && (next < 3 || next >= 29 || beforeNoun);
  }

  private boolean is(int token, String text) {
    return forms[token].is(text);
  }
}
