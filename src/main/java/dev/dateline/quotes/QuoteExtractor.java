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
    Phrases phrases = new Phrases(words);
    Names names = new Names(words, entities);
    List<Linker.Linked> found =
        link(words, phrases, new LayoutQuotes(article, words, phrases, names).find());
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
      ids.put(linked, quote.id());
      quotes.add(quote);
    }
    return quotes;
  }

  /**
   * The reported words of a document with their cues and sources.
   *
   * @param layout what is known beforehand; the models are asked about the words beside it only
   */
  List<Linker.Linked> link(Words words, Phrases phrases, List<Linker.Linked> layout) {
    List<Fragment> fragments = fragments(words);
    fragments.removeIf(
        fragment ->
            layout.stream().anyMatch(known -> fragment.overlaps(known.first(), known.last())));
    List<Linker.Linked> found = linker.link(words, phrases, fragments);
    found.addAll(layout);
    return found;
  }

  private List<Fragment> fragments(Words words) {
    List<Fragment> found = spanModel.find(words, new SpanContext(words));
    return new Chains(words).repair(new Clauses(words).repair(found));
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
