package dev.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.entities.Entity;
import dev.dateline.wire.WireInput;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QuotedSalienceTest {

  @Test
  void whoIsQuotedMattersMoreThanWhoIsNamed() throws Exception {
    String quoted =
        """
        Ferries stay in port

        Pilots met Mara Ellingsen and Henrik Dahl on Tuesday.

        "No ship leaves before the wind drops," Mara Ellingsen said. "We will wait," Ellingsen said.

        Henrik Dahl left early. The pilots went with Dahl.
        """;
    EnrichedItem item =
        Enricher.standard()
            .enrich(WireInput.of(quoted.getBytes(StandardCharsets.UTF_8), "northwire"))
            .get(0);
    assertThat(salience(item, "Mara Ellingsen")).isGreaterThan(salience(item, "Henrik Dahl"));
    assertThat(item.entities()).allSatisfy(e -> assertThat(e.salience()).isBetween(0.0, 1.0));
  }

  private static double salience(EnrichedItem item, String name) {
    return item.entities().stream()
        .filter(entity -> entity.name().equals(name))
        .mapToDouble(Entity::salience)
        .findFirst()
        .orElseThrow();
  }
}
