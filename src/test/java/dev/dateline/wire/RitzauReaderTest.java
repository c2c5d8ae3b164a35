package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RitzauReaderTest {

  private static final String NEWS =
      """
      <RBNews xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
        <NewsID>9a6955fc</NewsID><PublishDate>2031-05-03T10:15:00Z</PublishDate>
        <strapline>NU/FERRY</strapline><headline>F&#xE6;rge sunket</headline><subtitle i:nil="true"/>
        <town>Orvane</town><origin>/velbureau/</origin><version>2</version>
        <content>&lt;p&gt;En f&#xE6;rge sank mandag.&lt;/p&gt;&lt;p&gt;Ni savnes.&lt;/p&gt;</content>
        <Priority>3</Priority><replacedID>8b00</replacedID><Annuleret>false</Annuleret>
        <byLine>Ada Voss</byLine><TilRedaktionen>&lt;p&gt;Nyt tal.&lt;/p&gt;</TilRedaktionen>
        <IPTCList><a>03010000</a></IPTCList>
      </RBNews>
      """;

  @Test
  void readsOneItem() throws WireException {
    WireItem item = Wires.item(NEWS);
    assertThat(item.format()).isEqualTo("ritzau");
    assertThat(item.guid()).isEqualTo("9a6955fc");
    assertThat(item.version()).isEqualTo("2");
    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2031-05-03T10:15:00Z"));
    assertThat(item.headline()).isEqualTo("Færge sunket");
    assertThat(item.dateline()).isEqualTo("Orvane /velbureau/");
    assertThat(item.located()).isEqualTo("Orvane");
    assertThat(item.byline()).isEqualTo("Ada Voss");
    assertThat(item.edNote()).isEqualTo("Nyt tal.");
    assertThat(item.urgency()).isEqualTo(3);
    assertThat(item.supersedes()).containsExactly("8b00");
    assertThat(item.subjects())
        .containsExactly(new Subject("03010000", "subj", "transport accident"));
    assertThat(Wires.blocks(item))
        .containsExactly("PARAGRAPH: En færge sank mandag.", "PARAGRAPH: Ni savnes.");
  }

  @Test
  void readsAQueueOfItemsAndWithdrawals() throws WireException {
    String second = NEWS.replace("9a6955fc", "77aa").replace("<Annuleret>false", "<Annuleret>true");
    List<WireItem> items =
        Wires.items("<XMLNewsQueuedResponse>" + NEWS + second + "</XMLNewsQueuedResponse>");
    assertThat(items)
        .extracting(WireItem::pubStatus)
        .containsExactly(PubStatus.USABLE, PubStatus.CANCELED);
  }
}
