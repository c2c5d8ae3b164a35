package dev.dateline.stream;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record that could not be processed: key, value and headers as they came, and in further headers
 * why, where and when. Kafka's own names (KIP-1034) where it has one.
 *
 * @param key the key as it came, or null
 * @param value the bytes as they came, or null
 * @param headers the headers as they came
 * @param exception class of the error
 * @param message what it said
 * @param stacktrace where it was thrown
 * @param topic topic the record came from
 * @param partition its partition there
 * @param offset its offset there
 * @param stage what was being done: decode, read, enrich, match, encode, time
 * @param timestamp when it failed, or null where that is unreadable
 */
public record DeadLetter(
    byte[] key,
    byte[] value,
    Headers headers,
    String exception,
    String message,
    String stacktrace,
    String topic,
    int partition,
    long offset,
    String stage,
    Instant timestamp) {

  private static final String KAFKA_PREFIX = "__streams.errors.";
  static final String EXCEPTION = KAFKA_PREFIX + "exception";
  static final String MESSAGE = KAFKA_PREFIX + "message";
  static final String STACKTRACE = KAFKA_PREFIX + "stacktrace";
  static final String TOPIC = KAFKA_PREFIX + "topic";
  static final String PARTITION = KAFKA_PREFIX + "partition";
  static final String OFFSET = KAFKA_PREFIX + "offset";

  private static final String OWN_PREFIX = "dateline.errors.";
  static final String STAGE = OWN_PREFIX + "stage";
  static final String TIMESTAMP = OWN_PREFIX + "timestamp";
  static final String TASK = OWN_PREFIX + "task";
  static final String APPLICATION_ID = OWN_PREFIX + "application.id";

  /** Set to {@code true} where the bytes were too many to be kept; they still lie at the origin. */
  static final String DROPPED = OWN_PREFIX + "value.dropped";

  private static final int MAX_MESSAGE = 2_000;
  private static final int MAX_STACKTRACE = 8_000;

  /** Reads a record of the dead-letter topic; what it does not say is empty, -1 or null. */
  public static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
    Headers headers = record.headers();
    Headers plain = new RecordHeaders();
    for (Header header : headers) {
      if (!isOfError(header.key())) {
        plain.add(header);
      }
    }
    return new DeadLetter(
        record.key(),
        record.value(),
        plain,
        text(headers, EXCEPTION),
        text(headers, MESSAGE),
        text(headers, STACKTRACE),
        text(headers, TOPIC),
        (int) number(headers, PARTITION),
        number(headers, OFFSET),
        text(headers, STAGE),
        instant(headers, TIMESTAMP));
  }

  /** Whether a header was added to tell of an error. */
  public static boolean isOfError(String header) {
    return header.startsWith(KAFKA_PREFIX) || header.startsWith(OWN_PREFIX);
  }

  /** Whether the bytes were too many for a dead letter and can only be had from the origin. */
  public boolean isDropped(ConsumerRecord<byte[], byte[]> record) {
    return record.headers().lastHeader(DROPPED) != null;
  }

  /**
   * The dead letter of a record.
   *
   * @param origin the record as it came
   * @param stage what was being done
   * @param error what went wrong
   * @param task the task that did it
   * @param applicationId the application
   * @param now when
   * @param limit most bytes; a larger one keeps everything but the value
   */
  static Outgoing outgoing(
      Origin origin,
      String stage,
      Throwable error,
      String task,
      String applicationId,
      Instant now,
      int limit) {
    Headers headers = new RecordHeaders();
    for (Header header : origin.headers()) {
      if (!isOfError(header.key())) {
        headers.add(header);
      }
    }
    Outgoing letter =
        new Outgoing(Sink.DEAD_LETTERS, new RoutedKey(null, origin.key()), origin.value(), headers);
    describe(letter, origin, stage, error, task, applicationId, now);
    if (letter.size() <= limit) {
      return letter;
    }
    // Sent all the same it would be refused, abort the transaction and come back for ever.
    Outgoing cut = Outgoing.of(Sink.DEAD_LETTERS, new RoutedKey(null, null), null);
    describe(cut, origin, stage, error, task, applicationId, now);
    return cut.with(DROPPED, "true");
  }

  private static void describe(
      Outgoing letter,
      Origin origin,
      String stage,
      Throwable error,
      String task,
      String applicationId,
      Instant now) {
    letter
        .with(EXCEPTION, error.getClass().getName())
        .with(MESSAGE, cut(String.valueOf(error.getMessage()), MAX_MESSAGE))
        .with(STACKTRACE, cut(stacktrace(error), MAX_STACKTRACE))
        .with(TOPIC, origin.topic())
        .with(PARTITION, Integer.toString(origin.partition()))
        .with(OFFSET, Long.toString(origin.offset()))
        .with(STAGE, stage)
        .with(TIMESTAMP, now.toString())
        .with(TASK, task)
        .with(APPLICATION_ID, applicationId);
  }

  private static String stacktrace(Throwable error) {
    StringWriter out = new StringWriter();
    error.printStackTrace(new PrintWriter(out, true));
    return out.toString();
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + " …";
  }

  private static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static long number(Headers headers, String name) {
    try {
      return Long.parseLong(text(headers, name));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static Instant instant(Headers headers, String name) {
    try {
      return Instant.parse(text(headers, name));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
