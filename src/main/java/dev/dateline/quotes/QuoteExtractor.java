package dev.dateline.quotes;

import dev.dateline.article.Article;
import dev.dateline.entities.Entity;
import dev.dateline.text.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Finds the quotes of an article. Deterministic; safe from any number of threads. */
public final class QuoteExtractor {

  /** The log odds from which on the model is believed against what speaks for a title. */
  private static final double SURE = 0.5;

  private static final int LONGEST_PLACE = 4;

  private final SpanModel spanModel;
  private final Linker linker;
  private final Confidence confidence;

  QuoteExtractor(SpanModel spanModel, Linker linker, Confidence confidence) {
    this.spanModel = spanModel;
    this.linker = linker;
    this.confidence = confidence;
  }

  /** The extractor with the model and the lexicons that come with Dateline. */
  public static QuoteExtractor standard() {
    return Standard.EXTRACTOR;
  }

  /** The quotes in order of their first span. Never fails. */
  public List<Quote> extract(Article article, List<Entity> entities) {
    Document document = article.document();
    if (document.tokens().count() == 0) {
      return List.of();
    }
    Words words = new Words(document, Marks.of(document));
    Fragment dateline = dateline(article, words);
    Phrases phrases = new Phrases(words, dateline);
    Names names = new Names(words, entities);
    List<Linker.Linked> found =
        link(words, phrases, dateline, new LayoutQuotes(article, words, phrases, names).find());
    if (found.isEmpty()) {
      return List.of();
    }
    found.addAll(new NestedQuotes(words, phrases).find(found));
    found.sort(Comparator.comparingInt(Linker.Linked::first));
    Assembler assembler = new Assembler(article, words, phrases, names, confidence);
    List<Quote> quotes = new ArrayList<>(found.size());
    Map<Linker.Linked, String> ids = new IdentityHashMap<>();
    for (Linker.Linked linked : found) {
      String outer = linked.outer() == null ? null : ids.get(linked.outer());
      Quote quote = assembler.quote(linked, outer);
      boolean kept =
          linked.outer() == null ? !Doubt.isTooGreat(quote, words, linked) : outer != null;
      if (kept) {
        ids.put(linked, quote.id());
        quotes.add(quote);
      }
    }
    return quotes;
  }

  /**
   * The reported words of a document with their cues and sources.
   *
   * @param dateline words that are no part of the text
   * @param layout what is known beforehand; the models are asked about the words beside it only
   */
  List<Linker.Linked> link(
      Words words, Phrases phrases, Fragment dateline, List<Linker.Linked> layout) {
    List<Fragment> fragments = fragments(words);
    fragments.replaceAll(fragment -> afterPlace(words, after(dateline, fragment)));
    fragments.removeIf(fragment -> fragment.first() >= fragment.last());
    fragments.removeIf(
        fragment ->
            layout.stream().anyMatch(known -> fragment.overlaps(known.first(), known.last())));
    List<Linker.Linked> found = linker.link(words, phrases, fragments);
    found.removeIf(linked -> NoSpeech.isScare(words, linked) || NoSpeech.isRefused(words, linked));
    found.addAll(layout);
    return found;
  }

  /** The words of the article's dateline; none where it has no dateline. */
  private static Fragment dateline(Article article, Words words) {
    if (article.dateline() == null) {
      return new Fragment(0, 0, 0);
    }
    Document document = article.document();
    int begin = document.index(article.dateline().span().start());
    int end = document.index(article.dateline().span().end());
    int first = words.wordAt(document.tokens().at(begin));
    int last = first;
    while (last < words.count && words.begin(last) < end) {
      last++;
    }
    return new Fragment(first, last, 0);
  }

  /** What of a fragment follows the dateline that it starts in. */
  private static Fragment after(Fragment dateline, Fragment fragment) {
    boolean starts = fragment.first() >= dateline.first() && fragment.first() < dateline.last();
    return starts ? new Fragment(dateline.last(), fragment.last(), fragment.margin()) : fragment;
  }

  /** What of a fragment follows the place that opens an item in brief: "KORSA - …". */
  private static Fragment afterPlace(Words words, Fragment fragment) {
    int first = fragment.first();
    if (!words.hasGap(first, Words.GAP_PARAGRAPH) || !words.isAllCapitals(first)) {
      return fragment;
    }
    int end = first + 1;
    while (end < fragment.last() && end - first < LONGEST_PLACE && words.isAllCapitals(end)) {
      end++;
    }
    boolean dash = end < fragment.last() && words.hasGap(end, Words.GAP_DASH);
    return dash ? new Fragment(end, fragment.last(), fragment.margin()) : fragment;
  }

  private List<Fragment> fragments(Words words) {
    List<Fragment> found = spanModel.find(words, new SpanContext(words));
    found.removeIf(fragment -> fragment.margin() < SURE && NoSpeech.isTitles(words, fragment));
    found = new RelativeClauses(words).repair(found);
    found = new Clauses(words).repair(found);
    found = new FollowingClauses(words).repair(found);
    found = new ReportedMarks(words).repair(found);
    return new Chains(words).repair(found);
  }

  /** Loaded when first asked for. */
  private static final class Standard {
    static final QuoteExtractor EXTRACTOR =
        new QuoteExtractor(
            new SpanModel(PackedWeights.read("spans.bin"), PackedWeights.read("whole-spans.bin")),
            new Linker(PackedWeights.read("links.bin")),
            Confidence.read());
  }
}
