package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemIdTest {

  @Test
  void isTheProvidersOwnIdWithoutItsVersion() {
    WireItem first = item().guid("tag:northwire.example,2026:88").version("1").build();
    WireItem second = item().guid("tag:northwire.example,2026:88").version("2").build();

    assertThat(ItemId.of(first)).isEqualTo("northwire:tag:northwire.example,2026:88");
    assertThat(ItemId.of(second)).isEqualTo(ItemId.of(first));
  }

  @Test
  void isTheUrlOfAnItemWithoutId() {
    WireItem item = item().url("https://northwire.example/ferry").build();

    assertThat(ItemId.of(item)).isEqualTo("northwire:https://northwire.example/ferry");
  }

  @Test
  void isAHashOfTheWordsOfAnItemWithNeither() {
    assertThat(ItemId.of(item().build())).matches("northwire:sha256-[0-9a-f]{32}");
  }

  @Test
  void whiteSpaceMakesNoOtherItemButWordsDo() {
    WireItem item = item().block(Block.paragraph("The ferry sailed.")).build();
    WireItem wrapped = item().block(Block.paragraph("The ferry\n  sailed. ")).build();
    WireItem other = item().block(Block.paragraph("The ferry sank.")).build();

    assertThat(ItemId.of(wrapped)).isEqualTo(ItemId.of(item));
    assertThat(ItemId.of(other)).isNotEqualTo(ItemId.of(item));
  }

  private static WireItem.Builder item() {
    return WireItem.builder("northwire").headline("Ferry leaves");
  }
}
