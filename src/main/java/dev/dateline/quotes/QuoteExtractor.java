package dev.dateline.quotes;

import dev.dateline.article.Article;
import dev.dateline.entities.Entity;
import dev.dateline.text.Document;
import java.util.ArrayList;
import java.util.List;

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
    List<Linker.Linked> found = link(words, phrases);
    if (found.isEmpty()) {
      return List.of();
    }
    Assembler assembler =
        new Assembler(article, words, phrases, new Names(words, entities), confidence);
    List<Quote> quotes = new ArrayList<>(found.size());
    for (Linker.Linked linked : found) {
      quotes.add(assembler.quote(linked));
    }
    return quotes;
  }

  /** The reported words of a document with their cues and sources, in order. */
  List<Linker.Linked> link(Words words, Phrases phrases) {
    List<Fragment> fragments = spanModel.find(words, new SpanContext(words));
    return linker.link(words, phrases, new Clauses(words).repair(fragments));
  }

  /** Loaded when first asked for. */
  private static final class Standard {
    static final QuoteExtractor EXTRACTOR =
        new QuoteExtractor(
            new SpanModel(PackedWeights.read("spans.bin")),
            new Linker(PackedWeights.read("links.bin")),
            Confidence.read());
  }
}
