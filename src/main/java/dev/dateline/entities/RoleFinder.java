package dev.dateline.entities;

import dev.dateline.text.Document;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds roles, affiliations, ages and nationalities of persons in titles before their names, in
 * appositions behind or before them, in relative clauses and after "is". Thread-safe.
 */
final class RoleFinder {

  private static final int APPOSITION = 16;

  private final Nations nations;
  private final RoleWords words;

  RoleFinder(Nations nations, RoleWords words) {
    this.nations = nations;
    this.words = words;
  }

  /** What the article says of each person among {@code clusters}. */
  Map<Cluster, PersonFacts> find(Document document, Form[] forms, List<Cluster> clusters) {
    return new Search(document, forms, clusters).run();
  }

  /** The search in one article. */
  private final class Search {

    private final Document document;
    private final Form[] forms;
    private final List<Cluster> clusters;
    private final Name[] owners;
    private final Map<Name, Cluster> clusterOf = new IdentityHashMap<>();
    private final Map<Cluster, PersonFacts> facts = new IdentityHashMap<>();
    private final RoleParser parser;
    private final TitleParser titles;
    private final RoleGiver giver;

    Search(Document document, Form[] forms, List<Cluster> clusters) {
      this.document = document;
      this.forms = forms;
      this.clusters = clusters;
      this.owners = new Name[forms.length];
      for (Cluster cluster : clusters) {
        for (Name name : cluster.names) {
          clusterOf.put(name, cluster);
          for (int i = name.first; i < name.last; i++) {
            owners[i] = name;
          }
        }
      }
      this.parser = new RoleParser(forms, owners, words);
      this.titles = new TitleParser(forms, owners, words);
      this.giver = new RoleGiver(document, forms, owners, clusterOf, facts, nations, words);
    }

    Map<Cluster, PersonFacts> run() {
      for (Cluster cluster : clusters) {
        if (cluster.type == Labels.PERSON) {
          facts.put(cluster, new PersonFacts());
        }
      }
      for (Cluster cluster : clusters) {
        if (cluster.type == Labels.PERSON) {
          for (Name name : cluster.names) {
            int sentence = document.sentenceOf(name.first);
            look(name, document.sentenceFirst(sentence), document.sentenceLast(sentence));
          }
        }
      }
      return facts;
    }

    private void look(Name name, int first, int last) {
      RolePhrase title = titles.before(name.first, first);
      if (title != null) {
        giver.give(name, title, last);
        furtherTitles(name, title, first, last);
      } else {
        int comma = titles.beforeAddress(name.first - 1, first);
        if (comma > first && is(comma, ",")) {
          appositionBefore(name, comma, first, last);
        }
      }
      alsoIs(name, last);
      agent(name, first);
      ageBefore(name, first);
      behind(name, last);
    }

    /**
     * "Deputy Premier and Interior Minister Ada Voss", "police spokesperson, Brigadier Ada Voss".
     */
    private void furtherTitles(Name name, RolePhrase title, int first, int last) {
      int at = titles.beforeAddress(title.first - 1, first);
      for (int[] affiliation : title.affiliations) {
        at = Math.min(at, affiliation[0] - 1);
      }
      if (at <= first) {
        return;
      }
      if (is(at, "and")) {
        RolePhrase other = titles.before(at, first);
        if (other != null
            && (forms[other.head].kind == forms[title.head].kind
                || forms[other.head].kind == Form.ALL_UPPER
                || other.first == first)) {
          giver.addWith(
              name, giver.text(other.first, other.last), other, 0, other.affiliations.size());
        }
      } else if (is(at, ",")) {
        appositionEnding(name, at, first, last);
      } else if (title.affiliations.isEmpty() && words.isGrade(forms[title.head])) {
        RolePhrase office = titles.before(title.first, first);
        if (office != null) {
          giver.addWith(
              name,
              giver.text(office.first, office.last),
              office,
              0,
              office.affiliations.size()); // "the commander of the navy Rear Admiral Ada Voss"
        }
      }
    }

    /** "founded the paper and is also a lecturer at". */
    private void alsoIs(Name name, int last) {
      for (int i = name.last; i + 3 < last && !isPerson(i); i++) {
        if (is(i + 2, "also") && (is(i + 1, "is") || is(i + 1, "was")) && is(i, "and")) {
          predicate(name, i + 2, last);
        }
      }
    }

    private boolean isPerson(int token) {
      return owners[token] != null && owners[token].type == Labels.PERSON;
    }

    /** "chaired by Ada Voss". */
    private void agent(Name name, int first) {
      int by = titles.beforeAddress(name.first - 1, first);
      if (by > first && is(by, "by")) {
        String role = words.roleOfAgent(forms[by - 1]);
        if (role != null) {
          giver.add(name, role, Role.Status.CURRENT, giver.span(by - 1, by), null, null);
        }
      }
    }

    /** "43-year-old Ada Voss". */
    private void ageBefore(Name name, int first) {
      int at = name.first - 5;
      if (at >= first && is(at + 2, "year") && is(at + 4, "old") && is(at + 1, "-")) {
        giver.setAge(name, RoleParser.age(forms[at]));
      }
    }

    /** "The minister, Ada Voss, said". */
    private void appositionBefore(Name name, int comma, int first, int last) {
      boolean closed =
          name.last >= last
              || comma < name.first - 1 // "the minister, Dr Ada Voss"
              || forms[name.last].kind == Form.PUNCTUATION && !is(name.last, "-")
              || is(name.last, "who")
              || words.mayFollow(forms[name.last])
              || forms[name.last].is(Lexicon.SPEECH) && forms[name.last].kind == Form.LOWER;
      if (closed) {
        appositionEnding(name, comma, first, last);
      }
    }

    /** The role in a phrase that ends at {@code comma} and starts a sentence or with "the". */
    private void appositionEnding(Name name, int comma, int first, int last) {
      for (int start = comma - 1; start >= first && start > comma - APPOSITION; start--) {
        boolean opens =
            words.isDeterminer(forms[start])
                || start == first
                || forms[start].hasCapital() && mayStandBefore(start - 1);
        if (!opens || isOfAnother(start, first)) {
          continue;
        }
        RolePhrase phrase = parser.at(start, comma);
        if (phrase != null && phrase.end == comma && !isOfSeveral(phrase)) {
          giver.give(name, phrase, last);
          RolePhrase earlier =
              start - 1 > first && is(start - 1, "and") ? titles.before(start - 1, first) : null;
          if (earlier != null && earlier.end == start - 1) {
            giver.addWith(
                name,
                giver.text(earlier.first, earlier.last),
                earlier,
                0,
                earlier.affiliations.size());
          }
          return;
        }
        RolePhrase other = phrase == null ? null : second(phrase, comma);
        if (other != null && other.end == comma) {
          giveBoth(name, phrase, other, last);
          return;
        }
      }
    }

    /** Whether a phrase without an article may begin behind {@code token}. */
    private boolean mayStandBefore(int token) {
      Form form = forms[token];
      boolean inWord = is(token, "-") && (token == 0 || owners[token - 1] == null);
      return form.kind == Form.PUNCTUATION && !inWord
          || form.kind == Form.LOWER && (is(token, "and") || !words.isPreposition(form))
          || is(token, "with")
          || is(token, "to")
          || is(token, "from");
    }

    /** The second of two roles, "chairman and chief executive of Acme"; or null. */
    private RolePhrase second(RolePhrase phrase, int limit) {
      boolean joined = phrase.end + 1 < limit && (is(phrase.end, "and") || is(phrase.end, "&"));
      return joined ? parser.at(phrase.end + 1, limit) : null;
    }

    /** Gives both roles; an affiliation that only the second has is that of both. */
    private void giveBoth(Name name, RolePhrase phrase, RolePhrase other, int last) {
      if (phrase.affiliations.isEmpty()
          && other.nation < 0
          && phrase.last == phrase.end
          && !words.isDeterminer(forms[phrase.end + 1])) {
        phrase.affiliations.addAll(other.affiliations);
      }
      giver.give(name, phrase, last);
      giver.give(name, other, last);
    }

    /** Whether a phrase stands behind another person's name: "Ada Voss, a pilot, Orla Keane, …". */
    private boolean isOfAnother(int start, int first) {
      return start - 2 >= first && is(start - 1, ",") && isPerson(start - 2);
    }

    private void behind(Name name, int last) {
      int at = name.last;
      if (at + 3 < last && is(at, "(") && is(at + 2, ")") && is(at + 3, ",")) {
        giver.setAge(name, RoleParser.age(forms[at + 1]));
        at += 3; // the name in another script
      }
      if (at + 1 >= last) {
        return;
      }
      if (is(at, "(") && at + 2 < last && is(at + 2, ")")) {
        giver.setAge(name, RoleParser.age(forms[at + 1]));
        return;
      }
      if (is(at, "(")) {
        RolePhrase phrase = parser.at(at + 1, last);
        if (phrase != null && phrase.end < last && is(phrase.end, ")")) {
          giver.give(name, phrase, last); // "Ada Voss (director of exams at the academy)"
        }
        return;
      }
      if (is(at, ",") || is(at, "\u2013") || is(at, "\u2014")) {
        at++;
        if (is(at, "aged") && at + 1 < last) {
          at++;
        }
        Integer age = RoleParser.age(forms[at]);
        if (age != null && at + 1 < last && (is(at + 1, ",") || is(at + 1, "."))) {
          giver.setAge(name, age);
          at += 2;
        }
        if (at < last && (is(at, "who") || is(at, "and") && at + 1 < last && is(at + 1, "who"))) {
          relative(name, is(at, "who") ? at + 1 : at + 2, last);
        } else if (at < last) {
          apposition(name, at, last);
        }
      } else if (is(at, "who")) {
        relative(name, at + 1, last);
      } else if (words.isCopula(forms[at])) {
        predicate(name, at + 1, last);
      } else if (isBare(at)) {
        apposition(name, at, last);
      } else {
        service(name, at, last);
      }
    }

    /** "former minister" or "owner of" right behind a name, whose comma was left out. */
    private boolean isBare(int at) {
      return forms[at].kind == Form.LOWER
          && (words.status(forms[at]) != null && !is(at, "past")
              || words.isHead(forms[at]) && is(at + 1, "of"));
    }

    /** "also served as head of". */
    private void service(Name name, int start, int last) {
      int at = start;
      while (at + 2 < last
          && at < start + 4
          && (words.isAuxiliary(forms[at])
              || words.isCopula(forms[at])
              || forms[at].text.endsWith("ly"))) {
        at++;
      }
      if (at + 2 >= last) {
        return;
      }
      int as = is(at + 1, "in") ? at + 2 : at + 1; // "sworn in as"
      if (as + 1 < last && is(as, "as") && words.isService(forms[at])) {
        predicate(name, as, last);
      } else if (at > start && words.isAppointed(forms[at])) {
        predicate(name, at, last);
      }
    }

    private void apposition(Name name, int at, int last) {
      if (at + 3 < last && is(at, "one") && is(at + 1, "of") && words.isDeterminer(forms[at + 2])) {
        oneOf(name, at + 2, last);
        return;
      }
      RolePhrase phrase = parser.at(at, last);
      if (phrase == null
          || !endsApposition(phrase, last)
          || isOfSeveral(phrase)
          || reportsBefore(name, at, phrase, last)) {
        return;
      }
      giveAll(name, phrase, last);
    }

    /**
     * Whether "the" and a role behind a name are the subject of what reports the sentence: "It was
     * sold by Orla Keane, the driver said".
     */
    private boolean reportsBefore(Name name, int at, RolePhrase phrase, int last) {
      if (!is(at, "the") || phrase.end >= last || !isSpeech(phrase.end)) {
        return false;
      }
      for (int i = document.sentenceFirst(document.sentenceOf(name.first)); i < name.first; i++) {
        if (words.isAuxiliary(forms[i]) || words.isCopula(forms[i]) || isPast(i)) {
          return true;
        }
      }
      return false;
    }

    private boolean isSpeech(int token) {
      return forms[token].kind == Form.LOWER && forms[token].is(Lexicon.SPEECH);
    }

    private boolean isPast(int token) {
      return forms[token].kind == Form.LOWER && forms[token].text.endsWith("ed");
    }

    /** Gives a role with those that follow it: "founder, chairman and chief executive of". */
    private void giveAll(Name name, RolePhrase phrase, int last) {
      RolePhrase other = second(phrase, last);
      if (other != null && endsApposition(other, last) && !isOfSeveral(other)) {
        giveBoth(name, phrase, other, last);
      } else {
        giver.give(name, phrase, last);
        furtherInList(name, phrase, last);
      }
    }

    /** "director of the mint, Chairman of the bank and a member of the council". */
    private void furtherInList(Name name, RolePhrase phrase, int last) {
      int at = phrase.end + 1;
      if (at >= last
          || !is(phrase.end, ",")
          || owners[at] != null
          || !forms[at].hasCapital() && !words.isHead(forms[at])) {
        return;
      }
      RolePhrase other = parser.at(at, last);
      boolean whole =
          other != null
              && other.first == at
              && (other.end == last
                  || owners[other.end] == null
                      && (forms[other.end].kind == Form.PUNCTUATION || is(other.end, "and")));
      if (whole) {
        giveAll(name, other, last);
      }
    }

    /** "officials" behind a name begins another part of a list. */
    private boolean isOfSeveral(RolePhrase phrase) {
      Form head = forms[phrase.head];
      return head.kind == Form.LOWER && RoleWords.isPlural(head);
    }

    private boolean endsApposition(RolePhrase phrase, int last) {
      return phrase.end == last
          || endsApposition(phrase.end)
          || !phrase.affiliations.isEmpty()
              && (words.isPreposition(forms[phrase.end]) || RoleWords.isOfVerb(forms[phrase.end]));
    }

    private boolean endsApposition(int at) {
      Form form = forms[at];
      return form.kind == Form.PUNCTUATION
          || form.kind == Form.QUOTE_MARK
          || is(at, "and")
          || words.mayFollow(form)
          || words.goesOn(form)
          || form.kind == Form.LOWER
              && (form.is(Lexicon.SPEECH) || form.text.endsWith("ed") || form.text.endsWith("ing"));
    }

    /** "who chairs the board", "who is a lawyer". */
    private void relative(Name name, int start, int last) {
      int at = start;
      Role.Status status = Role.Status.CURRENT;
      while (at < last && words.isAuxiliary(forms[at])) {
        status = words.isOnce(forms[at]) ? Role.Status.FORMER : status;
        at++;
      }
      if (at + 1 >= last) {
        return;
      }
      String role = words.roleOf(forms[at]);
      if (role != null) {
        verbal(name, role, status, at, last);
      } else if (words.isCopula(forms[at])) {
        predicate(name, at + 1, last);
      } else {
        service(name, at, last);
      }
    }

    private void verbal(Name name, String role, Role.Status status, int verb, int last) {
      int at = verb + 1;
      while (at < last && (words.isDeterminer(forms[at]) || is(at, "over"))) {
        at++;
      }
      int end = at;
      while (end < last
          && end < at + 8
          && (owners[end] != null && owners[end].type != Labels.PERSON
              || forms[end].kind == Form.POSSESSIVE
              || !words.stops(forms[end]) && owners[end] == null)) {
        end++;
      }
      if (end > at) {
        giver.add(
            name,
            role,
            status,
            giver.span(verb, verb + 1),
            giver.affiliation(at, end),
            giver.span(at, end));
      }
    }

    private void predicate(Name name, int start, int last) {
      int at = start;
      while (at < last
          && (words.isAppointed(forms[at])
              || is(at, "as")
              || is(at, "also")
              || is(at, "now")
              || is(at, "currently"))) {
        at++;
      }
      if (at + 3 < last && is(at, "one") && is(at + 1, "of") && words.isDeterminer(forms[at + 2])) {
        oneOf(name, at + 2, last);
        return;
      }
      if (at + 1 < last && forms[at].text.endsWith("ed") && is(at + 1, "as")) {
        at += 2;
      }
      boolean bare =
          at < last
              && forms[at].kind == Form.LOWER
              && words.isOffice(forms[at]); // "is chairman of"
      if (at >= last
          || !words.isDeterminer(forms[at]) && owners[at] == null && at == start && !bare) {
        return;
      }
      RolePhrase phrase = parser.at(at, last);
      if (phrase != null) {
        giveAll(name, phrase, last);
      }
    }

    /** "is one of the organisers of the march". */
    private void oneOf(Name name, int at, int last) {
      RolePhrase phrase = parser.at(at, last);
      if (phrase != null && RoleWords.isPlural(forms[phrase.head])) {
        giver.addWith(name, giver.single(phrase), phrase, 0, phrase.affiliations.size());
      }
    }

    private boolean is(int token, String text) {
      return forms[token].is(text);
    }
  }
}
