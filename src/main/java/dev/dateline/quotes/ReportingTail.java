package dev.dateline.quotes;

/**
 * The end of a sentence that reports what stands before it: "…, Foreign Minister Ada Marr said on
 * Friday", "…, Ada Marr, a senior official of the ministry, told reporters", "…, insisted the
 * minister".
 */
final class ReportingTail {

  /** How many words a clause has that a tail can report. */
  static final int SHORTEST_CLAUSE = 4;

  private static final int LONGEST_SUBJECT = 9;
  private static final int LONGEST_APPOSITION = 20;

  /**
   * Where a tail is.
   *
   * @param start its first word
   * @param cue its verb or "according to"
   * @param last one past its last word
   */
  record Tail(int start, int cue, int last) {}

  private final Words words;

  ReportingTail(Words words) {
    this.words = words;
  }

  /** The tail of a sentence, or of what stands before ", adding …"; null where it has none. */
  Tail of(int sentence) {
    int first = words.sentenceFirst(sentence);
    int last = words.sentenceLast(sentence);
    Tail tail = of(first, last);
    for (int end = last - 1; tail == null && end > first + SHORTEST_CLAUSE; end--) {
      if (words.gap(end) == Words.GAP_COMMA && isParticiple(end)) {
        tail = of(first, end);
      }
    }
    return tail;
  }

  private boolean isParticiple(int word) {
    return words.depth(word) == 0
        && words.cue(word) != 0
        && !words.isCapitalised(word)
        && words.endsWith(word, "ing");
  }

  private Tail of(int first, int last) {
    for (int word = last - 1; word > first + SHORTEST_CLAUSE; word--) {
      if (words.depth(word) > 0) {
        return null;
      }
      if (reports(word)) {
        int start = startOf(word, first, last);
        return start < 0 ? null : new Tail(start, word, last);
      }
      if (Cues.is(words.cue(word), Cues.Kind.PREP)) {
        return words.hasGap(word, Words.GAP_COMMA) ? new Tail(word, word, last) : null;
      }
      if (words.is(word, "that") || Cues.isVerb(words.cue(word)) && !words.isCapitalised(word)) {
        return null;
      }
    }
    return null;
  }

  private boolean reports(int word) {
    return words.is(word, WordClass.CUE)
        && (Cues.is(words.cue(word), Cues.Kind.SAY) || Cues.is(words.cue(word), Cues.Kind.PROMISE));
  }

  private int startOf(int cue, int first, int last) {
    if (isInverted(cue, last)) {
      return cue;
    }
    if (!isClosed(cue, last)) {
      return -1;
    }
    int verb = cue > first && words.is(cue - 1, WordClass.AUXILIARY) ? cue - 1 : cue;
    return words.hasGap(verb, Words.GAP_COMMA)
        ? beforeApposition(verb, first)
        : subject(verb, first);
  }

  /** Whether a verb right behind a comma has its subject behind it, to the end of the sentence. */
  private boolean isInverted(int cue, int last) {
    int next = cue + 1;
    if (!words.hasGap(cue, Words.GAP_COMMA)
        || !Cues.is(words.cue(cue), Cues.Kind.SAY)
        || words.endsWith(cue, "ing")
        || next >= last
        || !mayOpenSubject(next)) {
      return false;
    }
    boolean speaker = false;
    for (int word = next; word < last; word++) {
      if (word > next && words.hasGap(word, Words.GAP_COMMA)) {
        return speaker;
      }
      boolean verb = isVerb(word) || words.is(word, WordClass.TO) || words.isPast(word);
      if (verb || words.hasGap(word, Words.GAP_BREAK | Words.GAP_OPEN)) {
        return false;
      }
      speaker |=
          words.is(word, WordClass.NAME)
              || words.is(word, WordClass.ALL_CAPITALS)
              || Nominals.hasRole(words, word)
              || words.is(word, WordClass.GROUP);
    }
    return speaker;
  }

  /** Whether a sentence ends with its cue, or with whom, when, where and after what it was said. */
  private boolean isClosed(int cue, int last) {
    int next = cue + 1;
    if (next == last) {
      return true;
    }
    if (words.hasGap(next, Words.GAP_BREAK | Words.GAP_OPEN)) {
      return false;
    }
    return words.is(next, WordClass.WEEKDAY)
        || words.is(next, WordClass.PREPOSITION)
        || words.is(next, "yesterday")
        || words.is(next, "today")
        || words.is(next, "earlier")
        || words.is(next, "later")
        || words.is(next, "here")
        || CueSense.ADDRESSED.isOf(words, cue) && isAddressee(next, last);
  }

  /** Whether the rest of a sentence is a phrase with when and where, and no clause. */
  private boolean isAddressee(int first, int last) {
    for (int word = first; word < last; word++) {
      boolean apart = word > first && words.hasGap(word, Words.GAP_BREAK);
      if (apart || isVerb(word) || words.is(word, WordClass.TO)) {
        return false;
      }
    }
    return true;
  }

  private boolean isVerb(int word) {
    switch (words.type(word)) {
      case AUXILIARY:
      case MODAL:
      case SUBORDINATOR:
      case WHO:
        return true;
      case CUE:
        return Cues.isVerb(words.cue(word));
      default:
        return false;
    }
  }

  /** Where the subject of a verb starts, right after a comma; or -1. */
  private int subject(int verb, int first) {
    for (int word = verb - 1; word > first && verb - word <= LONGEST_SUBJECT; word--) {
      if (words.hasGap(word, Words.GAP_COMMA)) {
        return isSubject(word, verb) ? title(word, first) : -1;
      }
      if (words.hasGap(word, Words.GAP_BREAK | Words.GAP_OPEN | Words.GAP_CLOSE)) {
        return -1;
      }
    }
    return -1;
  }

  /**
   * Where what a name is in apposition to starts ("…, the head of the council, Ada Marr, said"), or
   * the name itself.
   */
  private int title(int name, int first) {
    if (!words.is(name, WordClass.NAME) && !words.is(name, WordClass.TITLE)) {
      return name;
    }
    for (int word = name - 1; word > first && name - word <= LONGEST_APPOSITION; word--) {
      if (words.depth(word) > 0 || isVerb(word)) {
        return name;
      }
      if (words.hasGap(word, Words.GAP_COMMA)) {
        boolean article = words.is(word, WordClass.DETERMINER) || words.is(word, WordClass.IT);
        return article && hasRole(word, name) ? word : name;
      }
      if (words.hasGap(word, Words.GAP_BREAK)) {
        return name;
      }
    }
    return name;
  }

  private boolean hasRole(int first, int last) {
    for (int word = first; word < last; word++) {
      if (Nominals.hasRole(words, word)) {
        return true;
      }
    }
    return false;
  }

  /** Where a subject starts that an apposition or a relative clause parts from its verb; or -1. */
  private int beforeApposition(int verb, int first) {
    for (int word = verb - 1; word > first && verb - word <= LONGEST_APPOSITION; word--) {
      if (words.depth(word) > 0 || words.hasGap(word, Words.GAP_COLON | Words.GAP_SEMICOLON)) {
        return -1;
      }
      if (words.hasGap(word, Words.GAP_COMMA)) {
        int subject = subject(word, first);
        if (subject >= 0 && opensApposition(word)) {
          return subject;
        }
      }
    }
    return -1;
  }

  private boolean opensApposition(int word) {
    return words.is(word, WordClass.WHO)
        || words.is(word, WordClass.NAME)
        || words.is(word, WordClass.DETERMINER)
        || words.is(word, WordClass.NUMBER)
        || words.is(word, WordClass.POSSESSIVE)
        || Nominals.hasRole(words, word);
  }

  private boolean mayOpenSubject(int word) {
    switch (words.type(word)) {
      case NAME:
      case ALL_CAPITALS:
      case TITLE:
      case DETERMINER:
      case GROUP:
      case ROLE:
        return true;
      default:
        return Nominals.hasRole(words, word) || words.is(word, "former");
    }
  }

  private boolean isSubject(int first, int verb) {
    if (words.is(first, WordClass.PRONOUN)) {
      return first + 1 == verb;
    }
    if (!mayOpenSubject(first)) {
      return false;
    }
    for (int word = first; word < verb; word++) {
      switch (words.type(word)) {
        case CONJUNCTION:
        case SUBORDINATOR:
        case WHO:
        case AUXILIARY:
        case MODAL:
        case TO:
          return false;
        default:
          break;
      }
    }
    return true;
  }
}
