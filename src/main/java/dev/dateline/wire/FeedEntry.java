package dev.dateline.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a feed says of a page, carried beside the page's bytes, so that the item read from the page
 * has the identity, the dates and the subjects that its feed gives it. Pure; thread-safe.
 */
public final class FeedEntry {

  /** Header of a {@link WireInput} that holds it. */
  public static final String HEADER = "dateline-feed-entry";

  private FeedEntry() {}

  /** The header's value for an item of a feed: all of it but its text. */
  public static String header(WireItem entry) {
    WireItem.Builder bare =
        WireItem.builder(entry.source())
            .guid(entry.guid())
            .url(entry.url())
            .versionCreated(entry.versionCreated())
            .firstCreated(entry.firstCreated())
            .headline(entry.headline())
            .byline(entry.byline())
            .language(entry.language())
            .copyright(entry.copyright())
            .agency(entry.agency())
            .format(entry.format());
    entry.subjects().forEach(bare::subject);
    return new String(WireItemJson.write(bare.build()), StandardCharsets.UTF_8);
  }

  /** The items read from an input, with what its header adds where it is alone in it. */
  static List<WireItem> complete(List<WireItem> items, WireInput input) throws WireException {
    String header = input.headers().get(HEADER);
    if (header == null || items.size() != 1) {
      return items;
    }
    return List.of(
        complete(items.get(0), WireItemJson.read(header.getBytes(StandardCharsets.UTF_8))));
  }

  /** The page knows its text and its words best, the feed the identity and the dates. */
  private static WireItem complete(WireItem page, WireItem entry) {
    WireItem.Builder item =
        page.toBuilder()
            .guid(either(entry.guid(), entry.url()))
            .versionCreated(either(entry.versionCreated(), page.versionCreated()))
            .firstCreated(either(entry.firstCreated(), page.firstCreated()))
            .headline(either(page.headline(), entry.headline()))
            .byline(either(page.byline(), entry.byline()))
            .language(either(page.language(), entry.language()))
            .copyright(either(page.copyright(), entry.copyright()))
            .url(either(page.url(), entry.url()))
            .agency(either(page.agency(), entry.agency()));
    entry.subjects().stream().filter(it -> !page.subjects().contains(it)).forEach(item::subject);
    return item.build();
  }

  private static <T> T either(T first, T second) {
    return first != null ? first : second;
  }
}
