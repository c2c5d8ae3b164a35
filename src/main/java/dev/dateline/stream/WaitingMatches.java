package dev.dateline.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;

/**
 * Alert matches of an item that wait for its story, in order.
 *
 * @param since when the first of them began to wait, milliseconds
 * @param matches the matches
 */
record WaitingMatches(long since, List<Match> matches) {

  private static final int LAYOUT = 1;

  /**
   * One match.
   *
   * @param ruleId the rule, by which it is sent
   * @param value the alert, serialised
   * @param headers its headers
   * @param timestamp when the item was received, milliseconds
   */
  record Match(String ruleId, byte[] value, Headers headers, long timestamp) {

    static Match of(Outgoing outgoing, long timestamp) {
      return new Match(
          new String(outgoing.key().bytes(), StandardCharsets.UTF_8),
          outgoing.value(),
          outgoing.headers(),
          timestamp);
    }
  }

  WaitingMatches {
    matches = List.copyOf(matches);
  }

  WaitingMatches and(List<Match> more) {
    List<Match> all = new ArrayList<>(matches);
    all.addAll(more);
    return new WaitingMatches(since, all);
  }

  /** Whether the item had been received longer ago than {@code by} when they began to wait. */
  boolean wereLate(Duration by) {
    return since - matches.get(0).timestamp() > by.toMillis();
  }

  byte[] write() {
    BinaryWriter out = new BinaryWriter();
    out.number(LAYOUT).number(since).number(matches.size());
    for (Match match : matches) {
      out.text(match.ruleId())
          .octets(match.value())
          .headers(match.headers())
          .number(match.timestamp());
    }
    return out.toBytes();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws SerializationException where it is no such thing
   */
  static WaitingMatches read(byte[] bytes) {
    BinaryReader in = new BinaryReader(bytes);
    StoryForms.requireLayout(in, LAYOUT, "waiting alerts");
    long since = in.longNumber();
    List<Match> matches = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      matches.add(new Match(in.text(), in.octets(), in.headers(), in.longNumber()));
    }
    return new WaitingMatches(since, matches);
  }
}
