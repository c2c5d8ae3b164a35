package dev.dateline.stream;

import dev.dateline.enrich.EnrichedItem;
import dev.dateline.enrich.Enricher;
import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireItem;
import java.util.List;

/**
 * What the stream asks of an enricher. Implementations are deterministic and safe from any number
 * of threads.
 */
public interface Extractor {

  /**
   * The items in a raw record, not yet enriched.
   *
   * @throws WireException where the bytes cannot be read
   */
  List<WireItem> read(WireInput input) throws WireException;

  /** One item with everything found in it. */
  EnrichedItem enrich(WireItem item);

  /**
   * What signs the records: Dateline's version and what else decides what is found. An item that
   * comes again under another name is enriched again.
   */
  default String producer() {
    return ProducerName.of(Extractor.class);
  }

  /**
   * This extractor as it is now: what it enriches with and what it signs with stay one, also where
   * lists are read again meanwhile. Ask for it once an item.
   */
  default Extractor snapshot() {
    return this;
  }

  /** The library's own. */
  static Extractor of(Enricher enricher) {
    return new Extractor() {
      @Override
      public List<WireItem> read(WireInput input) throws WireException {
        return enricher.read(input);
      }

      @Override
      public EnrichedItem enrich(WireItem item) {
        return enricher.enrich(item);
      }
    };
  }
}
