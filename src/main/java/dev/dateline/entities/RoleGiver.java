package dev.dateline.entities;

import dev.dateline.text.Document;
import dev.dateline.text.Span;
import java.util.Map;

/**
 * Gives the roles that were found in one article to whom they are of: each of a plural role to the
 * names that follow, with the affiliation that stands in the phrase or behind the name.
 */
final class RoleGiver {

  /** How many tokens in brackets may stand between the names of a list. */
  private static final int LONGEST_BRACKETS = 16;

  private final Document document;
  private final Form[] forms;
  private final Name[] owners;
  private final Map<Name, Cluster> clusterOf;
  private final Map<Cluster, PersonFacts> facts;
  private final Nations nations;
  private final RoleWords words;

  /**
   * @param owners for each token the name that it is part of, or null
   * @param facts what is known of each person, to be added to
   */
  RoleGiver(
      Document document,
      Form[] forms,
      Name[] owners,
      Map<Name, Cluster> clusterOf,
      Map<Cluster, PersonFacts> facts,
      Nations nations,
      RoleWords words) {
    this.document = document;
    this.forms = forms;
    this.owners = owners;
    this.clusterOf = clusterOf;
    this.facts = facts;
    this.nations = nations;
    this.words = words;
  }

  /** A plural role as that of one. */
  String single(RolePhrase phrase) {
    String head = singular(text(phrase.first, phrase.head + 1));
    return phrase.last == phrase.head + 1 ? head : head + " " + text(phrase.head + 1, phrase.last);
  }

  /** Gives the role to the name, or one of a plural role to each of the names that follow. */
  void give(Name name, RolePhrase phrase, int last) {
    setAge(name, phrase.age);
    String role = text(phrase.first, phrase.last);
    boolean plural = phrase.end == name.first && RoleWords.isPlural(forms[phrase.head]);
    if (!plural) {
      addWith(name, role, phrase, 0, phrase.affiliations.size());
      return;
    }
    String single = single(phrase);
    int index = 0;
    Name each = name;
    int count = count(name, last);
    while (each != null) {
      boolean apart = phrase.affiliations.size() == count && count > 1;
      addWith(
          each, single, phrase, apart ? index : 0, apart ? index + 1 : phrase.affiliations.size());
      index++;
      each = next(each, last);
    }
  }

  private static String singular(String plural) {
    boolean hissed = plural.endsWith("ches") || plural.endsWith("sses");
    if (plural.endsWith("ies")) {
      return plural.substring(0, plural.length() - 3) + "y";
    }
    return plural.endsWith("men")
        ? plural.substring(0, plural.length() - 2) + "an"
        : plural.substring(0, plural.length() - (hissed ? 2 : 1));
  }

  private int count(Name name, int last) {
    int count = 0;
    for (Name each = name; each != null; each = next(each, last)) {
      count++;
    }
    return count;
  }

  /** The person named after "and" or a comma behind {@code name}, or null. */
  private Name next(Name name, int last) {
    int from = behindBrackets(name.last, last);
    int at = from;
    while (at < last
        && at < from + 3
        && (is(at, ",") || is(at, "and") || at > from && forms[at].is(Lexicon.HONORIFIC))) {
      at++;
    }
    boolean joined = at > from && at < last;
    return joined && owners[at] != null && owners[at].type == Labels.PERSON ? owners[at] : null;
  }

  /** One past "(Defence)" at {@code at}, or {@code at}. */
  private int behindBrackets(int at, int last) {
    if (at < last && is(at, "(")) {
      for (int i = at + 1; i < last && i < at + LONGEST_BRACKETS; i++) {
        if (is(i, ")")) {
          return i + 1;
        }
      }
    }
    return at;
  }

  void addWith(Name name, String role, RolePhrase phrase, int from, int to) {
    boolean shared = phrase.affiliations.size() > 1;
    String nation =
        phrase.nation >= 0 && !shared ? nations.ofPeople(owners[phrase.nation].key()) : null;
    PersonFacts known = facts.get(clusterOf.get(name));
    if (nation != null && known.nationality == null && isPlain(phrase)) {
      known.nationality = nation;
    }
    Span at = span(phrase.first, phrase.last);
    if (from >= to && phrase.end <= name.first) {
      boolean office = words.isTitled(forms[phrase.head]) || isCapitalOffice(phrase);
      Name realm = realm(name, office && phrase.end == name.first);
      if (realm != null) {
        Span where = span(realm.first, realm.last);
        add(name, role, phrase.status, at, affiliation(realm.first, realm.last), where);
        return;
      }
    }
    boolean onlyNation = nation != null && phrase.affiliations.size() == 1 && isPlain(phrase);
    if (from >= to || onlyNation) {
      add(name, role, phrase.status, at, null, null);
      return;
    }
    for (int i = from; i < Math.min(to, from + 1); i++) {
      int[] affiliation = phrase.affiliations.get(i);
      add(
          name,
          role,
          phrase.status,
          at,
          affiliation(affiliation[0], affiliation[1]),
          span(affiliation[0], affiliation[1]));
    }
  }

  /**
   * Norway in "King Henrik of Norway", the firm in "analyst Ada Voss of Acme" or "Ada Voss (Acme)";
   * or null.
   *
   * @param place whether a place may be meant
   */
  private Name realm(Name name, boolean place) {
    int at = name.last + 1;
    if (at < forms.length && is(at, "the")) {
      at++;
    }
    Name owner = at < forms.length ? owners[at] : null;
    if (owner == null) {
      return null;
    }
    if (is(name.last, "(")) {
      boolean whole = owner.last < forms.length && is(owner.last, ")");
      return whole && owner.type == Labels.ORGANISATION ? owner : null;
    }
    boolean of = is(name.last, "of");
    boolean body =
        owner.type == Labels.ORGANISATION
            && (of || is(name.last, "from") || is(name.last, "at") || is(name.last, "with"));
    return body || of && place && owner.type == Labels.PLACE ? owner : null;
  }

  private boolean isCapitalOffice(RolePhrase phrase) {
    return forms[phrase.head].hasCapital() && words.isOffice(forms[phrase.head]);
  }

  /** "a German farmer": the adjective is a nationality, not the state one serves. */
  private boolean isPlain(RolePhrase phrase) {
    return forms[phrase.head].kind == Form.LOWER && !words.isOffice(forms[phrase.head]);
  }

  void add(Name name, String role, Role.Status status, Span at, String affiliation, Span span) {
    facts
        .get(clusterOf.get(name))
        .add(new Role(role, affiliation, status, at, affiliation == null ? null : span));
  }

  /** An affiliation as written, an adjective of nation as the country. */
  String affiliation(int first, int last) {
    Name owner = owners[first];
    if (owner != null && owner.type == Labels.GROUP && owner.last == last) {
      String code = nations.ofPeople(owner.key());
      return code != null ? nations.name(code) : owner.text;
    }
    return text(first, last);
  }

  void setAge(Name name, Integer age) {
    PersonFacts known = facts.get(clusterOf.get(name));
    if (age != null && known.age == null) {
      known.age = age;
    }
  }

  String text(int first, int last) {
    return NameText.oneLine(
        document.text().substring(document.tokens().begin(first), document.tokens().end(last - 1)));
  }

  Span span(int first, int last) {
    return document.tokenSpan(first, last);
  }

  private boolean is(int token, String text) {
    return forms[token].is(text);
  }
}
