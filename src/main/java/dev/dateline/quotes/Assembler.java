package dev.dateline.quotes;

import dev.dateline.article.Article;
import dev.dateline.article.Section;
import dev.dateline.text.Document;
import dev.dateline.text.TextSpan;
import java.util.ArrayList;
import java.util.List;

/** Makes the quotes of one article, in order, of what the models found. */
final class Assembler {

  private final Article article;
  private final Document document;
  private final Words words;
  private final Phrases phrases;
  private final Confidence confidence;
  private final Resolver resolver;
  private final Circumstances circumstances;
  private final Times times;
  private final QuoteIds ids;

  Assembler(Article article, Words words, Phrases phrases, Names names, Confidence confidence) {
    this.article = article;
    this.document = article.document();
    this.words = words;
    this.phrases = phrases;
    this.confidence = confidence;
    this.resolver = new Resolver(words, phrases, names);
    this.circumstances = new Circumstances(words, phrases, names);
    this.times = new Times(words, article.day());
    this.ids = new QuoteIds(article.itemId());
  }

  /**
   * @param nestedIn id of the quote around it, or null
   */
  Quote quote(Linker.Linked linked, String nestedIn) {
    Parts parts = new Parts(words, linked);
    List<Speaker> joint = joint(linked.source());
    Speaker speaker = resolver.resolve(linked);
    joint.removeIf(other -> speaker == null || other.name().equals(speaker.name()));
    boolean second = !joint.isEmpty() && isBefore(joint.get(0), speaker);
    Speaker first = second ? joint.set(0, speaker) : speaker;
    Section section = sectionAt(parts.spans().get(0).start());
    return new Quote(
        ids.next(parts.text()),
        parts.kind(),
        parts.text(),
        parts.spans(),
        parts.verbatim(),
        cue(linked.cue()),
        first,
        joint,
        circumstances.addressee(linked),
        circumstances.stance(linked),
        circumstances.medium(linked),
        circumstances.via(linked),
        times.said(linked),
        nestedIn,
        section == null ? null : section.heading(),
        section == null ? null : section.id(),
        sentences(linked.fragments()),
        confidence.of(words, linked));
  }

  /** The cue with the particle that belongs to it: "according to", "pointed out". */
  private TextSpan cue(int cue) {
    if (cue < 0) {
      return null;
    }
    int next = cue + 1;
    boolean whole = next == words.count || words.gap(next) != 0;
    boolean withParticle =
        !whole
            && (Cues.is(words.cue(cue), Cues.Kind.PREP) && words.is(next, WordClass.TO)
                || Cues.is(words.cue(cue), Cues.Kind.SAY) && words.is(next, "out"));
    return document.textSpan(words.begin(cue), words.end(withParticle ? next : cue));
  }

  /** The other speakers of "A and B said". */
  private List<Speaker> joint(Phrase source) {
    List<Speaker> found = new ArrayList<>();
    if (source == null || source.kind() == Speaker.Kind.PRONOUN) {
      return found;
    }
    for (Phrase phrase : phrases.of(words.sentence(source.first()))) {
      boolean before = isJoined(phrase, source);
      if ((before || isJoined(source, phrase)) && phrase.kind() == source.kind()) {
        Speaker speaker = resolver.resolve(phrase);
        if (speaker.name() != null) {
          found.add(speaker);
        }
      }
    }
    return found;
  }

  private static boolean isBefore(Speaker a, Speaker b) {
    return a.mention().span().start() < b.mention().span().start();
  }

  private boolean isJoined(Phrase left, Phrase right) {
    return right.first() == left.last() + 1
        && words.is(left.last(), "and")
        && !words.hasGap(left.last(), Words.GAP_BREAK)
        && words.isCapitalised(right.head())
        && words.isCapitalised(left.head());
  }

  private Section sectionAt(int codePoint) {
    Section found = null;
    for (Section section : article.sections()) {
      if (section.span().contains(codePoint)) {
        found = section;
      }
    }
    return found;
  }

  private TextSpan sentences(List<Fragment> fragments) {
    int first = words.sentence(fragments.get(0).first());
    int last = words.sentence(fragments.get(fragments.size() - 1).last() - 1);
    int firstToken = words.token(words.sentenceFirst(first));
    int lastToken = words.token(words.sentenceLast(last) - 1);
    int from = document.sentenceFirst(document.sentenceOf(firstToken));
    int to = document.sentenceLast(document.sentenceOf(lastToken));
    return document.textSpan(document.tokens().begin(from), document.tokens().end(to - 1));
  }
}
