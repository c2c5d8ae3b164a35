package dev.dateline.cli;

import dev.dateline.ingest.Feed;
import dev.dateline.ingest.FeedJournal;
import dev.dateline.ingest.FeedList;
import dev.dateline.ingest.FeedPoller;
import dev.dateline.ingest.FeedPoller.Outcome;
import dev.dateline.ingest.FeedSchedule;
import dev.dateline.ingest.Fetcher;
import dev.dateline.ingest.Manners;
import dev.dateline.ingest.Publisher;
import dev.dateline.ingest.RefusedException;
import dev.dateline.record.RawArticle;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.Durations;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Polls feeds and publishes what is new in them. */
@Command(
    name = "poll",
    description = "Poll RSS and Atom feeds, and send what is new in them to Kafka.",
    sortOptions = false)
final class PollCommand implements Callable<Integer> {

  private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(10);

  /** What robots.txt may call us. */
  private static final String ROBOT = "dateline";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FEED",
      description = {
        "Addresses of feeds; OPML files; files with one address a line, before it the name of the"
            + " source, where that is not to be the host's."
      })
  private List<String> targets;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Feed or agency they are all from (default: the host of each).")
  private String source;

  @Option(names = "--once", description = "Poll each feed once, and end: for cron.")
  private boolean once;

  @Option(
      names = "--interval",
      paramLabel = "TIME",
      defaultValue = "5m",
      description = "Between two polls of a feed (default: ${DEFAULT-VALUE}).")
  private String interval;

  @Option(
      names = "--fetch",
      description =
          "Publish the page that each item links to, with what the feed says of it. robots.txt is"
              + " kept; where there is no page to be had, the item as the feed has it.")
  private boolean fetch;

  @Option(
      names = "--pace",
      paramLabel = "TIME",
      defaultValue = "1s",
      description = "Between two requests to one host, at least (default: ${DEFAULT-VALUE}).")
  private String pace;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description =
          "Where to remember what was published, so that nothing is published twice (default:"
              + " .dateline/poll.journal in your home).")
  private Path journal;

  @Option(names = "--allow-private", description = "Fetch from loopback and private addresses too.")
  private boolean allowPrivate;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() throws Exception {
    Duration between = duration("--interval", interval, SHORTEST_INTERVAL);
    Duration gap = duration("--pace", pace, Duration.ZERO);
    List<Feed> feeds = feeds();
    DatelineConfig config = kafka.config();
    Clusters.requireTopic(config, config.topics().raw());
    Fetcher fetcher =
        new Fetcher(config.sizes().item(), FETCH_TIMEOUT, allowPrivate, VersionProvider.producer());
    try (FeedJournal known = FeedJournal.open(journal(), Clock.systemUTC());
        RegistrySchemas schemas = RegistrySchemas.of(config.registry());
        Publisher publisher =
            new Publisher(
                Producers.of(config, RawArticle.class, schemas),
                config.topics().raw(),
                Clock.systemUTC())) {
      FeedPoller poller =
          new FeedPoller(
              fetcher, new Manners(fetcher, ROBOT, gap), known, publisher::publish, fetch);
      return once ? once(poller, between, feeds) : keepPolling(poller, between, feeds);
    }
  }

  private int once(FeedPoller poller, Duration between, List<Feed> feeds)
      throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    AtomicInteger published = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    new FeedSchedule(
            poller,
            between,
            (feed, outcome) -> {
              tell(feed, outcome);
              published.addAndGet(outcome.published());
              failed.addAndGet(outcome.failure() == null ? 0 : 1);
            })
        .once(feeds);
    err.printf(
        "%d feeds: %d items published, %d feeds failed%n",
        feeds.size(), published.get(), failed.get());
    return failed.get() == 0 ? 0 : 1;
  }

  private int keepPolling(FeedPoller poller, Duration between, List<Feed> feeds) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("Polling " + feeds.size() + " feeds every " + interval + "; Ctrl-C stops.");
    Thread polling = Thread.currentThread();
    try (Interrupts interrupts = Interrupts.wakingUp(polling::interrupt)) {
      new FeedSchedule(poller, between, this::tell).run(feeds);
      err.println("dateline: every feed is gone for good");
      return 1;
    } catch (InterruptedException e) {
      return 0; // so that what is still queued can be sent
    }
  }

  private void tell(Feed feed, Outcome outcome) {
    PrintWriter err = spec.commandLine().getErr();
    outcome.notes().forEach(note -> err.println("dateline: " + note));
    if (outcome.published() > 0) {
      err.println(feed.uri() + ": " + outcome.published() + " published");
    }
    if (outcome.failure() != null) {
      err.println("dateline: " + feed.uri() + ": " + outcome.failure());
    }
  }

  private List<Feed> feeds() {
    FeedList list = new FeedList(source);
    for (String target : targets) {
      try {
        list.add(target);
      } catch (RefusedException e) {
        throw new ParameterException(spec.commandLine(), target + " " + e.getMessage(), e);
      } catch (IOException e) {
        throw new CommandFailure(target + ": " + Failures.reason(e), e);
      }
    }
    return list.feeds();
  }

  private Path journal() {
    return journal != null
        ? journal
        : Path.of(System.getProperty("user.home"), ".dateline", "poll.journal");
  }

  private Duration duration(String option, String text, Duration shortest) {
    try {
      Duration duration = Durations.parse(text);
      if (duration.compareTo(shortest) < 0) {
        throw new IllegalArgumentException("at least " + shortest.toSeconds() + "s");
      }
      return duration;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
    }
  }
}
