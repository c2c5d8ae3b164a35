package dev.dateline.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dateline.record.Article;
import dev.dateline.record.ItemRef;
import dev.dateline.record.Quote;
import dev.dateline.record.QuoteKind;
import dev.dateline.record.RawArticle;
import dev.dateline.record.RecordClasses;
import dev.dateline.record.Span;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {

  private static final String TOPIC = "news.quotes";

  private final InMemorySchemas schemas = new InMemorySchemas();
  private final AvroSerde<Quote> serde = AvroSerde.of(Quote.class, schemas);

  @Test
  void readsWhatItWrote() {
    Quote quote = quote();
    assertThat(serde.deserializer().deserialize(TOPIC, bytes(quote))).isEqualTo(quote);
  }

  @Test
  void framesAsConfluentDoes() {
    byte[] bytes = bytes(quote());
    int id = schemas.id("news.quotes-value", Quote.getClassSchema());
    assertThat(Arrays.copyOf(bytes, 5))
        .isEqualTo(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
    assertThat(AvroFrame.isFramed(bytes)).isTrue();
    assertThat(AvroFrame.schemaId(bytes)).isEqualTo(id);
  }

  @Test
  void registersUnderTheTopicsName() {
    bytes(quote());
    AvroSerde<ItemRef> keys = AvroSerde.of(ItemRef.class, schemas);
    keys.configure(Map.of(), true);
    keys.serializer().serialize("topic", ItemRef.newBuilder().setId("a").setSource("b").build());
    assertThat(schemas.subjects()).containsOnlyKeys("news.quotes-value", "topic-key");
  }

  @Test
  void keepsTombstones() {
    assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
    assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
  }

  @Test
  void readsRecordsOfOtherVersions() throws Exception {
    // An older writer knew fewer fields; a newer one knows more, and more symbols.
    Schema other =
        SchemaBuilder.record("Quote")
            .namespace("dev.dateline.record")
            .fields()
            .requiredString("id")
            .requiredString("text")
            .name("kind")
            .type(
                SchemaBuilder.enumeration("QuoteKind")
                    .defaultSymbol("UNKNOWN")
                    .symbols("UNKNOWN", "WHISPERED"))
            .noDefault()
            .requiredInt("later")
            .endRecord();
    GenericRecord written = new GenericData.Record(other);
    written.put("id", "q1");
    written.put("text", "We will rebuild the quay.");
    written.put("kind", new GenericData.EnumSymbol(other.getField("kind").schema(), "WHISPERED"));
    written.put("later", 7);

    Quote read = serde.deserializer().deserialize(TOPIC, framed(schemas.id("s", other), written));

    assertThat(read.getId()).isEqualTo("q1");
    assertThat(read.getKind()).isEqualTo(QuoteKind.UNKNOWN);
    assertThat(read.getSpans()).isEmpty();
    assertThat(read.getSpeaker()).isNull();
  }

  @Test
  void makesJavaStringsWhateverTheWriterAskedFor() throws Exception {
    Schema portable = new Schema.Parser().parse(PortableSchema.text(RawArticle.getClassSchema()));
    GenericRecord written = new GenericData.Record(portable);
    written.put("bytes", ByteBuffer.wrap(new byte[] {1}));
    written.put("source", "agency");
    written.put("headers", Map.of("format", "ninjs"));

    RawArticle read =
        AvroSerde.of(RawArticle.class, schemas)
            .deserializer()
            .deserialize("raw", framed(schemas.id("s", portable), written));

    assertThat(read.getHeaders().get("format")).isEqualTo("ninjs");
    assertThat(read.getSource()).isEqualTo("agency");
  }

  @Test
  void refusesBytesThatAreNotFramed() {
    assertUndecodable(
        "Brimhaven, Nov 3 (Agency)".getBytes(StandardCharsets.UTF_8), "first byte is 0x42");
    assertUndecodable(new byte[] {0, 0, 0}, "3 bytes are too few");
    assertUndecodable(new byte[0], "0 bytes are too few");
  }

  @Test
  void refusesIdsThatNobodyKnows() {
    assertUndecodable(new byte[] {0, 0, 0, 0, 77, 1}, "no schema with id 77");
  }

  @Test
  void refusesRecordsOfAnotherType() {
    byte[] span = AvroSerde.of(Span.class, schemas).serializer().serialize("spans", new Span(3, 9));
    assertUndecodable(span, "dev.dateline.record.Span, not of a dev.dateline.record.Quote");
  }

  @Test
  void refusesBytesThatAreCutOffOrTooMany() {
    byte[] whole = bytes(quote());
    for (int length = AvroFrame.HEADER_BYTES; length < whole.length; length++) {
      assertUndecodable(Arrays.copyOf(whole, length), "schema id 1");
    }
    assertUndecodable(Arrays.copyOf(whole, whole.length + 1), "left over");
  }

  @Test
  void answersDamageWithOneExceptionOnly() {
    byte[] whole = bytes(quote());
    Random random = new Random(20_261_123);
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = whole.clone();
      for (int hit = 0; hit <= random.nextInt(4); hit++) {
        int at = AvroFrame.HEADER_BYTES + random.nextInt(whole.length - AvroFrame.HEADER_BYTES);
        damaged[at] = (byte) random.nextInt();
      }
      Throwable thrown = catchThrowable(() -> serde.deserializer().deserialize(TOPIC, damaged));
      assertThat(thrown)
          .satisfiesAnyOf(
              none -> assertThat(none).isNull(),
              one -> assertThat(one).isInstanceOf(UndecodableException.class));
    }
  }

  @Test
  void refusesRecordsThatMissARequiredField() {
    Article article = new Article();
    assertThatThrownBy(
            () -> AvroSerde.of(Article.class, schemas).serializer().serialize("a", article))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("dev.dateline.record.Article")
        .hasMessageContaining("topic a");
  }

  @Test
  void asksForAnIdOnlyOnce() {
    bytes(quote());
    Schemas away =
        new Schemas() {
          private boolean asked;

          @Override
          public int id(String subject, Schema schema) {
            assertThat(asked).isFalse();
            asked = true;
            return 5;
          }

          @Override
          public Schema schema(int id) {
            throw new AssertionError("not asked for");
          }

          @Override
          public void close() {}
        };
    AvroSerde<Quote> once = AvroSerde.of(Quote.class, away);
    assertThatCode(
            () -> {
              once.serializer().serialize(TOPIC, quote());
              once.serializer().serialize(TOPIC, quote());
            })
        .doesNotThrowAnyException();
  }

  private void assertUndecodable(byte[] bytes, String why) {
    assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
        .isInstanceOf(UndecodableException.class)
        .hasMessageContaining(why);
  }

  private byte[] bytes(Quote quote) {
    return serde.serializer().serialize(TOPIC, quote);
  }

  private static byte[] framed(int id, GenericRecord record) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(AvroFrame.header(id));
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  static Quote quote() {
    RecordClasses.trust();
    return Quote.newBuilder()
        .setId("q1")
        .setKind(QuoteKind.DIRECT)
        .setText("We will rebuild the quay — all of it.")
        .setSpans(List.of(new Span(120, 141), new Span(155, 172)))
        .setVerbatim(List.of(new Span(121, 140)))
        .setItem(
            ItemRef.newBuilder()
                .setId("agency:4711")
                .setSource("agency")
                .setPublished(Instant.parse("2026-03-04T05:06:07Z"))
                .build())
        .setConfidence(0.875)
        .build();
  }
}
