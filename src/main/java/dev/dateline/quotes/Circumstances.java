package dev.dateline.quotes;

import dev.dateline.entities.EntityType;
import dev.dateline.text.TextSpan;
import dev.dateline.text.WordList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** To whom, how and through what something was said, as the words around its cue tell. */
final class Circumstances {

  private static final int REACH = 14;

  /** The media, in the numbers that the tables below have for them. */
  private static final List<String> MEDIA = new ArrayList<>();

  private static final HashTable MEDIUM_OF_CUE = new HashTable();
  private static final HashTable MEDIUM_IN = new HashTable();
  private static final HashTable MEDIUM_OF_SOURCE = new HashTable();
  private static final Set<Integer> FORUMS = new HashSet<>();

  static {
    MEDIA.add(HashTable.NONE, null);
    for (String line : WordList.read(Circumstances.class, "media.txt")) {
      String[] head = line.substring(0, line.indexOf(':')).split(" ");
      for (String word : line.substring(line.indexOf(':') + 1).strip().split(" ")) {
        switch (head[0]) {
          case "CUE" -> MEDIUM_OF_CUE.putIfAbsent(Cues.lemma(word), number(head[1]));
          case "IN" -> MEDIUM_IN.putIfAbsent(word.hashCode(), number(head[1]));
          case "FORUM" -> FORUMS.add(word.hashCode());
          default -> MEDIUM_OF_SOURCE.putIfAbsent(word.hashCode(), number(head[1]));
        }
      }
    }
  }

  private static int number(String medium) {
    if (!MEDIA.contains(medium)) {
      MEDIA.add(medium);
    }
    return MEDIA.indexOf(medium);
  }

  private final Words words;
  private final Phrases phrases;
  private final Names names;

  Circumstances(Words words, Phrases phrases, Names names) {
    this.words = words;
    this.phrases = phrases;
    this.names = names;
  }

  Stance stance(Linker.Linked linked) {
    int cue = linked.cue();
    if (CueSense.DENIED.isOf(words, cue)) {
      return Stance.DENIED;
    }
    boolean modal = false;
    if (cue > 0) {
      for (int i = cue - 1; i >= Math.max(0, cue - 3); i--) {
        if (words.hasGap(i + 1, Words.GAP_BREAK) || Fragment.anyHas(linked.fragments(), i)) {
          break;
        }
        if (words.is(i, WordClass.NEGATION)) {
          return Stance.DENIED;
        }
        modal |= words.is(i, WordClass.MODAL) && !words.is(i, "will");
      }
    }
    List<Fragment> fragments = linked.fragments();
    int end = fragments.get(fragments.size() - 1).last();
    boolean asks =
        CueSense.QUESTION.isOf(words, cue)
            && words.is(fragments.get(0).first(), WordClass.SUBORDINATOR);
    if (asks || words.hasGap(end, Words.GAP_QUESTION) && endsInQuestion(end)) {
      return Stance.QUESTION;
    }
    return modal ? Stance.CONDITIONAL : Stance.ASSERTED;
  }

  private boolean endsInQuestion(int end) {
    int from = words.end(end - 1);
    int to = end < words.count ? words.begin(end) : words.document.text().length();
    return words.document.text().substring(from, to).indexOf('?') >= 0;
  }

  /** Whom it was said to: "told reporters". */
  TextSpan addressee(Linker.Linked linked) {
    Phrase phrase = addressed(linked);
    return phrase == null ? null : span(phrase);
  }

  /** Who relayed it: the medium that it was said to, that interviewed the speaker or quotes him. */
  TextSpan via(Linker.Linked linked) {
    Phrase phrase = addressed(linked);
    phrase = phrase == null ? relay(linked) : phrase;
    if (phrase == null) {
      return null;
    }
    int entity = names.entityAt(phrase.head());
    boolean organisation =
        entity >= 0 && names.entity(entity).type() == EntityType.ORGANISATION
            || entity < 0 && words.is(phrase.head(), WordClass.ALL_CAPITALS);
    return organisation && !isForum(phrase) ? span(phrase) : null;
  }

  /** Whether somebody spoke before a body rather than through it: "told the Security Council". */
  private boolean isForum(Phrase phrase) {
    for (int word = phrase.first(); word < phrase.last(); word++) {
      if (FORUMS.contains(words.hash(word))) {
        return true;
      }
    }
    return false;
  }

  /** The phrase after "in an interview with" or "was quoted by", near the cue; or null. */
  private Phrase relay(Linker.Linked linked) {
    int cue = linked.cue();
    if (cue < 0) {
      return null;
    }
    for (Phrase phrase : phrases.of(words.sentence(cue))) {
      int before = phrase.first() - 1;
      boolean near = before > cue && before - cue < REACH && before > 0;
      if (!near
          || words.hasGap(phrase.first(), Words.GAP_BREAK)
          || phrase.kind() == Speaker.Kind.PRONOUN) {
        continue;
      }
      boolean quoted = words.is(before, "by") && isQuoting(before - 1);
      boolean asked =
          (words.is(before, "with") || words.is(before, "to")) && words.is(before - 1, "interview");
      if ((quoted || asked) && !Fragment.anyHas(linked.fragments(), phrase.first())) {
        return phrase;
      }
    }
    return null;
  }

  /** "quoted by", "quoted as saying by". */
  private boolean isQuoting(int word) {
    return words.is(word, "quoted")
        || words.is(word, "cited")
        || words.is(word, "saying") && words.is(word - 1, "as");
  }

  private Phrase addressed(Linker.Linked linked) {
    int cue = linked.cue();
    if (!CueSense.ADDRESSED.isOf(words, cue)) {
      return null;
    }
    for (Phrase phrase : phrases.of(words.sentence(cue))) {
      if (phrase.first() == cue + 1
          && !words.hasGap(cue + 1, Words.GAP_BREAK | Words.GAP_OPEN)
          && !phrase.equals(linked.source())
          && !Fragment.anyHas(linked.fragments(), phrase.first())) {
        Phrase whole = whole(phrase);
        return words.is(whole.head(), WordClass.DETERMINER) ? null : whole;
      }
    }
    boolean object =
        cue + 1 < words.count
            && words.is(cue + 1, WordClass.OBJECT)
            && !Fragment.anyHas(linked.fragments(), cue + 1);
    return object ? new Phrase(cue + 1, cue + 2, Speaker.Kind.PRONOUN) : null;
  }

  /**
   * A phrase with the one that goes on it without a mark: "afrol" and "News", "young" and "Poles".
   */
  private Phrase whole(Phrase phrase) {
    if (phrase.kind() == Speaker.Kind.PRONOUN) {
      return phrase;
    }
    for (Phrase next : phrases.of(words.sentence(phrase.first()))) {
      boolean adjacent = next.first() == phrase.last() && next.kind() != Speaker.Kind.PRONOUN;
      if (adjacent
          && !words.hasGap(next.first(), Words.GAP_BREAK | Words.GAP_OPEN)
          && words.is(next.first(), WordClass.NAME)
          && (names.entityAt(phrase.head()) == names.entityAt(next.first())
              || words.is(phrase.head(), WordClass.OTHER))) {
        return new Phrase(phrase.first(), next.last(), next.kind());
      }
    }
    return names.whole(words, phrase);
  }

  /** Speech, interview, statement, post, document or court; or null. */
  String medium(Linker.Linked linked) {
    int cue = linked.cue();
    if (linked.source() != null) {
      int medium = MEDIUM_OF_SOURCE.get(words.hash(linked.source().head()));
      if (medium != HashTable.NONE) {
        return MEDIA.get(medium);
      }
    }
    if (cue < 0) {
      return null;
    }
    int sentence = words.sentence(cue);
    int end = Math.min(words.sentenceLast(sentence), cue + REACH);
    for (int word = Math.max(words.sentenceFirst(sentence), cue - REACH); word < end; word++) {
      int medium = MEDIUM_IN.get(words.hash(word));
      if (medium != HashTable.NONE
          && !Fragment.anyHas(linked.fragments(), word)
          && isGoverned(word)) {
        return MEDIA.get(medium);
      }
    }
    return MEDIA.get(MEDIUM_OF_CUE.get(Cues.lemma(words.cue(cue))));
  }

  /** Whether a preposition stands shortly before, in the same phrase: "in a written statement". */
  private boolean isGoverned(int word) {
    for (int i = word; i > Math.max(0, word - 4); i--) {
      if (words.hasGap(i, Words.GAP_BREAK)) {
        return false;
      }
      if (words.is(i - 1, "in")
          || words.is(i - 1, "on")
          || words.is(i - 1, "at")
          || words.is(i - 1, "during")
          || words.is(i - 1, "via")) {
        return true;
      }
    }
    return false;
  }

  private TextSpan span(Phrase phrase) {
    return words.document.textSpan(words.begin(phrase.first()), words.end(phrase.head()));
  }
}
