package dev.dateline.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.text.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesTest {

  private static final EntityExtractor EXTRACTOR = EntityExtractor.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The talks went well, Norwegian Foreign Minister Henrik Dahl said on Friday. | Henrik Dahl | Foreign Minister | Norway
          The call came from US President Martin Kessler on Monday. | Martin Kessler | President | US
          It was clear, [US Secretary of State] Martin Kessler told reporters. | Martin Kessler | Secretary of State | US
          The statement was read by Kenya’s Health Ministry Spokeswoman Grace Wanjiru. | Grace Wanjiru | Spokeswoman | Kenya’s Health Ministry
          Maria Ivanova, 43, head of the ministry's press service, declined to say more. | Maria Ivanova | head | ministry's press service
          Henrik Dahl, chairman of the Norwegian Refugee Council, resigned. | Henrik Dahl | chairman | Norwegian Refugee Council
          Grace Wanjiru, who chairs the African Development Bank, spoke last. | Grace Wanjiru | chair | African Development Bank
          The committee's chairman, Henrik Dahl, said the vote would be held. | Henrik Dahl | chairman |
          Maria Ivanova is the president of Bulgaria. | Maria Ivanova | president | Bulgaria
          The Deputy Foreign Minister, Henrik Dahl, called it a beginning. | Henrik Dahl | Deputy Foreign Minister |
          The Dock Workers Front (DWF) president Henrik Dahl resigned. | Henrik Dahl | president | Dock Workers Front
          The visit of King Henrik Dahl of Norway ended on Friday. | Henrik Dahl | King | Norway
          Henrik Dahl, an elected member of the African Union, voted no. | Henrik Dahl | member | African Union
          The Chinese Ambassador to Kenya Henrik Dahl was summoned. | Henrik Dahl | Ambassador | China
          Henrik Dahl, mayor of the district of Lagos said on the radio that roads were open. | Henrik Dahl | mayor | Lagos
          The visit by Under Secretary Maria Ivanova of Norway ended on Friday. | Maria Ivanova | Under Secretary | Norway
          It was signed by the Deputy Minister of Trade and Mines, Hon Henrik Dahl. | Henrik Dahl | Deputy Minister of Trade and Mines |
          Minister of Water, Energy, and Mines Henrik Dahl resigned. | Henrik Dahl | Minister of Water, Energy, and Mines |
          The panel, chaired by Dr Maria Ivanova, met twice. | Maria Ivanova | chair |
          Henrik Dahl also served as acting director of the World Bank. | Henrik Dahl | director | World Bank
          Henrik Dahl was introduced as a professor at Oxford University. | Henrik Dahl | professor | Oxford University
          Henrik Dahl, chairman and chief executive of Dahl Shipping Ltd, resigned. | Henrik Dahl | chairman | Dahl Shipping Ltd
          Henrik Dahl, Secretary Norwegian Refugee Council, spoke first. | Henrik Dahl | Secretary | Norwegian Refugee Council
          Henrik Dahl edits the paper and is also a lecturer at Oxford University. | Henrik Dahl | lecturer | Oxford University
          Henrik Dahl, director of the World Bank, Chairman of the Norwegian Refugee Council, agreed. | Henrik Dahl | Chairman | Norwegian Refugee Council
          Guests were Henrik Dahl (director of exams at Oxford University) and others. | Henrik Dahl | director of exams | Oxford University
          Henrik Dahl, a fellow at Oxford University, agreed. | Henrik Dahl | fellow | Oxford University
          Henrik Dahl, co-founder, chairman and chief executive of Dahl Ventures, agreed. | Henrik Dahl | chairman | Dahl Ventures
          It works, said Henrik Dahl, managing director of Dahl Ventures. | Henrik Dahl | managing director | Dahl Ventures
          Henrik Dahl, an associate professor at Oxford University in England, agreed. | Henrik Dahl | associate professor | Oxford University
          Henrik Dahl, co-founder of the Norwegian Refugee Council, agreed. | Henrik Dahl | co-founder | Norwegian Refugee Council
          The Kenyan Ambassador in Oslo Henrik Dahl was summoned. | Henrik Dahl | Ambassador | Kenya
          Additional DIG Henrik Dahl said nobody was hurt. | Henrik Dahl | Additional DIG |
          The inquiry was opened by Chief Justice Henrik Dahl on Monday. | Henrik Dahl | Chief Justice |
          Maria Ivanova is the new director of the World Bank. | Maria Ivanova | director | World Bank
          The plan of Egyptian Finance Minister Dr. Mohamed Hassan failed. | Mohamed Hassan | Finance Minister | Egypt
          Prices fell, said Ivan Lam, a Hong Kong-based senior analyst at DBS Bank. | Ivan Lam | senior analyst | DBS Bank
          Grace Wanjiru, Kenya’s health and social services minister, declined to speak. | Grace Wanjiru | health and social services minister | Kenya
          Joseph Mwangi, the business, energy and industrial strategy secretary, stopped the sale. | Joseph Mwangi | business, energy and industrial strategy secretary |
          Maria Ivanova, the director of the town’s board of education, told them no. | Maria Ivanova | director | town’s board of education
          Henrik Dahl, head of strategy at Brazilian consulting firm Dahl Ventures, agreed. | Henrik Dahl | head of strategy | Dahl Ventures
          Henrik Dahl, a partner at the consultancy Dahl Ventures, agreed. | Henrik Dahl | partner | Dahl Ventures
          Henrik Dahl, a lawyer representing the owners, said it would be held. | Henrik Dahl | lawyer |
          Grace Wanjiru, a spokeswoman for Kenya’s governing Jubilee Party told the radio no. | Grace Wanjiru | spokeswoman | Kenya’s governing Jubilee Party
          Henrik Dahl, a manager with the survey, says gravel was found. | Henrik Dahl | manager | survey
          Joseph Mwangi has been sworn in as the new Kenya Army commander. | Joseph Mwangi | commander | Kenya Army
          They were welcomed by the Chairperson of the World Bank, Mrs Grace Wanjiru; and others. | Grace Wanjiru | Chairperson | World Bank
          It fears an attack, said Professor Grace Wanjiru of Oxford University. | Grace Wanjiru | Professor | Oxford University
          Committee member Joseph Mwangi (Jubilee Party) wanted to know more. | Joseph Mwangi | Committee member | Jubilee Party
          The law was signed by Dunmore hereditary Chief Joseph Mwangi. | Joseph Mwangi | hereditary Chief |
          The king’s traditional prime minister, Joseph Mwangi, filed papers. | Joseph Mwangi | traditional prime minister | king
          Henrik Dahl, chief Asia economist at DBS Bank, said no. | Henrik Dahl | chief Asia economist | DBS Bank
          French far-right leader Henrik Dahl spoke. | Henrik Dahl | far-right leader | France
          UN Special Rapporteur on torture Henrik Dahl spoke. | Henrik Dahl | Special Rapporteur on torture | UN
          Grace Wanjiru, marketing and communications executive at DBS Bank, agreed. | Grace Wanjiru | marketing and communications executive | DBS Bank
          It must stop, stated Joseph Mwangi former Norwegian justice minister. | Joseph Mwangi | justice minister | Norway
          Joseph Mwangi, a six-term governor of Lagos, declined. | Joseph Mwangi | governor | Lagos
          The Jubilee Party MP, Grace Wanjiru who opposed it, left. | Grace Wanjiru | MP | Jubilee Party
          Joseph Mwangi, a spokesman for Kenyan president Henrik Dahl, called it a raid. | Joseph Mwangi | spokesman | Kenyan president Henrik Dahl
          Joseph Mwangi, chairman of the World Bank delivers a speech. | Joseph Mwangi | chairman | World Bank
          White House press secretary Karen Holt spoke. | Karen Holt | press secretary | White House
          Booker Prize-winning novelist Maria Ivanova spoke. | Maria Ivanova | novelist |
          The commander of the Kenya Navy Major General Omar Haddad spoke. | Omar Haddad | commander | Kenya Navy
          Chairman of the Joint Chiefs of Staff Maj. Gen. Omar Haddad spoke. | Omar Haddad | Chairman of the Joint Chiefs of Staff |
          The imam of the mosque, Sheikh Ali Hassan, said no. | Ali Hassan | imam | mosque
          Author and activist Maria Ivanova spoke. | Maria Ivanova | Author |
          The plan was drawn up by Deputy Assistant Secretary of State for East Asia Henrik Dahl. | Henrik Dahl | Deputy Assistant Secretary of State for East Asia |
          """)
  void findsRoleAndAffiliation(String text, String name, String role, String affiliation) {
    assertThat(person(text, name).roles())
        .anySatisfy(
            found -> {
              assertThat(found.role()).isEqualTo(role);
              if (affiliation != null) {
                assertThat(found.affiliation()).isEqualTo(affiliation);
                assertThat(found.affiliationSpan()).isNotNull();
              }
              assertThat(found.span().of(text)).isEqualToIgnoringCase(roleAsWritten(text, role));
            });
  }

  /** A verb stands for the role it tells of. */
  private static String roleAsWritten(String text, String role) {
    return text.contains(role + "s ")
        ? role + "s"
        : text.contains(role + "ed by") ? role + "ed" : role;
  }

  @Test
  void givesAPluralTitleToEachInHisOwnCountry() {
    String text =
        "Kenyan and Norwegian Presidents Joseph Mwangi and Henrik Dahl met in Oslo on Friday.";
    assertThat(person(text, "Joseph Mwangi").roles())
        .extracting(Role::role, Role::affiliation)
        .containsExactly(org.assertj.core.api.Assertions.tuple("President", "Kenya"));
    assertThat(person(text, "Henrik Dahl").roles())
        .extracting(Role::role, Role::affiliation)
        .containsExactly(org.assertj.core.api.Assertions.tuple("President", "Norway"));
  }

  @Test
  void givesARoleToEachOfAList() {
    String text =
        "He thanked the two coaches Joseph Mwangi and Henrik Dahl for their work last year.";
    assertThat(person(text, "Joseph Mwangi").roles()).extracting(Role::role).contains("coach");
    assertThat(person(text, "Henrik Dahl").roles()).extracting(Role::role).contains("coach");
  }

  @Test
  void readsOverBracketsAndFormsOfAddressInAList() {
    String text =
        "Ministers Dr. Joseph Mwangi (Defence), Mrs Grace Wanjiru (Trade) and Henrik Dahl agreed.";
    for (String name : List.of("Joseph Mwangi", "Grace Wanjiru", "Henrik Dahl")) {
      assertThat(person(text, name).roles()).extracting(Role::role).containsExactly("Minister");
    }
  }

  @Test
  void givesAPluralRoleBehindSuchAsToEach() {
    String text = "Norwegian painters such as Henrik Dahl and Maria Ivanova live there.";
    assertThat(person(text, "Maria Ivanova").roles()).extracting(Role::role).contains("painter");
  }

  @Test
  void knowsAFormerRoleAtTheStartOfASentence() {
    assertThat(person("Former Arsenal forward Joel Mwangi scored.", "Joel Mwangi").roles())
        .extracting(Role::role, Role::affiliation, Role::status)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("forward", "Arsenal", Role.Status.FORMER));
  }

  @Test
  void tellsAnOfficeFromTheGradeOfItsHolder() {
    String text = "Kenya Air Force Commander Major General Joseph Mwangi came.";
    assertThat(person(text, "Joseph Mwangi").roles())
        .extracting(Role::role, Role::affiliation)
        .containsExactlyInAnyOrder(
            org.assertj.core.api.Assertions.tuple("Commander", "Kenya Air Force"),
            org.assertj.core.api.Assertions.tuple("Major General", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Maria Ivanova is one of the organizers. | organizer | CURRENT
          Maria Ivanova, who once headed the World Bank, said no. | head | FORMER
          The film, directed by Maria Ivanova, opens in May. | director | CURRENT
          """)
  void tellsTheRoleThatAnotherWordStandsFor(String text, String role, Role.Status status) {
    assertThat(person(text, "Maria Ivanova").roles())
        .extracting(Role::role, Role::status)
        .containsExactly(org.assertj.core.api.Assertions.tuple(role, status));
  }

  @Test
  void takesTheTownSomebodyIsBasedInForNoEmployer() {
    assertThat(person("Henrik Dahl, a London-based lawyer, said no.", "Henrik Dahl").roles())
        .extracting(Role::role, Role::affiliation)
        .containsExactly(org.assertj.core.api.Assertions.tuple("lawyer", null));
  }

  @Test
  void takesTheNextPartOfAListForNoRole() {
    String text = "Henrik Dahl, government officials and guests attended the dinner on Friday.";
    assertThat(person(text, "Henrik Dahl").roles()).isEmpty();
  }

  @Test
  void takesWhoReportsASentenceForNoRole() {
    Entity seller =
        person(
            "The club was put up for sale by Henrik Dahl, the driver announced on Friday.",
            "Henrik Dahl");
    assertThat(seller.roles()).isEmpty();
  }

  @Test
  void takesNoKinForARole() {
    String text = "He left with his brothers Joseph Mwangi and Henrik Dahl on Friday.";
    assertThat(person(text, "Henrik Dahl").roles()).isEmpty();
  }

  @Test
  void readsTwoTitlesOfOnePerson() {
    assertThat(
            person(
                    "It was Deputy Premier and Interior Minister Grace Wanjiru who called.",
                    "Grace Wanjiru")
                .roles())
        .extracting(Role::role)
        .contains("Interior Minister", "Deputy Premier");
    assertThat(
            person("The police spokesman, Brigadier Joseph Mwangi, said no.", "Joseph Mwangi")
                .roles())
        .extracting(Role::role)
        .contains("police spokesman", "Brigadier");
  }

  @Test
  void leavesARoleWithThePersonItStandsBehind() {
    String text =
        "The members are Henrik Dahl, Deputy Finance Secretary, Grace Wanjiru, and Joseph Mwangi.";
    assertThat(person(text, "Henrik Dahl").roles())
        .extracting(Role::role)
        .containsExactly("Deputy Finance Secretary");
    assertThat(person(text, "Grace Wanjiru").roles()).isEmpty();
  }

  @Test
  void tellsFormerAndActingHoldersApart() {
    assertThat(person("He met former Prime Minister Henrik Dahl in Oslo.", "Henrik Dahl").roles())
        .extracting(Role::status)
        .containsExactly(Role.Status.FORMER);
    assertThat(person("He met acting Prime Minister Henrik Dahl in Oslo.", "Henrik Dahl").roles())
        .extracting(Role::status)
        .containsExactly(Role.Status.ACTING);
  }

  @Test
  void readsAgeAndNationality() {
    Entity wanjiru =
        person("Grace Wanjiru, a 43-year-old Kenyan farmer, won the case.", "Grace Wanjiru");
    assertThat(wanjiru.age()).isEqualTo(43);
    assertThat(wanjiru.nationality()).isEqualTo("KE");
    assertThat(person("Maria Ivanova, 51, was found safe.", "Maria Ivanova").age()).isEqualTo(51);
  }

  @ParameterizedTest
  @CsvSource({
    "'Mr Wanjiru said he would appeal. Mr Wanjiru left.', Wanjiru, MALE",
    "'The report was read by spokeswoman Okoye Chidi in Lagos.', Okoye Chidi, FEMALE",
    "'Maria Ivanova left on Monday.', Maria Ivanova, FEMALE",
    "'Qasto Zembrovi left on Monday.', Qasto Zembrovi, UNKNOWN",
    "'Kerry Tyler said she would appeal. Tyler said she had time.', Kerry Tyler, FEMALE",
  })
  void tellsGenderOrLeavesItOpen(String text, String name, Entity.Gender gender) {
    assertThat(person(text, name).gender()).isEqualTo(gender);
  }

  private static Entity person(String text, String name) {
    List<Entity> found =
        EXTRACTOR.extract(Document.of(text), 0).stream()
            .filter(entity -> entity.type() == EntityType.PERSON && entity.name().equals(name))
            .toList();
    assertThat(found).as("%s in: %s", name, text).hasSize(1);
    return found.get(0);
  }
}
