package dev.dateline.entities;

import dev.dateline.text.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the names of one article agree with each other: what most occurrences of a name are, the
 * others are too; a word that is the surname of a person named in full is that person wherever it
 * stands alone; a name found once is found wherever it stands. Stateless.
 */
final class Consistency {

  private static final int TYPES = Labels.TYPES.size();
  private static final int[] NO_NAMES = new int[TYPES];

  private final Document document;
  private final Form[] forms;
  private final Evidence evidence;

  /** Counts by type of the names of the same words. */
  private final Map<Integer, int[]> counts = new HashMap<>();

  private static final int FIRST = 1;
  private static final int INNER = 2;
  private static final int LAST = 4;

  /** Words of persons named in full, by their places in these names. */
  private final IntTable persons = new IntTable(64);

  /** First words of companies named with what they are, last words of teams. */
  private final IntTable bodies = new IntTable(64);

  private Consistency(Document document, Form[] forms, Evidence evidence) {
    this.document = document;
    this.forms = forms;
    this.evidence = evidence;
  }

  static List<NameSpan> apply(
      Document document, Form[] forms, Evidence evidence, List<NameSpan> names) {
    return new Consistency(document, forms, evidence).run(names);
  }

  private List<NameSpan> run(List<NameSpan> names) {
    count(names);
    List<NameSpan> revised = new ArrayList<>(names.size() + 8);
    boolean[] taken = new boolean[forms.length];
    for (NameSpan name : names) {
      taken[name.first()] = true;
    }
    for (NameSpan name : names) {
      if (isParty(name)) {
        continue;
      }
      int hyphen = pair(name);
      if (hyphen >= 0) {
        revised.add(new NameSpan(name.first(), hyphen, Labels.PERSON));
        revised.add(new NameSpan(hyphen + 1, name.last(), Labels.PERSON));
      } else if (name.type() == Labels.PLACE) {
        addParts(name, revised);
      } else {
        revised.add(withSuffix(revise(withoutQuarter(name)), taken));
      }
      for (int i = name.first(); i < name.last(); i++) {
        taken[i] = true;
      }
    }
    addMissed(revised, taken);
    revised.sort(Comparator.comparingInt(NameSpan::first));
    return revised;
  }

  /**
   * The hyphen in "Keane-Dahl" where the article names Orla Keane and Henrik Dahl, who are two; -1
   * where the name is one.
   */
  private int pair(NameSpan name) {
    boolean two =
        name.type() == Labels.PERSON
            && isJoined(name)
            && isSurname(name.first())
            && isSurname(name.last() - 1);
    return two ? name.first() + 1 : -1;
  }

  /** Whether it is a party with what its member stands for: "(D-Ohio)", ", R-Texas,". */
  private boolean isParty(NameSpan name) {
    Form letter = forms[name.first()];
    return name.last() - name.first() > 1
        && letter.kind == Form.INITIAL
        && letter.text.length() == 1
        && forms[name.first() + 1].text.equals("-")
        && name.first() > 0
        && (forms[name.first() - 1].text.equals("(") || forms[name.first() - 1].text.equals(","));
  }

  private boolean isJoined(NameSpan name) {
    return name.last() - name.first() == 3 && forms[name.first() + 1].text.equals("-");
  }

  private boolean isSurname(int token) {
    return (persons.get(forms[token].lower, 0) & LAST) != 0;
  }

  private void count(List<NameSpan> names) {
    for (NameSpan name : names) {
      counts.computeIfAbsent(key(name.first(), name.last()), key -> new int[TYPES])[name.type()]++;
      if (name.type() == Labels.PERSON && name.last() - name.first() > 1 && !isJoined(name)) {
        for (int i = name.first(); i < name.last(); i++) {
          if (forms[i].hasCapital() && forms[i].text.length() > 2) {
            int place = i == name.last() - 1 ? LAST : i == name.first() ? FIRST : INNER;
            persons.or(forms[i].lower, place);
          }
        }
      } else if (name.type() == Labels.ORGANISATION && name.last() - name.first() > 1) {
        countBody(forms[name.first()], forms[name.last() - 1]);
      }
    }
  }

  /** "Harding Energy Plc" may be "Harding", and "Harlow Rovers" the "Rovers". */
  private void countBody(Form first, Form last) {
    if (last.is(Lexicon.COMPANY_SUFFIX)) {
      bodies.or(first.lower, FIRST);
    } else if (last.text.endsWith("s") && !last.is(Lexicon.SURNAME | Lexicon.ANY_GIVEN)) {
      bodies.or(last.lower, LAST);
    }
  }

  /** Whether a word alone is short for a body named in full, and no word of a person's name. */
  private boolean isBody(NameSpan name) {
    int word = forms[name.first()].lower;
    boolean titled =
        name.first() > 0 && forms[name.first() - 1].is(Lexicon.HONORIFIC | Lexicon.TITLE);
    return bodies.get(word, 0) != 0 && persons.get(word, 0) == 0 && !titled;
  }

  private int key(int first, int last) {
    int key = last - first;
    for (int i = first; i < last; i++) {
      key = IntTable.mix(key) * 31 + forms[i].lower;
    }
    return key;
  }

  /** "Paris, Texas" is two places, the second of which tells where the first is. */
  private void addParts(NameSpan name, List<NameSpan> revised) {
    int first = name.first() + sharedHead(name);
    for (int i = first + 1; i <= name.last(); i++) {
      if (i == name.last() || forms[i].text.equals(",") || forms[i].text.equals("/")) {
        if (i > first) {
          revised.add(revise(new NameSpan(first, i, name.type())));
        }
        first = i + 1;
      }
    }
  }

  /** Tokens of "States of" in "the States of Arvel and Dunmore", which is of both places. */
  private int sharedHead(NameSpan name) {
    int first = name.first();
    boolean shared =
        name.last() - first > 2
            && name.last() < forms.length
            && forms[name.last()].text.equals("and")
            && forms[first].is(Lexicon.PLACE_HEAD)
            && forms[first].text.endsWith("s")
            && forms[first + 1].text.equals("of");
    return shared ? 2 : 0;
  }

  /** A body without the quarter or half of a year that a headline tells of: "Harding Plc Q2". */
  private NameSpan withoutQuarter(NameSpan name) {
    String last = forms[name.last() - 1].text;
    boolean quarter =
        name.type() == Labels.ORGANISATION
            && name.last() - name.first() > 1
            && last.length() == 2
            && (last.charAt(0) == 'Q' || last.charAt(0) == 'H')
            && Character.isDigit(last.charAt(1));
    return quarter ? new NameSpan(name.first(), name.last() - 1, name.type()) : name;
  }

  /** The name with "Jr." and the like, where that stands behind a person's. */
  private NameSpan withSuffix(NameSpan name, boolean[] taken) {
    int last = name.last();
    if (name.type() != Labels.PERSON || last == forms.length || taken[last]) {
      return name;
    }
    if (!isSuffix(forms[last].text)) {
      return name;
    }
    taken[last] = true;
    return new NameSpan(name.first(), last + 1, Labels.PERSON);
  }

  private static boolean isSuffix(String text) {
    return switch (text) {
      case "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV" -> true;
      default -> false;
    };
  }

  private NameSpan revise(NameSpan name) {
    int[] count = counts.getOrDefault(key(name.first(), name.last()), NO_NAMES);
    int majority = name.type();
    for (int type = 0; type < TYPES; type++) {
      if (count[type] > count[majority]) {
        majority = type;
      }
    }
    if (name.last() - name.first() == 1) {
      Form form = forms[name.first()];
      boolean surname = isSurname(name.first());
      boolean known =
          form.is(Lexicon.COUNTRY | Lexicon.DEMONYM | Lexicon.CITY_LARGE | Lexicon.REGION);
      if (surname && (!known || isSpeaker(name)) && name.type() != Labels.GROUP) {
        majority = Labels.PERSON;
      }
      if (majority == Labels.PERSON && isBody(name)) {
        return new NameSpan(name.first(), name.last(), Labels.ORGANISATION);
      }
      if (name.type() == Labels.GROUP
          && form.is(Lexicon.COUNTRY | Lexicon.CITY_LARGE)
          && !form.is(Lexicon.DEMONYM | Lexicon.GROUP_HEAD)) {
        return new NameSpan(name.first(), name.last(), Labels.PLACE);
      }
    }
    boolean clear = count[majority] >= 2 * count[name.type()] || majority == Labels.PERSON;
    return majority == name.type() || !clear
        ? name
        : new NameSpan(name.first(), name.last(), majority);
  }

  /** Whether a name is followed by a verb of speech or follows a title. */
  private boolean isSpeaker(NameSpan name) {
    boolean speaks =
        name.last() < forms.length
            && forms[name.last()].kind == Form.LOWER
            && forms[name.last()].is(Lexicon.SPEECH);
    return speaks
        || name.first() > 0 && forms[name.first() - 1].is(Lexicon.HONORIFIC | Lexicon.TITLE);
  }

  /** Adds single words that are names elsewhere, where nothing but the model speaks against it. */
  private void addMissed(List<NameSpan> names, boolean[] taken) {
    for (int i = 0; i < forms.length; i++) {
      Form form = forms[i];
      if (taken[i]
          || form.kind != Form.CAPITALISED && form.kind != Form.MIXED && form.kind != Form.ALL_UPPER
          || form.text.length() < 3
          || (evidence.at(i) & Evidence.SMALL) != 0
          || touchesCapital(i, taken)) {
        continue;
      }
      int type = typeOf(i, form);
      if (type >= 0) {
        names.add(new NameSpan(i, i + 1, type));
        taken[i] = true;
      }
    }
  }

  private int typeOf(int token, Form form) {
    if (isSurname(token)) {
      return Labels.PERSON;
    }
    int[] count = counts.get(key(token, token + 1));
    if (count == null || form.sense() != 0) {
      return -1;
    }
    int best = 0;
    int total = 0;
    for (int type = 0; type < TYPES; type++) {
      total += count[type];
      best = count[type] > count[best] ? type : best;
    }
    return total >= 2 && count[best] * 3 >= total * 2 ? best : -1;
  }

  /** Whether the word is part of a longer run of capitals, of which it cannot tell. */
  private boolean touchesCapital(int token, boolean[] taken) {
    boolean before = token > 0 && forms[token - 1].hasCapital() && sameSentence(token, token - 1);
    boolean after =
        token + 1 < forms.length && forms[token + 1].hasCapital() && sameSentence(token, token + 1);
    return before && !taken[token - 1] || after;
  }

  private boolean sameSentence(int token, int other) {
    return document.sentenceOf(token) == document.sentenceOf(other);
  }
}
