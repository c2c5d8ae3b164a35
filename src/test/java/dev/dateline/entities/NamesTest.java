package dev.dateline.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.ArticleCleaner;
import dev.dateline.text.Document;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireReaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of the world, in the shapes that wires have them. */
class NamesTest {

  private static final EntityExtractor EXTRACTOR = EntityExtractor.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The order was signed by Sheikh Hamdan bin Khalid Al Nuaimi on Sunday. | Hamdan bin Khalid Al Nuaimi
          Her lawyer, Abdel-Rahman el-Tayeb, said the ruling would be appealed. | Abdel-Rahman el-Tayeb
          “We will rebuild the bridge,” said Governor Zhao Wenqing. | Zhao Wenqing
          Defence Minister Volodymyr Hrytsenko told reporters the army was ready. | Volodymyr Hrytsenko
          The mayor, María del Carmen Ibáñez Ruiz, thanked the firefighters. | María del Carmen Ibáñez Ruiz
          Finance Minister Oluwaseun Adebayo-Mensah presented the budget. | Oluwaseun Adebayo-Mensah
          Chief Tsosie Yellowhorse said the river belonged to no one. | Tsosie Yellowhorse
          President Kang Min-jae arrived in the evening. | Kang Min-jae
          The film was shot by Pieter van der Merwe in one summer. | Pieter van der Merwe
          The defender João dos Santos scored twice. | João dos Santos
          Judge R. J. Whitcombe adjourned the hearing until Monday. | R. J. Whitcombe
          The company was founded by Harold Penrose Jr. in a garage. | Harold Penrose Jr.
          Prime Minister Zuzana Dvořáčková won the vote. | Zuzana Dvořáčková
          The coach, Nguyễn Thị Lan, praised her players. | Nguyễn Thị Lan
          """)
  void findsPersonsOfManyLanguages(String text, String name) {
    assertThat(names(text, EntityType.PERSON)).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The Ministry of Health said the vaccine was safe. | ORGANISATION | Ministry of Health
          Shares of Brightwater Holdings Ltd. fell by a tenth. | ORGANISATION | Brightwater Holdings Ltd.
          The African Development Bank will lend the money. | ORGANISATION | African Development Bank
          Police in Nairobi closed the road on Friday. | PLACE | Nairobi
          The ferry crossed Lake Victoria at night. | PLACE | Lake Victoria
          Two Nigerian sailors were rescued. | GROUP | Nigerian
          Muslims and Christians prayed together. | GROUP | Muslims
          """)
  void tellsTypesApart(String text, EntityType type, String name) {
    assertThat(names(text, type)).contains(name);
  }

  @Test
  void tellsPersonAndPlaceOfOneNameApart() {
    String text =
        "Mara Washington flew to Oslo on Monday. Washington said the talks had gone well. Officials"
            + " in Washington, the capital, said nothing.";
    List<Entity> found = all(text);
    Entity person = only(found, EntityType.PERSON, "Mara Washington");
    assertThat(person.aliases()).contains("Washington");
  }

  @Test
  void keepsTwoPersonsOfOneSurnameApart() {
    String text =
        "Orla Keane met her brother, Declan Keane, in Oslo. Mr Keane is a pilot. Mrs Keane is a"
            + " judge. Orla Keane said he would stay.";
    List<Entity> found = all(text);
    assertThat(only(found, EntityType.PERSON, "Orla Keane").mentions()).hasSize(3);
    assertThat(only(found, EntityType.PERSON, "Declan Keane").mentions()).hasSize(2);
  }

  @Test
  void aWordAloneIsTheCompanyThatItOpens() {
    String text =
        "Kestrel Energy Q2 profit jumps\n\n"
            + "Kestrel Energy Plc reported a rise in profit. Kestrel also said its chairman would"
            + " step down. Sen. Maria Cantrell (D-Ohio) welcomed that, and Rep. Jim Doyle, R-Iowa,"
            + " did not.";
    assertThat(names(text, EntityType.PERSON))
        .containsExactlyInAnyOrder("Maria Cantrell", "Jim Doyle");
    assertThat(names(text, EntityType.ORGANISATION)).containsExactly("Kestrel Energy Plc");
  }

  @Test
  void theLastWordOfATeamIsTheTeam() {
    String text =
        "A late goal gave Wexford Rovers a 2-1 win over Ballina United on Sunday. Rovers, who had"
            + " lost five, are two points clear.";
    assertThat(names(text, EntityType.ORGANISATION))
        .containsExactlyInAnyOrder("Wexford Rovers", "Ballina United");
    assertThat(names(text, EntityType.PERSON)).isEmpty();
  }

  @Test
  void noNameRunsOverAColon() {
    String text =
        "Marr: Brandt needs to get away from personality\n\n"
            + "Ada Marr told reporters in Korsa that Ilse Brandt had changed.";
    assertThat(names(text, EntityType.PERSON)).containsExactlyInAnyOrder("Ada Marr", "Ilse Brandt");
  }

  @Test
  void takesNoSurnameForAnInitial() {
    String text =
        "Michael Oakes, a fellow of the Korsa Institute, said the plan would fail."
            + " Michael O. Harland, who wrote it, disagreed.";
    assertThat(names(text, EntityType.PERSON)).contains("Michael Oakes", "Michael O. Harland");
  }

  @Test
  void partsTwoPersonsThatAHeadlineJoins() {
    List<Entity> found =
        all(
            "Dahl-Keane talks end\n\nForeign Minister Henrik Dahl met his counterpart, Orla Keane,"
                + " on Monday. Dahl and Keane spoke for an hour.");
    assertThat(only(found, EntityType.PERSON, "Henrik Dahl").aliases()).contains("Dahl");
    assertThat(only(found, EntityType.PERSON, "Orla Keane").aliases()).contains("Keane");
    assertThat(found).noneMatch(entity -> entity.name().contains("-"));
  }

  @Test
  void readsHeadlinesInCapitals() {
    List<Entity> found =
        all(
            "HENRIK DAHL RESIGNS AS MINISTER\n\nOSLO - Henrik Dahl, Norway's foreign minister, resigned on"
                + " Monday. Dahl gave no reason.");
    assertThat(only(found, EntityType.PERSON, "Henrik Dahl").mentions()).hasSize(3);
  }

  @Test
  void readsHeadlinesInTitleCase() {
    List<Entity> found =
        all(
            "Foreign Minister Henrik Dahl Resigns After Budget Vote\n\nHenrik Dahl resigned on Monday in"
                + " Oslo.");
    assertThat(only(found, EntityType.PERSON, "Henrik Dahl").mentions()).hasSize(2);
    assertThat(found).noneMatch(entity -> entity.name().contains("Budget"));
  }

  @Test
  void noNameRunsOverTheEndOfADateline() throws Exception {
    String text =
        """
        Ferry to Port Eldrin suspended

        PORT ELDRIN (Northwire) - Harbour officials stopped all ferries on Tuesday.
        """;
    List<Entity> found = cleaned(text);
    Entity port = only(found, EntityType.PLACE, "Port Eldrin");
    assertThat(port.mentions()).hasSize(2);
    assertThat(names(found, EntityType.ORGANISATION)).containsExactly("Northwire");
    assertThat(found).noneMatch(entity -> entity.name().contains("Harbour"));
  }

  @Test
  void readsNamesInLists() {
    String text =
        """
        The new cabinet:

        Prime Minister: Grace Wanjiru

        Finance: Joseph Mwangi

        Defence: Henrik Dahl
        """;
    assertThat(names(text, EntityType.PERSON))
        .contains("Grace Wanjiru", "Joseph Mwangi", "Henrik Dahl");
  }

  @Test
  void leavesPossessivesAndTitlesOutOfMentions() {
    Entity keane = only(all("Dr Orla Keane's report was read."), EntityType.PERSON, "Orla Keane");
    assertThat(keane.mentions()).extracting(Mention::text).containsExactly("Orla Keane");
  }

  @Test
  void anAcronymInBracketsTellsWhereItsLongFormBegins() {
    String text =
        "He left the Velian Harbour Pilots Union and Orsenia's Dock Workers Front (DWF) for good."
            + " The DWF said nothing.";
    Entity front = only(all(text), EntityType.ORGANISATION, "Dock Workers Front");
    assertThat(front.aliases()).containsExactly("DWF");
  }

  private static List<Entity> cleaned(String text) throws Exception {
    WireInput input = WireInput.of(text.getBytes(StandardCharsets.UTF_8), "northwire");
    return EXTRACTOR.extract(
        ArticleCleaner.standard().clean(WireReaders.standard().read(input).get(0)));
  }

  private static List<Entity> all(String text) {
    return EXTRACTOR.extract(Document.of(text), 0);
  }

  @Test
  void keepsTheHeadOfTwoPlacesOutOfTheirNames() {
    assertThat(
            names("Two compounds in the States of New York and Maryland shut.", EntityType.PLACE))
        .containsExactlyInAnyOrder("New York", "Maryland");
  }

  private static List<String> names(String text, EntityType type) {
    return names(all(text), type);
  }

  private static List<String> names(List<Entity> found, EntityType type) {
    return found.stream().filter(entity -> entity.type() == type).map(Entity::name).toList();
  }

  private static Entity only(List<Entity> found, EntityType type, String name) {
    List<Entity> matches =
        found.stream()
            .filter(entity -> entity.type() == type && entity.name().equals(name))
            .toList();
    assertThat(matches).as("%s in %s", name, found).hasSize(1);
    return matches.get(0);
  }

  @Test
  void joinsANameWithTheOneItsBearerIsKnownAs() {
    String text =
        "Henrik Dahl, a Norwegian singer better known as Rik Storm, was fined. Storm paid at once.";
    assertThat(EntityExtractor.standard().extract(Document.of(text), 0))
        .filteredOn(entity -> entity.type() == EntityType.PERSON)
        .hasSize(1);
  }
}
