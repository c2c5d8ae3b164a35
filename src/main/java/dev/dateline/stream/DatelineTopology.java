package dev.dateline.stream;

import dev.dateline.record.Alert;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The topology. Three sub-topologies and a global store:
 *
 * <ul>
 *   <li>raw items to derived records, and rule matching. Items that are not in their own partition
 *       come back through the rekeyed topic. The story of each item is decided here, too;
 *   <li>the index of near-duplicates, by band, which is asked for that;
 *   <li>alerting, by rule id;
 *   <li>the rules, in every instance.
 * </ul>
 *
 * <p>Every node, store and topic is named here; a name is part of the contract, since changelogs go
 * by them.
 */
public final class DatelineTopology {

  static final String RAW_SOURCE = "from-raw";
  static final String REKEYED_SOURCE = "from-rekeyed";
  static final String SPLIT = "split";
  static final String PROCESS = "process";
  static final String ANSWERS_SOURCE = "from-story-answers";
  static final String STORIES = "stories";
  static final String QUERIES_SOURCE = "from-story-queries";
  static final String INDEX = "story-index";
  static final String MATCHES_SOURCE = "from-alert-matches";
  static final String ALERT = "alert";
  static final String RULES_SOURCE = "from-alert-rules";
  static final String RULES = "rules";

  private static final Serializer<RoutedKey> KEY = (topic, key) -> key == null ? null : key.bytes();
  private static final Serializer<byte[]> VALUE = new ByteArraySerializer();

  private DatelineTopology() {}

  /** The topology over the parts of an application. */
  public static Topology build(Pipeline pipeline) {
    StreamsConfig config = new StreamsConfig(StreamsSettings.of(pipeline.config()));
    Topology topology = new Topology(new TopologyConfig(config));
    addItems(topology, pipeline);
    addStories(topology, pipeline);
    addStoryIndex(topology, pipeline);
    addAlerts(topology, pipeline);
    addRules(topology, pipeline);
    return topology;
  }

  private static void addItems(Topology topology, Pipeline pipeline) {
    Topics topics = pipeline.topics();
    topology
        .addSource(
            RAW_SOURCE, new ByteArrayDeserializer(), pipeline.rawDeserializer(), topics.raw())
        .addSource(
            REKEYED_SOURCE,
            new ByteArrayDeserializer(),
            pipeline.rawDeserializer(),
            topics.rekeyed())
        .addProcessor(SPLIT, () -> new Splitter(pipeline, PROCESS), RAW_SOURCE, REKEYED_SOURCE)
        .addProcessor(PROCESS, () -> new ItemProcessor(pipeline, STORIES), SPLIT)
        .addStateStore(persistent(ItemProcessor.ITEMS, Serdes.String()), PROCESS)
        .addStateStore(persistent(ItemProcessor.HELD, Serdes.Bytes()), PROCESS);
    for (Sink sink :
        new Sink[] {Sink.ARTICLES, Sink.SECTIONS, Sink.QUOTES, Sink.ENTITIES, Sink.ENRICHED}) {
      addSink(topology, pipeline, sink, PROCESS);
    }
    addSink(topology, pipeline, Sink.REKEYED, SPLIT, PROCESS);
    addSink(topology, pipeline, Sink.DEAD_LETTERS, SPLIT, PROCESS);
  }

  private static void addStories(Topology topology, Pipeline pipeline) {
    Deserializer<StoryInput> answers = (topic, bytes) -> StoryAnswer.read(bytes);
    topology
        .addSource(
            ANSWERS_SOURCE, new ByteArrayDeserializer(), answers, pipeline.topics().storyAnswers())
        .addProcessor(STORIES, () -> new StoryProcessor(pipeline), PROCESS, ANSWERS_SOURCE)
        .addStateStore(persistent(StoryProcessor.STORE, Serdes.String()), STORIES)
        .addStateStore(
            // Small, and looked through many times a second.
            Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(StoryProcessor.WAITING),
                    Serdes.String(),
                    Serdes.ByteArray())
                .withLoggingEnabled(Map.of()),
            STORIES);
    for (Sink sink : new Sink[] {Sink.STORIES, Sink.STORY_QUERIES, Sink.ALERT_MATCHES}) {
      addSink(topology, pipeline, sink, STORIES);
    }
  }

  private static void addStoryIndex(Topology topology, Pipeline pipeline) {
    Deserializer<StoryQuery> queries = (topic, bytes) -> StoryQuery.read(bytes);
    topology
        .addSource(
            QUERIES_SOURCE, new ByteArrayDeserializer(), queries, pipeline.topics().storyQueries())
        .addProcessor(INDEX, () -> new StoryIndex(pipeline), QUERIES_SOURCE)
        .addStateStore(persistent(StoryIndex.ITEMS, Serdes.String()), INDEX)
        .addStateStore(persistent(StoryIndex.BANDS, Serdes.Bytes()), INDEX);
    addSink(topology, pipeline, Sink.STORY_ANSWERS, INDEX);
  }

  private static void addAlerts(Topology topology, Pipeline pipeline) {
    topology
        .addSource(
            MATCHES_SOURCE,
            new ByteArrayDeserializer(),
            pipeline.serdes().of(Alert.class).deserializer(),
            pipeline.topics().alertMatches())
        .addProcessor(ALERT, () -> new AlertProcessor(pipeline), MATCHES_SOURCE)
        .addStateStore(persistent(AlertProcessor.STORE, Serdes.String()), ALERT);
    addSink(topology, pipeline, Sink.ALERTS, ALERT);
  }

  /**
   * In memory, so that every start reads all rules through the processor; a persistent global store
   * hands it no records after a restart.
   */
  private static void addRules(Topology topology, Pipeline pipeline) {
    topology.addGlobalStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(RuleProcessor.STORE),
                Serdes.String(),
                Serdes.ByteArray())
            .withLoggingDisabled(),
        RULES_SOURCE,
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        pipeline.topics().alertRules(),
        RULES,
        () -> new RuleProcessor(pipeline.rules()));
  }

  private static <K> StoreBuilder<KeyValueStore<K, byte[]>> persistent(String name, Serde<K> key) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), key, Serdes.ByteArray())
        .withLoggingEnabled(Map.of());
  }

  private static void addSink(Topology topology, Pipeline pipeline, Sink sink, String... parents) {
    topology.addSink(
        sink.node(), sink.topic(pipeline.topics()), KEY, VALUE, ItemPartitioner.byRoute(), parents);
  }
}
