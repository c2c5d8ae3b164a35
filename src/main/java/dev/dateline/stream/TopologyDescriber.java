package dev.dateline.stream;

import dev.dateline.schema.InMemorySchemas;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.GlobalStore;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** Describes the topology for people: as text and as a Mermaid diagram. Deterministic. */
public final class TopologyDescriber {

  private final TopologyDescription description;

  private TopologyDescriber(TopologyDescription description) {
    this.description = description;
  }

  /** Describes the topology under these settings. Needs neither Kafka nor a registry. */
  public static TopologyDescriber of(DatelineConfig config) {
    Extractor none =
        new Extractor() {
          @Override
          public List<WireItem> read(WireInput input) {
            throw new UnsupportedOperationException("described, not run");
          }

          @Override
          public dev.dateline.enrich.EnrichedItem enrich(WireItem item) {
            throw new UnsupportedOperationException("described, not run");
          }
        };
    Pipeline pipeline = Pipeline.of(config, config.partitions(), none, new InMemorySchemas());
    Topology topology = DatelineTopology.build(pipeline);
    return new TopologyDescriber(topology.describe());
  }

  TopologyDescription description() {
    return description;
  }

  /** As text: one line a node, indented by sub-topology. */
  public String text() {
    StringBuilder out = new StringBuilder();
    for (Subtopology part : subtopologies()) {
      out.append("Sub-topology ").append(part.id()).append('\n');
      nodes(part).forEach(node -> append(out, node));
    }
    for (GlobalStore store : globalStores()) {
      out.append("Global store\n");
      append(out, store.source());
      append(out, store.processor());
    }
    return out.toString();
  }

  /** As a Mermaid flow chart: topics, nodes and stores. */
  public String mermaid() {
    StringBuilder out = new StringBuilder("flowchart LR\n");
    Set<String> topics = new TreeSet<>();
    Set<String> stores = new TreeSet<>();
    List<String> edges = new ArrayList<>();
    for (Subtopology part : subtopologies()) {
      out.append("  subgraph sub").append(part.id());
      out.append(" [Sub-topology ").append(part.id()).append("]\n");
      for (Node node : nodes(part)) {
        draw(out, node, topics, stores, edges);
      }
      out.append("  end\n");
    }
    for (GlobalStore store : globalStores()) {
      out.append("  subgraph global [In every instance]\n");
      draw(out, store.source(), topics, stores, edges);
      draw(out, store.processor(), topics, stores, edges);
      edges.add("  " + id(store.source()) + " --> " + id(store.processor()));
      out.append("  end\n");
    }
    topics.forEach(
        topic -> out.append("  ").append(topicId(topic)).append("[/").append(topic).append("/]\n"));
    stores.forEach(
        store -> out.append("  ").append(storeId(store)).append("[(").append(store).append(")]\n"));
    edges.stream().distinct().sorted().forEach(edge -> out.append(edge).append('\n'));
    return out.toString();
  }

  /** As a page in Markdown with both. */
  public String markdown() {
    return """
        # The topology

        Generated from the code by `dateline topology`; do not edit.

        Slanted boxes are topics, drums are state stores. Items that do not lie in their own
        partition come back through the rekeyed topic.

        ```mermaid
        %s```

        ```
        %s```
        """
        .formatted(mermaid(), text());
  }

  private List<Subtopology> subtopologies() {
    return description.subtopologies().stream()
        .sorted(Comparator.comparingInt(Subtopology::id))
        .toList();
  }

  private List<GlobalStore> globalStores() {
    return description.globalStores().stream()
        .sorted(Comparator.comparing(store -> store.source().name()))
        .toList();
  }

  /** Sources first, then processors, then sinks, each by name. */
  private static List<Node> nodes(Subtopology part) {
    return part.nodes().stream()
        .sorted(
            Comparator.<Node>comparingInt(
                    node -> node instanceof Source ? 0 : node instanceof Processor ? 1 : 2)
                .thenComparing(Node::name))
        .toList();
  }

  private static void append(StringBuilder out, Node node) {
    out.append("  ");
    if (node instanceof Source source) {
      out.append("source ").append(node.name());
      out.append("  reads ").append(String.join(", ", new TreeSet<>(source.topicSet())));
    } else if (node instanceof Sink sink) {
      out.append("sink ").append(node.name()).append("  writes ").append(sink.topic());
    } else if (node instanceof Processor processor) {
      out.append("processor ").append(node.name());
      if (!processor.stores().isEmpty()) {
        out.append("  keeps ").append(String.join(", ", new TreeSet<>(processor.stores())));
      }
    }
    Set<String> successors = new TreeSet<>();
    node.successors().forEach(next -> successors.add(next.name()));
    if (!successors.isEmpty()) {
      out.append("  to ").append(String.join(", ", successors));
    }
    out.append('\n');
  }

  private static void draw(
      StringBuilder out, Node node, Set<String> topics, Set<String> stores, List<String> edges) {
    out.append("    ").append(id(node)).append('[').append(node.name()).append("]\n");
    if (node instanceof Source source && source.topicSet() != null) {
      for (String topic : source.topicSet()) {
        topics.add(topic);
        edges.add("  " + topicId(topic) + " --> " + id(node));
      }
    }
    if (node instanceof Sink sink) {
      topics.add(sink.topic());
      edges.add("  " + id(node) + " --> " + topicId(sink.topic()));
    }
    if (node instanceof Processor processor) {
      for (String store : processor.stores()) {
        stores.add(store);
        edges.add("  " + id(node) + " --- " + storeId(store));
      }
    }
    node.successors().forEach(next -> edges.add("  " + id(node) + " --> " + id(next)));
  }

  private static String id(Node node) {
    return "n_" + node.name().replace('-', '_');
  }

  private static String topicId(String topic) {
    return "t_" + topic.replace('.', '_').replace('-', '_');
  }

  private static String storeId(String store) {
    return "s_" + store.replace('-', '_');
  }
}
