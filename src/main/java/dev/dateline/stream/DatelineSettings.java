package dev.dateline.stream;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/** Every {@code dateline.*} setting: its name, type, default and what it does. */
public final class DatelineSettings {

  public static final String TOPIC_PREFIX = "dateline.topic.prefix";
  public static final String PARTITIONS = "dateline.partitions";
  public static final String REPLICATION_FACTOR = "dateline.replication.factor";
  public static final String MIN_INSYNC_REPLICAS = "dateline.min.insync.replicas";
  public static final String TOPICS_CREATE = "dateline.topics.create";
  public static final String RETENTION = "dateline.retention";
  public static final String STORY_WINDOW = "dateline.story.window";
  public static final String MAX_ITEM_BYTES = "dateline.max.item.bytes";
  public static final String DEFAULT_SOURCE = "dateline.default.source";
  public static final String SERDE_CLASS = "dateline.serde.class";
  public static final String DELIVERY_FILE = "dateline.delivery.file";
  public static final String HTTP_HOST = "dateline.http.host";
  public static final String HTTP_PORT = "dateline.http.port";
  public static final String HTTP_TOKEN = "dateline.http.token";

  /** What the name of a setting begins with whose value is a list's file. */
  public static final String LISTS = "dateline.lists.";

  private static final ConfigDef DEFINITIONS =
      new ConfigDef()
          .define(
              TOPIC_PREFIX,
              Type.STRING,
              "news.",
              ConfigDef.LambdaValidator.with(
                  DatelineSettings::requireTopicPrefix, () -> "letters, digits, '.', '_' and '-'"),
              Importance.MEDIUM,
              "What the name of every topic begins with.")
          .define(
              PARTITIONS,
              Type.INT,
              6,
              Range.between(1, 10_000),
              Importance.HIGH,
              "Partitions of the topics that are created. It bounds how many threads can share the"
                  + " work, and cannot be changed later without starting afresh.")
          .define(
              REPLICATION_FACTOR,
              Type.SHORT,
              (short) -1,
              Range.atLeast(-1),
              Importance.HIGH,
              "Replicas of the topics that are created; -1: the brokers' default. 3 on a real"
                  + " cluster.")
          .define(
              MIN_INSYNC_REPLICAS,
              Type.INT,
              0,
              Range.atLeast(0),
              Importance.MEDIUM,
              "min.insync.replicas of the topics that are created; 0: the brokers' default. 2 on a"
                  + " real cluster.")
          .define(
              TOPICS_CREATE,
              Type.BOOLEAN,
              true,
              Importance.MEDIUM,
              "Whether missing topics are created on start.")
          .define(
              RETENTION,
              Type.STRING,
              "30d",
              ConfigDef.LambdaValidator.with(
                  DatelineSettings::requireDuration, () -> "a length of time such as 30d"),
              Importance.HIGH,
              "How long records are kept, counted from when the item was received; what is"
                  + " remembered of an item outlives its records by 7 days.")
          .define(
              STORY_WINDOW,
              Type.STRING,
              "7d",
              ConfigDef.LambdaValidator.with(
                  DatelineSettings::requireDuration, () -> "a length of time such as 7d"),
              Importance.LOW,
              "How long after an item its copies are recognised as the same story.")
          .define(
              MAX_ITEM_BYTES,
              Type.INT,
              8 << 20,
              Range.between(1 << 10, 256 << 20),
              Importance.HIGH,
              "Largest raw record, in bytes. max.request.size and every topic's max.message.bytes"
                  + " derive from it.")
          .define(
              DEFAULT_SOURCE,
              Type.STRING,
              "unknown",
              new ConfigDef.NonEmptyString(),
              Importance.LOW,
              "Source of plain bytes on the raw topic that carry no 'source' header.")
          .define(
              SERDE_CLASS,
              Type.STRING,
              "",
              Importance.LOW,
              "Name of a Serde class to use for all records in place of Dateline's own, e.g."
                  + " io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde; it has to be on the"
                  + " class path.")
          .define(
              DELIVERY_FILE,
              Type.STRING,
              "",
              Importance.MEDIUM,
              "YAML file that says where alerts are delivered: webhooks, Slack, mail. Unset: they"
                  + " stay on their topic.")
          .define(
              HTTP_HOST,
              Type.STRING,
              "127.0.0.1",
              Importance.MEDIUM,
              "Address that HTTP is served on. Loopback unless set.")
          .define(
              HTTP_PORT,
              Type.INT,
              8080,
              Range.between(0, 65_535),
              Importance.MEDIUM,
              "Port that HTTP is served on; 0: any free one.")
          .define(
              HTTP_TOKEN,
              Type.PASSWORD,
              null,
              Importance.MEDIUM,
              "Bearer token that HTTP requests which change something must carry; unset: they are"
                  + " refused.");

  private DatelineSettings() {}

  /** The definitions, for documentation and validation. A copy. */
  public static ConfigDef definitions() {
    return new ConfigDef(DEFINITIONS);
  }

  static Map<String, Object> parse(Map<String, String> values) {
    return DEFINITIONS.parse(values);
  }

  static boolean isDefined(String name) {
    return DEFINITIONS.names().contains(name) || isList(name);
  }

  /** Whether a setting names the file of a user's list. */
  static boolean isList(String name) {
    return name.startsWith(LISTS) && name.length() > LISTS.length();
  }

  private static void requireDuration(String name, Object value) {
    try {
      Durations.parse(String.valueOf(value));
    } catch (IllegalArgumentException e) {
      throw new ConfigException(name, value, e.getMessage());
    }
  }

  private static void requireTopicPrefix(String name, Object value) {
    if (!String.valueOf(value).matches("[A-Za-z0-9._-]{0,100}")) {
      throw new ConfigException(name, value, "only letters, digits, '.', '_' and '-'");
    }
  }
}
