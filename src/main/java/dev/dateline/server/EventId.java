package dev.dateline.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Id of a server-sent event: {@code topic-partition-offset@0:12,1:7,...}. What stands before the at
 * sign names the record; what follows is, for each partition, the offset of the next record to
 * send, so that a client which comes back with the id of its last event misses none and gets none
 * twice, whatever the partition. An id without that part resumes its own partition, and the others
 * at their end.
 *
 * @param topic the topic
 * @param partition partition of the record
 * @param offset offset of the record
 * @param next offset of the next record, by partition
 */
record EventId(String topic, int partition, long offset, Map<Integer, Long> next) {

  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9._-]{1,249})-(\\d{1,9})-(\\d{1,18})(?:@([0-9:,]{0,200000}))?");

  EventId {
    next = Map.copyOf(next);
  }

  /**
   * Reads an id.
   *
   * @throws IllegalArgumentException where it is none
   */
  static EventId parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no event id: " + text);
    }
    int partition = Integer.parseInt(matcher.group(2));
    long offset = Long.parseLong(matcher.group(3));
    Map<Integer, Long> next =
        matcher.group(4) == null ? Map.of(partition, offset + 1) : positions(matcher.group(4));
    return new EventId(matcher.group(1), partition, offset, next);
  }

  private static Map<Integer, Long> positions(String text) {
    Map<Integer, Long> next = new TreeMap<>();
    for (String part : text.split(",")) {
      String[] pair = part.split(":", -1);
      if (pair.length != 2) {
        throw new IllegalArgumentException("no position: " + part);
      }
      next.put(Integer.parseInt(pair[0]), Long.parseLong(pair[1]));
    }
    return next;
  }

  @Override
  public String toString() {
    List<String> positions = new ArrayList<>();
    new TreeMap<>(next).forEach((of, at) -> positions.add(of + ":" + at));
    return topic + "-" + partition + "-" + offset + "@" + String.join(",", positions);
  }
}
