package dev.dateline.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.text.Document;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a text has been through, it is read without an exception and spans fit its words. */
class MutatedArticlesTest {

  /** {@code -Ddateline.mutations=200000} for a long run. */
  private static final int MUTATIONS = Integer.getInteger("dateline.mutations", 1500);

  private static final List<String> ARTICLES =
      List.of(
          """
          Keane-Dahl talks open in Oslo

          OSLO, /NORTHWIRE/. Norwegian Foreign Minister Henrik Dahl and his Irish counterpart, Orla \
          Keane, 51, met on Tuesday at the World Harbour Organisation (WHO). "We agree," Mr. Dahl said.

          • Paris, Texas
          • Dr. Abdulaziz bin Rashid Al-Khoury Jr., who chairs the Bank of Velia
          """,
          """
          STORM "BRIELLE" HITS SÃO TOMÉ — 3 DEAD

          A storm hit São Tomé's coast, the 43-year-old harbour master Nguyễn Thị Lan said; she is \
          the former mayor of Port-Eldrin. Kim Min-seo, [Secretary of State] of the U.S.-based \
          O'Hara & Sons Ltd., denied it.
          """);

  private static final String[] PIECES = {
    "\n\n",
    "\n",
    " ",
    "  ",
    "'s",
    "\u2019s",
    "-",
    "(",
    ")",
    "[",
    "]",
    "\"",
    "\u201c",
    ".",
    ",",
    "&",
    "\u0301",
    "\ud83d\ude00",
    "\ud83d",
    "\u0000",
    "\u200b",
    "\u00a0",
    "Mr.",
    "and",
    "of",
    "the",
    "A",
    "İ",
    "ß",
    "王毅",
    "Ministers",
    "who is",
    "43",
    "(AB)",
    "\u202e",
    "/",
    "—",
    "Al-",
    "van der"
  };

  @Test
  void neverFails() {
    Random random = new Random(11);
    EntityExtractor extractor = EntityExtractor.standard();
    int entities = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      StringBuilder text = new StringBuilder(ARTICLES.get(random.nextInt(ARTICLES.size())));
      for (int change = random.nextInt(25); change > 0; change--) {
        mutate(text, random);
      }
      Document document = Document.of(text.toString());
      int headlineEnd = random.nextInt(text.length() + 1);
      for (Entity entity : extractor.extract(document, headlineEnd)) {
        entities++;
        assertThat(entity.name()).isNotBlank();
        assertThat(entity.salience()).isBetween(0.0, 1.0);
        for (Mention mention : entity.mentions()) {
          assertThat(document.text(mention.span())).isEqualTo(mention.text());
        }
      }
    }
    assertThat(entities).isGreaterThan(MUTATIONS);
  }

  private static void mutate(StringBuilder text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + 1 + random.nextInt(12));
    switch (random.nextInt(5)) {
      case 0 -> text.delete(at, end);
      case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
      case 2 -> text.replace(at, end, text.substring(at, end).toUpperCase(java.util.Locale.ROOT));
      case 3 ->
          text.replace(at, end, new StringBuilder(text.substring(at, end)).reverse().toString());
      default -> text.insert(at, text.substring(at, end));
    }
    if (text.isEmpty()) {
      text.append('x');
    }
  }
}
