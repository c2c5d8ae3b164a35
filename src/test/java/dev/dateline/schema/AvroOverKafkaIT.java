package dev.dateline.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.record.Quote;
import dev.dateline.testing.Cluster;
import dev.dateline.testing.TestCluster;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Serdes, client, registry and broker together. */
@Cluster
class AvroOverKafkaIT {

  @Test
  void isReadByAConsumerThatKnowsOnlyKafkaAvroAndHttp(TestCluster cluster) throws Exception {
    String topic = cluster.createTopic("quotes", 1);
    publish(cluster, topic);

    byte[] value = readOne(cluster, topic);

    // From here on nothing but a plain GET, and Avro's generic reader.
    ByteBuffer frame = ByteBuffer.wrap(value);
    assertThat(frame.get()).isZero();
    URI uri = URI.create(cluster.registryUrl() + "/schemas/ids/" + frame.getInt());
    String answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
            .body();
    Schema schema =
        new Schema.Parser().parse(new ObjectMapper().readTree(answer).path("schema").asText());
    GenericRecord quote =
        new GenericDatumReader<GenericRecord>(schema)
            .read(
                null,
                DecoderFactory.get()
                    .binaryDecoder(value, frame.position(), frame.remaining(), null));
    assertThat(quote.get("text")).hasToString("We will rebuild the quay — all of it.");
    assertThat(quote.get("kind")).hasToString("DIRECT");
  }

  @Test
  void isReadByItsOwnDeserializer(TestCluster cluster) throws Exception {
    String topic = cluster.createTopic("quotes", 1);
    publish(cluster, topic);
    try (RegistrySchemas schemas = RegistrySchemas.of(cluster.settings())) {
      assertThat(
              AvroSerde.of(Quote.class, schemas)
                  .deserializer()
                  .deserialize(topic, readOne(cluster, topic)))
          .isEqualTo(AvroSerdeTest.quote());
    }
  }

  @Test
  void refusesASchemaThatBreaksItsSubject(TestCluster cluster) {
    String subject = cluster.name("brief-value");
    Schema first = SchemaBuilder.record("Brief").fields().requiredString("id").endRecord();
    Schema broken = SchemaBuilder.record("Brief").fields().requiredLong("id").endRecord();
    try (RegistrySchemas schemas = RegistrySchemas.of(cluster.settings())) {
      schemas.prepare(Map.of(subject, first), CompatibilityLevel.FULL_TRANSITIVE);
      assertThatThrownBy(() -> schemas.id(subject, broken))
          .isInstanceOf(RegistryRefusedException.class)
          .hasMessageContaining(subject)
          .hasMessageContaining(cluster.registryUrl())
          .hasMessageContaining("HTTP 409")
          .hasMessageContaining("FULL_TRANSITIVE");
    }
  }

  @Test
  void findsRegisteredSchemasWithoutRegistering(TestCluster cluster) {
    String subject = cluster.name("quotes-value");
    Map<String, Object> readOnly = cluster.settings();
    readOnly.put(RegistrySchemas.AUTO_REGISTER, false);
    try (RegistrySchemas reader = RegistrySchemas.of(readOnly);
        RegistrySchemas writer = RegistrySchemas.of(cluster.settings())) {
      reader.ping();
      assertThatThrownBy(() -> reader.id(subject, Quote.getClassSchema()))
          .isInstanceOf(RegistryRefusedException.class);
      int id = writer.id(subject, Quote.getClassSchema());
      assertThat(reader.id(subject, Quote.getClassSchema())).isEqualTo(id);
      assertThat(reader.schema(id)).hasToString(PortableSchema.text(Quote.getClassSchema()));
      assertThatThrownBy(() -> reader.schema(id + 1_000_000))
          .isInstanceOf(UndecodableException.class);
    }
  }

  private static void publish(TestCluster cluster, String topic) throws Exception {
    try (RegistrySchemas schemas = RegistrySchemas.of(cluster.settings());
        Producer<String, Quote> producer =
            new KafkaProducer<>(
                cluster.settings(),
                new StringSerializer(),
                new AvroSerializer<>(Quote.class, schemas))) {
      producer
          .send(new ProducerRecord<>(topic, "q1", AvroSerdeTest.quote()))
          .get(30, TimeUnit.SECONDS);
    }
  }

  private static byte[] readOne(TestCluster cluster, String topic) {
    Map<String, Object> settings = cluster.settings();
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topic, 0)));
      return Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> consumer.poll(Duration.ofSeconds(1)), records -> !records.isEmpty())
          .iterator()
          .next()
          .value();
    }
  }
}
