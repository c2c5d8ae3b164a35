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

  private final Document document;
  private final Form[] forms;
  private final Evidence evidence;

  /** Counts by type of the names of the same words. */
  private final Map<Integer, int[]> counts = new HashMap<>();

  /** Words of persons named in full, by their places in these names: 1 first, 2 inner, 4 last. */
  private final IntTable persons = new IntTable(64);

  private Consistency(Document document, Form[] forms) {
    this.document = document;
    this.forms = forms;
    this.evidence = Evidence.of(document, forms);
  }

  static List<NameSpan> apply(Document document, Form[] forms, List<NameSpan> names) {
    return new Consistency(document, forms).run(names);
  }

  private List<NameSpan> run(List<NameSpan> names) {
    count(names);
    List<NameSpan> revised = new ArrayList<>(names.size() + 8);
    boolean[] taken = new boolean[forms.length];
    for (NameSpan name : names) {
      revised.add(revise(name));
      for (int i = name.first(); i < name.last(); i++) {
        taken[i] = true;
      }
    }
    addMissed(revised, taken);
    revised.sort(Comparator.comparingInt(NameSpan::first));
    return revised;
  }

  private void count(List<NameSpan> names) {
    for (NameSpan name : names) {
      counts.computeIfAbsent(key(name.first(), name.last()), key -> new int[TYPES])[name.type()]++;
      if (name.type() == Labels.PERSON && name.last() - name.first() > 1) {
        for (int i = name.first(); i < name.last(); i++) {
          if (forms[i].hasCapital() && forms[i].text.length() > 2) {
            int place = i == name.last() - 1 ? 4 : i == name.first() ? 1 : 2;
            persons.or(forms[i].lower, place);
          }
        }
      }
    }
  }

  private int key(int first, int last) {
    int key = last - first;
    for (int i = first; i < last; i++) {
      key = IntTable.mix(key) * 31 + forms[i].lower;
    }
    return key;
  }

  private NameSpan revise(NameSpan name) {
    int[] count = counts.get(key(name.first(), name.last()));
    int majority = name.type();
    for (int type = 0; type < TYPES; type++) {
      if (count[type] > count[majority]) {
        majority = type;
      }
    }
    if (name.last() - name.first() == 1) {
      Form form = forms[name.first()];
      boolean surname = (persons.get(form.lower, 0) & 4) != 0;
      boolean known =
          form.is(Lexicon.COUNTRY | Lexicon.DEMONYM | Lexicon.CITY_LARGE | Lexicon.REGION);
      if (surname && !known && name.type() != Labels.GROUP) {
        majority = Labels.PERSON;
      }
    }
    boolean clear = count[majority] >= 2 * count[name.type()] || majority == Labels.PERSON;
    return majority == name.type() || !clear
        ? name
        : new NameSpan(name.first(), name.last(), majority);
  }

  /** Adds single words that are names elsewhere, where nothing but the model speaks against it. */
  private void addMissed(List<NameSpan> names, boolean[] taken) {
    for (int i = 0; i < forms.length; i++) {
      Form form = forms[i];
      if (taken[i]
          || form.kind != Form.CAPITALISED && form.kind != Form.MIXED && form.kind != Form.ALL_UPPER
          || form.text.length() < 3
          || (evidence.of(form) & Evidence.SMALL) != 0
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
    if ((persons.get(form.lower, 0) & 4) != 0) {
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
