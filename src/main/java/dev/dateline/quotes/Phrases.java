package dev.dateline.quotes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The noun phrases of a document, found by word classes: pronouns, names with their titles, and
 * nominals up to their head. What follows a head ("of the ministry", ", who …") is left out.
 */
final class Phrases {

  private static final int LONGEST = 14;

  private final List<Phrase> all = new ArrayList<>();

  /** For each sentence, the index of its first phrase; closed by the number of phrases. */
  private final int[] firstOf;

  Phrases(Words words) {
    this(words, new Fragment(0, 0, 0));
  }

  /**
   * @param skipped words that no phrase is looked for in
   */
  Phrases(Words words, Fragment skipped) {
    int sentences = words.sentenceCount();
    firstOf = new int[sentences + 1];
    Arrays.fill(firstOf, -1);
    int at = 0;
    while (at < words.count) {
      if (at == skipped.first() && skipped.last() > at) {
        at = skipped.last();
        continue;
      }
      int last = lastOf(words, at);
      if (last > at) {
        int sentence = words.sentence(at);
        if (firstOf[sentence] < 0) {
          firstOf[sentence] = all.size();
        }
        all.add(new Phrase(at, last, kind(words, at, last)));
        at = last;
      } else {
        at++;
      }
    }
    firstOf[sentences] = all.size();
    for (int i = sentences - 1; i >= 0; i--) {
      if (firstOf[i] < 0) {
        firstOf[i] = firstOf[i + 1];
      }
    }
  }

  /** The phrases of a sentence, in order. */
  List<Phrase> of(int sentence) {
    return all.subList(firstOf[sentence], firstOf[sentence + 1]);
  }

  /** One past the last word of the phrase that starts at {@code first}; {@code first} for none. */
  private static int lastOf(Words words, int first) {
    switch (words.type(first)) {
      case PRONOUN:
      case FIRST_PERSON:
      case SECOND_PERSON:
      case WHO:
        return first + 1;
      case IT:
        boolean points = !words.is(first, "it") && !isBeforeName(words, first);
        return points && continues(words, first + 1, true) ? extend(words, first, true) : first + 1;
      case DETERMINER:
      case POSSESSIVE:
        int end = extend(words, first, true);
        return end > first + 1 || words.is(first, WordClass.DETERMINER) ? end : first;
      case QUANTITY:
      case NUMBER:
      case NAME:
      case ALL_CAPITALS:
      case TITLE:
      case ROLE:
      case GROUP:
      case DOCUMENT:
      case OTHER:
      case ENDS_S:
      case TIME:
      case WEEKDAY:
      case MONTH:
        return extend(words, first, false);
      default:
        return first;
    }
  }

  /** Whether a name follows, so that "that" starts a clause: "said that Marr …". */
  private static boolean isBeforeName(Words words, int word) {
    return word + 1 < words.count
        && (words.is(word + 1, WordClass.NAME) || words.is(word + 1, WordClass.TITLE));
  }

  private static int extend(Words words, int first, boolean determined) {
    int at = first + 1;
    boolean open = determined;
    while (at < words.count && at - first < LONGEST && continues(words, at, open)) {
      open = open && !isNominal(words, at);
      at++;
    }
    return at;
  }

  /** Whether a word goes on a phrase; after a determiner and before a noun, more may. */
  private static boolean continues(Words words, int at, boolean open) {
    if (at >= words.count || words.hasGap(at, Words.GAP_BREAK)) {
      return false;
    }
    if (words.is(at, WordClass.NAME)
        && (words.is(at - 1, WordClass.DOCUMENT) || words.is(at - 1, WordClass.TIME))) {
      return false;
    }
    if (!open && isBeforeTime(words, at)) {
      return false;
    }
    boolean hyphen = words.hasGap(at, Words.GAP_HYPHEN);
    boolean nameOrNumber = words.is(at, WordClass.NAME) || words.is(at, WordClass.NUMBER);
    if (!hyphen && nameOrNumber && isThing(words, at - 1)) {
      return false;
    }
    switch (words.type(at)) {
      case NAME:
      case ALL_CAPITALS:
      case TITLE:
      case ROLE:
      case GROUP:
      case DOCUMENT:
      case ENDS_S:
      case NUMBER:
      case POSSESSIVE_S:
      case QUANTITY:
        return true;
      case OTHER:
        return hyphen || !WordClass.isPastForm(words.hash(at));
      case TIME:
        return open || hyphen;
      case ENDS_ED:
      case ENDS_ING:
      case ENDS_LY:
        return open || hyphen;
      case CUE:
        return hyphen
            || open
                && at + 1 < words.count
                && !words.hasGap(at + 1, Words.GAP_BREAK)
                && isNominal(words, at + 1);
      default:
        return hyphen;
    }
  }

  /** Whether a word tells which day or month with the next: "told El Faro last month". */
  private static boolean isBeforeTime(Words words, int at) {
    return (words.is(at, "last") || words.is(at, "next"))
        && at + 1 < words.count
        && (words.is(at + 1, WordClass.TIME)
            || words.is(at + 1, WordClass.WEEKDAY)
            || words.is(at + 1, WordClass.MONTH));
  }

  /** Whether a common noun can hardly stand before a name: "In an interview Marr said". */
  private static boolean isThing(Words words, int at) {
    return words.is(at, WordClass.OTHER)
        && !words.isCapitalised(at)
        && !WordClass.isAgent(words.document.text(), words.begin(at), words.end(at));
  }

  private static boolean isNominal(Words words, int at) {
    switch (words.type(at)) {
      case NAME:
      case ALL_CAPITALS:
      case TITLE:
      case ROLE:
      case GROUP:
      case DOCUMENT:
        return true;
      default:
        return false;
    }
  }

  private static Speaker.Kind kind(Words words, int first, int last) {
    WordClass head = words.type(last - 1);
    if (last - first > 1
        && words.hasGap(last - 1, Words.GAP_HYPHEN)
        && words.is(last - 2, WordClass.NAME)) {
      return Speaker.Kind.NAME;
    }
    switch (head) {
      case PRONOUN:
      case FIRST_PERSON:
      case SECOND_PERSON:
      case WHO:
      case IT:
        return Speaker.Kind.PRONOUN;
      case NAME:
      case ALL_CAPITALS:
        return Speaker.Kind.NAME;
      case DOCUMENT:
        return Speaker.Kind.DOCUMENT;
      case GROUP:
      case QUANTITY:
      case ENDS_S:
        return Speaker.Kind.GROUP;
      default:
        return Speaker.Kind.NOMINAL;
    }
  }
}
