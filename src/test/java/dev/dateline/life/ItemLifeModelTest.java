package dev.dateline.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.life.Decision.Hold;
import dev.dateline.life.Decision.Ignore;
import dev.dateline.life.Decision.Publish;
import dev.dateline.life.Decision.Withdraw;
import dev.dateline.life.Incoming.Usage;
import dev.dateline.life.RecordId.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the order in which the versions of an item arrive, and however often: once every embargo
 * has ended, what the newest version holds is visible, or nothing where it is a kill; and nothing
 * of a version is ever visible before its embargo ends.
 */
class ItemLifeModelTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final int MINUTES = 40;

  /** A version with the keys and field values that enriching it would give. */
  private record Sent(Incoming incoming, Map<RecordId, Long> records) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void theNewestVersionWinsInEveryOrder(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Sent> versions = versions(random);
      Sent newest =
          Collections.max(versions, Comparator.comparing(it -> it.incoming().version().created()));
      List<Sent> arrivals = new ArrayList<>(versions);
      for (int again = random.nextInt(3); again > 0; again--) {
        arrivals.add(versions.get(random.nextInt(versions.size())));
      }
      Collections.shuffle(arrivals, random);

      World world = new World();
      for (Sent sent : arrivals) {
        world.passTime(random.nextInt(8));
        world.receive(sent);
      }
      world.passTime(MINUTES + 1);

      Set<RecordId> expected =
          newest.incoming().usage() == Usage.CANCELED ? Set.of() : newest.records().keySet();
      assertThat(world.visible.keySet()).as("seed %d, round %d", seed, round).isEqualTo(expected);
      if (!expected.isEmpty()) {
        assertThat(world.visible).isEqualTo(newest.records());
      }
    }
  }

  private static List<Sent> versions(Random random) {
    List<Sent> versions = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int number = 1; number <= count; number++) {
      boolean kill = random.nextInt(5) == 0;
      Instant embargo =
          !kill && random.nextInt(3) == 0 ? START.plusSeconds(60L * random.nextInt(MINUTES)) : null;
      Map<RecordId, Long> records = new TreeMap<>();
      for (String key : List.of("a", "b", "c", "d")) {
        if (random.nextBoolean()) {
          records.put(new RecordId(Kind.QUOTE, key), (long) random.nextInt(3));
        }
      }
      records.put(new RecordId(Kind.ARTICLE, "wire:1"), (long) number);
      Version version = new Version(START.plusSeconds(number), null, START);
      Usage usage = kill ? Usage.CANCELED : Usage.USABLE;
      versions.add(new Sent(new Incoming(version, usage, embargo, number, "p"), records));
    }
    return versions;
  }

  /** The topics and the stores around the decisions, as simple as can be. */
  private static final class World {

    private Instant now = START;
    private ItemState state;
    private Sent held;
    private final Map<RecordId, Long> visible = new TreeMap<>();

    void passTime(int minutes) {
      for (int i = 0; i < minutes; i++) {
        now = now.plusSeconds(60);
        if (held != null && !now.isBefore(held.incoming().embargo())) {
          receive(held);
        }
      }
    }

    void receive(Sent sent) {
      Decision decision = ItemLife.decide(state, sent.incoming(), now);
      if (decision instanceof Publish publish) {
        assertThat(sent.incoming().isHeldAt(now)).as("published under embargo").isFalse();
        held = null;
        apply(
            ItemLife.publish(
                state, sent.incoming(), publish.reason(), sent.records(), Map.of(), now),
            sent);
      } else if (decision instanceof Hold hold) {
        held = sent;
        apply(hold.changes(), sent);
      } else if (decision instanceof Withdraw withdraw) {
        held = null;
        apply(withdraw.changes(), sent);
      } else if (decision instanceof Ignore ignore) {
        state = ignore.next();
      }
    }

    private void apply(Changes changes, Sent sent) {
      Set<RecordId> both = new HashSet<>(changes.send());
      both.retainAll(changes.withdraw());
      assertThat(both).as("sent and withdrawn at once").isEmpty();
      for (RecordId id : changes.send()) {
        visible.put(id, sent.records().get(id));
      }
      for (RecordId id : changes.withdraw()) {
        assertThat(visible.remove(id)).as("a tombstone for what was out").isNotNull();
      }
      state = changes.next();
      assertThat(state.records()).isEqualTo(visible);
    }
  }
}
