package dev.dateline.ingest;

import dev.dateline.ingest.Fetcher.StatusException;
import dev.dateline.ingest.Fetcher.Validators;
import dev.dateline.wire.ContentDigest;
import dev.dateline.wire.FeedEntry;
import dev.dateline.wire.ItemId;
import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireItem;
import dev.dateline.wire.WireItemJson;
import dev.dateline.wire.WireReaders;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Polls a feed: publishes those of its items that are new or changed, each as a raw record of its
 * own, oldest first. With pages, the page that an item links to is published in place of the item,
 * with what the feed says of it; where that page is not to be had, the item as the feed has it.
 * Thread-safe.
 */
public final class FeedPoller {

  private static final String FEED_FORMAT = "feed";

  private final Fetcher fetcher;
  private final Manners manners;
  private final FeedJournal journal;
  private final Function<WireInput, ? extends CompletionStage<?>> publish;
  private final boolean withPages;
  private final WireReaders readers = WireReaders.standard();

  /**
   * @param fetcher fetches feeds and pages
   * @param manners what is allowed, and how fast
   * @param journal what was published already
   * @param publish publishes a raw record; completes when the cluster has it
   * @param withPages whether to publish the pages that items link to
   */
  public FeedPoller(
      Fetcher fetcher,
      Manners manners,
      FeedJournal journal,
      Function<WireInput, ? extends CompletionStage<?>> publish,
      boolean withPages) {
    this.fetcher = fetcher;
    this.manners = manners;
    this.journal = journal;
    this.publish = publish;
    this.withPages = withPages;
  }

  /**
   * What came of a poll.
   *
   * @param published items that were published
   * @param notes what went wrong with single items or pages
   * @param failure why the feed could not be polled or not all of it be published; null: it was
   * @param gone whether the server says that the feed is gone for good
   * @param retryAfter when the server wants to be asked again, as it writes it; null: any time
   */
  public record Outcome(
      int published, List<String> notes, String failure, boolean gone, String retryAfter) {

    public Outcome {
      notes = List.copyOf(notes);
    }

    static Outcome failed(String reason) {
      return new Outcome(0, List.of(), reason, false, null);
    }
  }

  /** Polls a feed once. */
  public Outcome poll(Feed feed) throws InterruptedException {
    try {
      Optional<Fetcher.Page> page =
          fetcher.fetch(feed.uri(), journal.validators(feed), manners::beforeFeed);
      return page.isEmpty()
          ? new Outcome(0, List.of(), null, false, null)
          : publish(feed, page.get());
    } catch (StatusException e) {
      boolean gone = e.status() == 410;
      String reason = gone ? "is gone for good (status 410)" : e.getMessage();
      return new Outcome(0, List.of(), reason, gone, e.retryAfter());
    } catch (RefusedException | IOException e) {
      return Outcome.failed(e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  private Outcome publish(Feed feed, Fetcher.Page page) throws IOException, InterruptedException {
    List<WireItem> items = new ArrayList<>();
    String failure = null;
    try {
      items.addAll(
          readers.read(
              new WireInput(
                  page.bytes(),
                  feed.source(),
                  page.contentType(),
                  FEED_FORMAT,
                  page.uri().toString(),
                  Map.of())));
    } catch (WireException e) {
      items.addAll(e.items());
      failure = e.getMessage();
    }
    Collections.reverse(items); // feeds have the newest first
    List<String> notes = new ArrayList<>();
    Map<WireItem, CompletionStage<?>> sent = new LinkedHashMap<>();
    for (WireItem item : items) {
      if (!journal.isPublished(feed, ItemId.of(item), ContentDigest.of(item))
          && !sent.containsKey(item)) {
        sent.put(item, publish.apply(input(item, page.uri(), notes)));
      }
    }
    int published = 0;
    for (Map.Entry<WireItem, CompletionStage<?>> one : sent.entrySet()) {
      try {
        one.getValue().toCompletableFuture().join();
        WireItem item = one.getKey();
        journal.add(feed, ItemId.of(item), ContentDigest.of(item));
        published++;
      } catch (CompletionException e) {
        failure = "not published: " + e.getCause().getMessage();
      }
    }
    if (failure == null) {
      journal.setValidators(feed, Validators.of(page));
    }
    return new Outcome(published, notes, failure, false, null);
  }

  /** The page that an item links to, or else the item as the feed has it. */
  private WireInput input(WireItem item, URI feed, List<String> notes) throws InterruptedException {
    if (withPages && item.url() != null) {
      try {
        return page(item);
      } catch (RefusedException | IOException | WireException | IllegalArgumentException e) {
        notes.add(item.url() + ": " + e.getMessage() + "; published as the feed has it");
      }
    }
    return new WireInput(
        WireItemJson.write(item),
        item.source(),
        "application/json",
        WireItemJson.FORMAT,
        feed.toString(),
        Map.of());
  }

  private WireInput page(WireItem item)
      throws IOException, RefusedException, WireException, InterruptedException {
    Fetcher.Page page =
        fetcher
            .fetch(URI.create(item.url()), Validators.NONE, manners::beforePage)
            .orElseThrow(() -> new IOException("the server says that nothing changed, unasked"));
    Map<String, String> headers = new HashMap<>(page.headers());
    headers.put(FeedEntry.HEADER, FeedEntry.header(item));
    WireInput input =
        new WireInput(
            page.bytes(), item.source(), page.contentType(), null, page.uri().toString(), headers);
    if (readers.read(input).size() != 1) {
      throw new WireException("no page of one article");
    }
    return input;
  }
}
