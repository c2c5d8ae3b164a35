package dev.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.record.RawArticle;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireItem;
import dev.dateline.wire.WireItemJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class PublisherTest {

  private static final String TOPIC = "news.raw";
  private static final int PARTITIONS = 12;
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");

  private final MockProducer<String, RawArticle> producer =
      new MockProducer<>(
          cluster(), true, null, new StringSerializer(), (topic, data) -> new byte[0]);
  private final Publisher publisher =
      new Publisher(producer, TOPIC, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void sendsASingleItemToItsOwnPartition() {
    publisher.publish(item("urn:northwire:88"));

    String id = "northwire:urn:northwire:88";
    assertThat(sent().key()).isEqualTo(id);
    assertThat(sent().partition())
        .isEqualTo(
            Utils.toPositive(Utils.murmur2(id.getBytes(StandardCharsets.UTF_8))) % PARTITIONS);
  }

  @Test
  void sendsTheBytesExactlyWithWhereTheyCameFromAndWhen() {
    WireInput input = item("urn:northwire:88").withUri("file:///wire/88.json");
    publisher.publish(input);

    RawArticle raw = sent().value();
    assertThat(raw.getBytes().array()).isEqualTo(input.bytes());
    assertThat(raw.getSource()).isEqualTo("northwire");
    assertThat(raw.getUri()).isEqualTo("file:///wire/88.json");
    assertThat(raw.getReceived()).isEqualTo(NOW);
    assertThat(sent().timestamp()).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void sendsWhatItCannotReadKeyedByItsOrigin() {
    WireInput unreadable =
        WireInput.of("{\"datelineItem\": 99".getBytes(StandardCharsets.UTF_8), "northwire")
            .withFormat(WireItemJson.FORMAT)
            .withUri("file:///wire/bad.json");
    publisher.publish(unreadable);

    assertThat(sent().key()).isEqualTo("northwire:file:///wire/bad.json");
    assertThat(sent().partition()).isNull();
    assertThat(sent().value().getBytes().array()).isEqualTo(unreadable.bytes());
  }

  @Test
  void tellsWhenTheClusterDoesNotTakeARecord() {
    producer.sendException = new RecordTooLargeException("too large");

    CompletableFuture<?> sent = publisher.publish(item("urn:northwire:88"));

    assertThat(sent).isCompletedExceptionally();
  }

  private ProducerRecord<String, RawArticle> sent() {
    assertThat(producer.history()).hasSize(1);
    return producer.history().get(0);
  }

  private static WireInput item(String guid) {
    WireItem item = WireItem.builder("northwire").guid(guid).headline("Ferry leaves").build();
    return WireInput.of(WireItemJson.write(item), "northwire");
  }

  private static Cluster cluster() {
    Node node = new Node(1, "localhost", 9092);
    List<PartitionInfo> partitions =
        IntStream.range(0, PARTITIONS)
            .mapToObj(p -> new PartitionInfo(TOPIC, p, node, new Node[0], new Node[0]))
            .toList();
    return new Cluster("test", List.of(node), partitions, Set.of(), Set.of());
  }
}
