package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

class TopologyDescriberTest {

  private final TopologyDescriber described = TopologyDescriber.of(DatelineConfig.of(Map.of()));

  @Test
  void everyNodeStoreAndTopicHasANameOfItsOwn() {
    TopologyDescription description = described.description();
    Set<String> names = new HashSet<>();
    for (var part : description.subtopologies()) {
      for (var node : part.nodes()) {
        names.add(node.name());
        if (node instanceof TopologyDescription.Processor processor) {
          names.addAll(processor.stores());
        } else if (node instanceof TopologyDescription.Source source) {
          names.addAll(source.topicSet());
        } else if (node instanceof TopologyDescription.Sink sink) {
          names.add(sink.topic());
        }
      }
    }
    assertThat(names)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(name).doesNotContainPattern("\\d{10}|KSTREAM|KTABLE"));
  }

  @Test
  void enrichingAlertingAndTheIndexOfStoriesAreSubTopologiesOfTheirOwn() {
    assertThat(described.description().subtopologies()).hasSize(3);
    assertThat(described.description().globalStores()).hasSize(1);
  }

  @Test
  void thePageInTheRepositoryIsFresh() throws Exception {
    assertThat(Files.readString(Path.of("topology.md")))
        .as("topology.md is stale; refresh it: ./dateline topology --format markdown > topology.md")
        .isEqualTo(described.markdown());
  }

  @Test
  void descriptionsAreTheSameEveryTime() {
    assertThat(TopologyDescriber.of(DatelineConfig.of(Map.of())).markdown())
        .isEqualTo(described.markdown());
  }
}
