package dev.dateline.entities;

/**
 * Reads what a role is of, behind its head: "of the ministry's press service", "at Velia Bank". One
 * instance for one article.
 */
final class RoleObjects {

  private final Form[] forms;
  private final Name[] owners;
  private final RoleWords words;

  /**
   * @param owners the name that covers each token, or null
   */
  RoleObjects(Form[] forms, Name[] owners, RoleWords words) {
    this.forms = forms;
    this.owners = owners;
    this.words = words;
  }

  /** What follows the head: "of the ministry's press service", "for health", "at Velia Bank". */
  void read(RolePhrase phrase, int limit) {
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
            && (owners[at + 1] != null || words.mayModify(forms[at + 1]));
    return !possessed && !noun;
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
