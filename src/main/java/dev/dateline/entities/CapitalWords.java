package dev.dateline.entities;

/**
 * Numbers the words of a document that stand with a capital somewhere, so that what is counted of
 * them lies in plain arrays. Words that differ in capitals alone are one. Work space of one
 * article.
 */
final class CapitalWords {

  /** The number of what never stands with a capital. */
  static final int NONE = -1;

  private final int[] numbers;
  private int count;

  /** Open addressing: numbers of words, counted from 1. */
  private final int[] slots;

  /** The hash of each word in small letters, by its number. */
  private final int[] lowers;

  CapitalWords(Form[] forms) {
    numbers = new int[forms.length];
    slots = new int[Integer.highestOneBit(forms.length | 15) * 2];
    lowers = new int[forms.length];
    for (int i = 0; i < forms.length; i++) {
      if (forms[i].hasCapital()) {
        numbers[i] = add(forms[i].lower);
      }
    }
    for (int i = 0; i < forms.length; i++) {
      if (!forms[i].hasCapital()) {
        numbers[i] = forms[i].kind == Form.LOWER ? slots[slot(forms[i].lower)] - 1 : NONE;
      }
    }
  }

  private int add(int lower) {
    int slot = slot(lower);
    if (slots[slot] == 0) {
      lowers[count] = lower;
      slots[slot] = ++count;
    }
    return slots[slot] - 1;
  }

  private int slot(int lower) {
    int slot = IntTable.mix(lower) & (slots.length - 1);
    while (slots[slot] != 0 && lowers[slots[slot] - 1] != lower) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /** How many words there are; their numbers are 0 and up. */
  int count() {
    return count;
  }

  /** The number of the word at a token, whether it has a capital there or not, or {@link #NONE}. */
  int at(int token) {
    return numbers[token];
  }
}
