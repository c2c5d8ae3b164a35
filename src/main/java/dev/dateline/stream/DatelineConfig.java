package dev.dateline.stream;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The settings of a run: a properties file, over it the environment, over it flags. They hold
 * Kafka's and the registry's own keys beside {@code dateline.*}; {@link DatelineSettings} lists the
 * latter. Where each value came from is kept. Immutable.
 */
public final class DatelineConfig {

  public static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
  public static final String SCHEMA_REGISTRY_URL = "schema.registry.url";
  public static final String APPLICATION_ID = "application.id";

  private static final Map<String, String> DEFAULTS =
      Map.of(
          BOOTSTRAP_SERVERS, "localhost:9092",
          SCHEMA_REGISTRY_URL, "http://localhost:8081",
          APPLICATION_ID, "dateline");

  private static final List<String> CLIENT_PREFIXES =
      List.of(
          "producer.",
          "consumer.",
          "admin.",
          "main.consumer.",
          "restore.consumer.",
          "global.consumer.",
          "topic.");

  private final Map<String, Setting> settings;
  private final Map<String, Object> own;

  private DatelineConfig(Map<String, Setting> given) {
    Map<String, Setting> all = new TreeMap<>(given);
    DEFAULTS.forEach((name, value) -> all.putIfAbsent(name, new Setting(name, value, "default")));
    Map<String, String> dateline = new HashMap<>();
    all.forEach(
        (name, setting) -> {
          if (name.startsWith("dateline.")) {
            if (!DatelineSettings.isDefined(name)) {
              throw new ConfigException(
                  "Unknown setting " + name + " (from " + setting.origin() + ")");
            }
            dateline.put(name, setting.value());
          }
        });
    this.own = DatelineSettings.parse(dateline);
    own.forEach(
        (name, value) ->
            all.putIfAbsent(
                name, new Setting(name, value == null ? "" : value.toString(), "default")));
    this.settings = Map.copyOf(all);
  }

  /** Starts a configuration from nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** The defaults with some values over them, for tests and embedded use. */
  public static DatelineConfig of(Map<String, String> values) {
    Builder builder = builder();
    values.forEach((name, value) -> builder.set(name, value, "given"));
    return builder.build();
  }

  /**
   * One value and where it came from.
   *
   * @param name the setting
   * @param value its value as given
   * @param origin {@code default}, the path of a file, {@code environment VARIABLE} or {@code flag}
   */
  public record Setting(String name, String value, String origin) {

    private static final Set<String> SECRET =
        Set.of("password", "secret", "token", "credentials", "jaas", "user.info", ".key");

    /** Whether the value must never be shown. */
    public boolean isSecret() {
      String lower = name.toLowerCase(Locale.ROOT);
      return SECRET.stream().anyMatch(lower::contains) && !lower.endsWith(".location");
    }

    /** The value, or what may be shown of it. */
    public String shown() {
      if (isSecret() && !value.isEmpty()) {
        return Password.HIDDEN;
      }
      return value.replaceAll("//[^/@]*@", "//" + Password.HIDDEN + "@");
    }
  }

  /** Every setting that has a value, defaults included, by name. */
  public Map<String, Setting> settings() {
    return new TreeMap<>(settings);
  }

  /** A value as given or by default; null where there is none. */
  public String get(String name) {
    Setting setting = settings.get(name);
    return setting == null ? null : setting.value();
  }

  public String bootstrapServers() {
    return get(BOOTSTRAP_SERVERS);
  }

  public String applicationId() {
    return get(APPLICATION_ID);
  }

  /** Names of the topics, by the prefix. */
  public Topics topics() {
    return new Topics((String) own.get(DatelineSettings.TOPIC_PREFIX));
  }

  public int partitions() {
    return (Integer) own.get(DatelineSettings.PARTITIONS);
  }

  /** Replicas of topics, or -1 for the brokers' default. */
  public short replicationFactor() {
    return (Short) own.get(DatelineSettings.REPLICATION_FACTOR);
  }

  /** In-sync replicas demanded of topics, or 0 for the brokers' default. */
  public int minInsyncReplicas() {
    return (Integer) own.get(DatelineSettings.MIN_INSYNC_REPLICAS);
  }

  public boolean createTopics() {
    return (Boolean) own.get(DatelineSettings.TOPICS_CREATE);
  }

  public Duration retention() {
    return Durations.parse((String) own.get(DatelineSettings.RETENTION));
  }

  /** How long after an item its copies are recognised. */
  public Duration storyWindow() {
    return Durations.parse((String) own.get(DatelineSettings.STORY_WINDOW));
  }

  /** Sizes of records, all derived from the largest item. */
  public Sizes sizes() {
    return Sizes.of((Integer) own.get(DatelineSettings.MAX_ITEM_BYTES));
  }

  /** Files of the users' lists by name. */
  public Map<String, Path> lists() {
    Map<String, Path> lists = new TreeMap<>();
    settings.forEach(
        (name, setting) -> {
          if (DatelineSettings.isList(name)) {
            lists.put(name.substring(DatelineSettings.LISTS.length()), Path.of(setting.value()));
          }
        });
    return lists;
  }

  public String defaultSource() {
    return (String) own.get(DatelineSettings.DEFAULT_SOURCE);
  }

  /** Name of the user's own serde class, or null. */
  public String serdeClass() {
    String name = (String) own.get(DatelineSettings.SERDE_CLASS);
    return name.isBlank() ? null : name.strip();
  }

  /** The file that says where alerts are delivered, or null. */
  public Path deliveryFile() {
    String name = (String) own.get(DatelineSettings.DELIVERY_FILE);
    return name.isBlank() ? null : Path.of(name.strip());
  }

  public String httpHost() {
    return (String) own.get(DatelineSettings.HTTP_HOST);
  }

  public int httpPort() {
    return (Integer) own.get(DatelineSettings.HTTP_PORT);
  }

  /** The bearer token for changes over HTTP, or null. */
  public String httpToken() {
    Password token = (Password) own.get(DatelineSettings.HTTP_TOKEN);
    return token == null || token.value().isBlank() ? null : token.value();
  }

  /** Everything that is not {@code dateline.*}, as given: for Streams and for the registry. */
  public Map<String, Object> kafka() {
    Map<String, Object> kafka = new TreeMap<>();
    settings.forEach(
        (name, setting) -> {
          if (!name.startsWith("dateline.")) {
            kafka.put(name, setting.value());
          }
        });
    return kafka;
  }

  /** Settings of the schema registry's client; it ignores what is not its own. */
  public Map<String, Object> registry() {
    return kafka();
  }

  /** Settings of a producer of its own, without serializers; sizes are set. */
  public Map<String, Object> producer() {
    Map<String, Object> producer = client("producer.", ProducerConfig.configNames());
    producer.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    sizes().applyTo(producer);
    return producer;
  }

  /** Settings of a consumer of its own, without deserializers; it reads committed records only. */
  public Map<String, Object> consumer() {
    Map<String, Object> consumer = client("consumer.", ConsumerConfig.configNames());
    consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return consumer;
  }

  /** Settings of an admin client. */
  public Map<String, Object> admin() {
    return client("admin.", AdminClientConfig.configNames());
  }

  /**
   * What a client is to get: its own settings, those nobody knows (they may be a plug-in's), and
   * over both those with its prefix.
   */
  private Map<String, Object> client(String prefix, Set<String> known) {
    Set<String> ofOthers = new HashSet<>(StreamsConfig.configDef().names());
    ofOthers.addAll(ProducerConfig.configNames());
    ofOthers.addAll(ConsumerConfig.configNames());
    ofOthers.addAll(AdminClientConfig.configNames());
    Map<String, Object> client = new HashMap<>();
    Map<String, Object> prefixed = new HashMap<>();
    kafka()
        .forEach(
            (name, value) -> {
              if (name.startsWith(prefix)) {
                prefixed.put(name.substring(prefix.length()), value);
              } else if (CLIENT_PREFIXES.stream().noneMatch(name::startsWith)
                  && !name.startsWith("schema.registry.")
                  && (known.contains(name) || !ofOthers.contains(name))) {
                client.put(name, value);
              }
            });
    client.putAll(prefixed);
    return client;
  }

  /** Collects settings; what is set later wins. Not thread-safe. */
  public static final class Builder {

    private final Map<String, Setting> given = new TreeMap<>();

    private Builder() {}

    /**
     * Adds a properties file.
     *
     * @throws ConfigException where it cannot be read
     */
    public Builder file(Path path) {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(path)) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new ConfigException("Cannot read settings from " + path + ": " + e.getMessage());
      }
      properties
          .stringPropertyNames()
          .forEach(name -> set(name, properties.getProperty(name), path.toString()));
      return this;
    }

    /** Adds what of an environment are settings. */
    public Builder environment(Map<String, String> environment) {
      EnvironmentNames.settings(environment.keySet())
          .forEach(
              (name, variable) -> set(name, environment.get(variable), "environment " + variable));
      return this;
    }

    /** Adds a setting from the command line. */
    public Builder flag(String name, String value) {
      return set(name, value, "flag");
    }

    /** Adds a setting; {@code origin} says where it came from. */
    public Builder set(String name, String value, String origin) {
      given.put(name, new Setting(name, value.strip(), origin));
      return this;
    }

    /**
     * The configuration.
     *
     * @throws ConfigException where a {@code dateline.*} setting is unknown or makes no sense
     */
    public DatelineConfig build() {
      return new DatelineConfig(given);
    }

    /** The settings collected so far, in order of name. */
    public List<Setting> given() {
      return new ArrayList<>(given.values());
    }
  }
}
