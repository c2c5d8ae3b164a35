package dev.dateline.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A long list is as exact as a short one. */
class ListScaleTest {

  @Test
  void findsTheRightRowAmongManyThatSoundAlike() throws IOException {
    EntityList list = list(20_000);
    assertThat(list.size()).isEqualTo(20_000);
    for (int row = 0; row < 20_000; row += 997) {
      Link link = list.match(LongList.name(row), EntityType.PERSON, null, 0);
      assertThat(link.score()).isEqualTo(1);
      assertThat(link.matched()).isEqualTo(LongList.name(row));
    }
    assertThat(list.match("Quorvaxi Zzyblethwick", EntityType.PERSON, null, 0)).isNull();
  }

  private static EntityList list(int rows) throws IOException {
    return EntityListReader.read("long", LongList.csv(rows).getBytes(StandardCharsets.UTF_8));
  }
}
