package dev.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.dateline.entities.Entity;
import dev.dateline.entities.Mention;
import dev.dateline.wire.WireInput;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SpeakerMentionsTest {

  @Test
  void anEntityIsAlsoMentionedWhereItSpeaksByPronounOrRole() throws Exception {
    String text =
        """
        Ferries stay in port

        Transport Minister Mara Ellingsen met the pilots on Tuesday.

        "No ship leaves before the wind drops," she said.

        "We will wait until Friday at least," the minister added.

        Henrik Dahl left early.
        """;
    EnrichedItem item =
        Enricher.standard()
            .enrich(WireInput.of(text.getBytes(StandardCharsets.UTF_8), "northwire"))
            .get(0);
    assertThat(entity(item, "Mara Ellingsen").mentions())
        .extracting(Mention::text, Mention::kind)
        .containsExactly(
            tuple("Mara Ellingsen", Mention.Kind.NAME),
            tuple("she", Mention.Kind.PRONOUN),
            tuple("the minister", Mention.Kind.NOMINAL));
    assertThat(entity(item, "Mara Ellingsen").mentions())
        .allSatisfy(
            mention ->
                assertThat(mention.span().of(item.article().document().text()))
                    .isEqualTo(mention.text()));
    assertThat(entity(item, "Henrik Dahl").mentions()).hasSize(1);
  }

  private static Entity entity(EnrichedItem item, String name) {
    return item.entities().stream()
        .filter(entity -> entity.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
