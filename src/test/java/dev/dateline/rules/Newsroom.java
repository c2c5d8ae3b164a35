package dev.dateline.rules;

import dev.dateline.enrich.EnrichedItem;
import dev.dateline.entities.EntityType;
import dev.dateline.entities.Link;
import dev.dateline.quotes.QuoteKind;
import dev.dateline.wire.Subject;
import dev.dateline.wire.WireItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The items that rules are tried on; people, places and events are invented. */
final class Newsroom {

  static final EnrichedItem ROUNDUP = roundup();
  static final EnrichedItem HACK = hack();
  static final EnrichedItem BANK = bank();
  static final EnrichedItem FLOOD = flood();

  static final Map<String, EnrichedItem> ITEMS =
      new TreeMap<>(Map.of("roundup", ROUNDUP, "hack", HACK, "bank", BANK, "flood", FLOOD));

  private Newsroom() {}

  private static EnrichedItem roundup() {
    String text =
        """
        Veland and Ostmark ministers meet: round-up

        PORT ELSEN, Veland (Herald). The foreign ministers of Veland and Ostmark met for three \
        hours on Friday. Problems of cyber security were among the topics, officials said.

        Cyber Security

        "We will set up a working group on hacking and other threats," Velish Foreign Minister \
        Ilse Marrow told reporters. Ostmark's Anton Brandt did not comment.

        She said the group would look at every attack on ministries and banks.

        Trade

        Brandt called the tariffs on timber unfair. "Nobody wins a trade war," Brandt said. \
        Talks on fisheries go on in December, according to Marrow.

        Seized embassy land

        In March Veland slapped new sanctions on Ostmark and closed two compounds of its embassy. \
        Veland linked these sanctions with cyber attacks on its parliament. "We have not attacked \
        anybody," Brandt said.""";
    return new ItemBuilder(
            WireItem.builder("herald")
                .guid("roundup")
                .urgency(3)
                .agency("Herald Press")
                .slug("veland-ostmark-talks")
                .versionCreated(Instant.parse("2026-11-20T18:30:00Z"))
                .subject(new Subject("medtop:11000000", null, "politics"))
                .subject(new Subject("medtop:20000593", null, "international relations"))
                .build(),
            text)
        .headline()
        .dateline("PORT ELSEN, Veland (Herald)", "PORT ELSEN")
        .section("Cyber Security", "Trade")
        .section("Trade", "Seized embassy land")
        .section("Seized embassy land", null)
        .entity(
            EntityType.PLACE,
            0.9,
            List.of(new Link("countries", "VL", 1, "Veland", "exact", null)),
            "Veland")
        .entity(EntityType.PLACE, 0.7, List.of(), "Ostmark")
        .entity(EntityType.PERSON, 0.6, List.of(), "Ilse Marrow", "Marrow")
        .entity(EntityType.PERSON, 0.5, List.of(), "Anton Brandt", "Brandt")
        .quote(
            "group",
            QuoteKind.DIRECT,
            "We will set up a working group on hacking and other threats,",
            "Ilse Marrow",
            "Ilse Marrow",
            "Foreign Minister")
        .quote(
            "look",
            QuoteKind.INDIRECT,
            "the group would look at every attack on ministries and banks",
            "Ilse Marrow",
            "She",
            "Foreign Minister")
        .quote("war", QuoteKind.DIRECT, "Nobody wins a trade war,", "Anton Brandt", "Brandt", null)
        .quote(
            "talks",
            QuoteKind.INDIRECT,
            "Talks on fisheries go on in December",
            "Ilse Marrow",
            "Marrow",
            "Foreign Minister")
        .quote(
            "denial",
            QuoteKind.DIRECT,
            "We have not attacked anybody,",
            "Anton Brandt",
            "Brandt",
            null)
        .build();
  }

  private static EnrichedItem hack() {
    String text =
        """
        Hackers black out Norvane

        NORVANE CITY, Nov 22 (Gazette) - A cyberattack cut power to half of Norvane on Sunday, the \
        grid operator Voltline said. The attack on the network began at 4 a.m.

        "This was a cyber-attack by criminals, and we pay no ransom," Voltline chief executive \
        Dora O'Neill said. The ransomware had been planted in October.

        Cyber police are looking for two men. A breach of a bank in May bore the same marks.""";
    return new ItemBuilder(
            WireItem.builder("gazette")
                .guid("hack")
                .urgency(1)
                .versionCreated(Instant.parse("2026-11-22T09:15:00Z"))
                .subject(new Subject("medtop:04000000", null, "economy, business and finance"))
                .build(),
            text)
        .headline()
        .dateline("NORVANE CITY, Nov 22 (Gazette)", "NORVANE CITY")
        .language("en-GB")
        .byline("Petra Holm")
        .entity(EntityType.PLACE, 0.4, List.of(), "Norvane", "NORVANE CITY")
        .entity(
            EntityType.ORGANISATION,
            0.9,
            List.of(new Link("watchlist", "v-17", 0.9, "Voltline", "exact", null)),
            "Voltline")
        .entity(EntityType.PERSON, 0.3, List.of(), "Dora O'Neill")
        .quote(
            "ransom",
            QuoteKind.DIRECT,
            "This was a cyber-attack by criminals, and we pay no ransom,",
            "Dora O'Neill",
            "Dora O'Neill",
            "chief executive")
        .build();
  }

  private static EnrichedItem bank() {
    String text =
        """
        Central bank holds rates

        The central bank kept its rate at 4.5 percent, as the U.S. did on Monday. Sanctions did not \
        weigh on growth, it said, and exports to the US rose.

        Some of us had hoped for a cut. The bank was founded in 1921 and sits on Canal Street. \
        Its university programme trains analysts; a sanctioned lender was refused.""";
    return new ItemBuilder(
            WireItem.builder("herald")
                .guid("bank")
                .urgency(4)
                .versionCreated(Instant.parse("2026-10-05T12:00:00Z"))
                .build(),
            text)
        .headline()
        .build();
  }

  private static EnrichedItem flood() {
    String text =
        """
        Überschwemmung 🌊 in São Brento: rescuers search homes

        🚣 Rescuers in São Brento searched 40 homes after the river Ília burst its banks. \
        Señor Ávila, 71, was found alive. Nobody had sanctioned the dam.""";
    return new ItemBuilder(WireItem.builder("coast").guid("flood").build(), text)
        .headline()
        .language("pt-BR")
        .build();
  }
}
