package dev.dateline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.article.Article;
import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import java.util.function.UnaryOperator;

/**
 * Uses Dateline as a library, as any program might: takes the text of a wire item, gives the clean
 * text of the first article. {@link LibraryTest} loads it with the library's own class path.
 */
public final class LibraryProbe implements UnaryOperator<String> {

  @Override
  public String apply(String item) {
    try {
      EnrichedItem first =
          Enricher.standard().enrich(WireInput.of(item.getBytes(UTF_8), "velpress")).get(0);
      Article article = first.article();
      return article.text();
    } catch (WireException e) {
      throw new IllegalStateException(e);
    }
  }
}
