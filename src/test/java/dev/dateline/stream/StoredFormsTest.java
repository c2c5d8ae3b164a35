package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.life.ItemState;
import dev.dateline.life.RecordId;
import dev.dateline.life.RecordId.Kind;
import dev.dateline.life.Status;
import dev.dateline.life.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** What stores keep is read back as it was written, or refused. */
class StoredFormsTest {

  private static final Instant TIME = Instant.parse("2026-03-01T12:00:00.123456Z");
  private static final ItemState STATE =
      new ItemState(
          new Version(TIME, "2", TIME.plusSeconds(1)),
          Status.HELD,
          -42,
          "dateline/1",
          Map.of(
              new RecordId(Kind.ARTICLE, "w:1"), 7L,
              new RecordId(Kind.ENTITY, "w:1#e"), -8L,
              new RecordId(Kind.QUOTE, "äöü"), 9L),
          Map.of("alert", "rule"),
          TIME.plusSeconds(60),
          TIME.plusSeconds(2));

  @Test
  void theStateOfAnItem() {
    assertThat(ItemStateCodec.read("w:1", ItemStateCodec.write("w:1", STATE))).isEqualTo(STATE);
    ItemState bare =
        new ItemState(
            Version.arrivedAt(TIME), Status.SUPERSEDED, 0, "", Map.of(), Map.of(), null, TIME);
    assertThat(ItemStateCodec.read("w:2", ItemStateCodec.write("w:2", bare))).isEqualTo(bare);
  }

  @Test
  void damagedStateIsRefusedWhereverItIsCut() {
    byte[] whole = ItemStateCodec.write("w:1", STATE);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> ItemStateCodec.read("w:1", cut))
          .isInstanceOf(SerializationException.class);
    }
  }

  @Test
  void aHeldItem() {
    Origin origin =
        new Origin(
            "news.raw",
            3,
            99,
            null,
            new byte[] {1, 2},
            new RecordHeaders().add("source", "w".getBytes(StandardCharsets.UTF_8)).add("n", null));
    HeldItem held = new HeldItem("w:1", 5, origin);
    HeldItem read = HeldItem.read(held.write());
    assertThat(read.itemId()).isEqualTo("w:1");
    assertThat(read.received()).isEqualTo(5);
    assertThat(read.origin().key()).isNull();
    assertThat(read.origin().value()).containsExactly(1, 2);
    assertThat(read.origin().headers()).isEqualTo(origin.headers());
    assertThat(read.origin().offset()).isEqualTo(99);
  }

  @Test
  void heldItemsSortByTheTimeOfTheirRelease() {
    assertThat(HeldItem.key(TIME, "z")).isLessThan(HeldItem.key(TIME.plusMillis(1), "a"));
    assertThat(HeldItem.key(TIME, "z")).isLessThan(HeldItem.firstAfter(TIME));
    assertThat(HeldItem.key(TIME.plusMillis(1), "")).isEqualTo(HeldItem.firstAfter(TIME));
  }
}
