package dev.dateline.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who speaks, and what the article calls them at the fullest. */
class SpeakersTest {

  @Test
  void resolvesASurnameToTheFullNameWithRole() {
    Extraction found =
        Extraction.of(
            """
            Solberg sees deal

            Norwegian Foreign Minister Ingrid Solberg arrived in Rome on Sunday.

            "We are a day away from a deal," Solberg said.
            """);
    Speaker speaker = found.with("a day away").speaker();
    assertThat(speaker.name()).isEqualTo("Ingrid Solberg");
    assertThat(speaker.role()).containsIgnoringCase("foreign minister");
    assertThat(speaker.kind()).isEqualTo(Speaker.Kind.NAME);
  }

  @Test
  void resolvesPronounsByGender() {
    Extraction found =
        Extraction.of(
            """
            Bank names new chief

            Mr Peter Lang hands over to Mrs Anna Weiss in June.

            "I leave a sound bank," he said.

            "And I take it with both hands," she said.
            """);
    assertThat(found.with("sound bank").speaker().name()).isEqualTo("Peter Lang");
    assertThat(found.with("both hands").speaker().name()).isEqualTo("Anna Weiss");
    assertThat(found.with("both hands").speaker().kind()).isEqualTo(Speaker.Kind.PRONOUN);
  }

  @Test
  void resolvesNominalsByTheRolesOfTheArticle() {
    Extraction found =
        Extraction.of(
            """
            Solberg in Rome

            Norwegian Foreign Minister Ingrid Solberg met Rome mayor Carlo Neri on Sunday.

            The top diplomat said the deal was close.

            "It was a good day," the minister said.
            """);
    assertThat(found.with("the deal was close").speaker().name()).isEqualTo("Ingrid Solberg");
    assertThat(found.with("a good day").speaker().name()).isEqualTo("Ingrid Solberg");
    assertThat(found.with("a good day").speaker().kind()).isEqualTo(Speaker.Kind.NOMINAL);
  }

  @Test
  void resolvesAnAge() {
    Extraction found =
        Extraction.of(
            """
            Santos out for a month

            Leo Santos limped off in the first half.

            "I heard a crack," the 23-year-old said.
            """);
    assertThat(found.with("heard a crack").speaker().name()).isEqualTo("Leo Santos");
  }

  @Test
  void givesNoNameWhereTheTextGivesNone() {
    Extraction found =
        Extraction.of(
            """
            Talks to resume

            A senior diplomat, speaking on condition of anonymity, said the talks would resume \
            in Vienna.
            """);
    Speaker speaker = found.with("talks would resume").speaker();
    assertThat(speaker.name()).isNull();
    assertThat(speaker.mention().text()).isEqualTo("A senior diplomat");
    assertThat(speaker.role()).isEqualTo("senior diplomat");
  }

  @Test
  void keepsGroupsNameless() {
    Extraction found =
        Extraction.of("Kitchen fire\n\nOfficials said the fire had started in the kitchen.\n");
    Speaker speaker = found.with("started in the kitchen").speaker();
    assertThat(speaker.kind()).isEqualTo(Speaker.Kind.GROUP);
    assertThat(speaker.name()).isNull();
  }

  @Test
  void keepsDocumentsApart() {
    Extraction found =
        Extraction.of("Wells run dry\n\nThe report said more than half of the wells were dry.\n");
    Speaker speaker = found.with("half of the wells").speaker();
    assertThat(speaker.kind()).isEqualTo(Speaker.Kind.DOCUMENT);
    assertThat(speaker.name()).isNull();
  }

  @Test
  void aSpokesmanIsHimself() {
    Extraction found =
        Extraction.of(
            "Border shut\n\nA spokesman for the interior ministry said the border was closed.\n");
    Speaker speaker = found.with("border was closed").speaker();
    assertThat(speaker.name()).isNull();
    assertThat(speaker.role()).isEqualTo("spokesman");
    assertThat(speaker.affiliation()).isEqualTo("interior ministry");
  }

  @Test
  void readsOverARelativeClause() {
    Extraction found =
        Extraction.of(
            """
            Budget on course

            Olaf Lind, who replaced Marta Falk in June, said the budget would balance by 2027.
            """);
    assertThat(found.with("budget would balance").speaker().name()).isEqualTo("Olaf Lind");
    assertThat(found.with("budget would balance").said()).isNull();
  }

  @Test
  void readsOverAnApposition() {
    Extraction found =
        Extraction.of(
            """
            Another critic speaks up

            "It will not work," said another critic, Laurence Tamm.
            """);
    assertThat(found.with("will not work").speaker().name()).isEqualTo("Laurence Tamm");
  }

  @Test
  void goesOnQuotingWithoutACue() {
    Extraction found =
        Extraction.of(
            """
            Council wants a map

            Councillor Laura Finch said the plan should be shown on a map.

            "Where can we go to see what it means for our land?"
            """);
    assertThat(found.with("Where can we go").speaker().name()).isEqualTo("Laura Finch");
  }

  @Test
  void namesOrganisations() {
    Extraction found =
        Extraction.of(
            """
            Group counts the dead

            Human Rights Watch said at least 40 people had been killed in the shelling.
            """);
    assertThat(found.with("40 people").speaker().name()).isEqualTo("Human Rights Watch");
  }

  @Test
  void keepsTheOtherSpeakersOfAJointStatement() {
    Extraction found =
        Extraction.of(
            """
            Two ministers, one line

            "We are united on this," Foreign Ministers Ana Sousa and Erik Dahl said in a joint \
            statement.
            """);
    Quote quote = found.with("united");
    assertThat(quote.speaker().name()).isEqualTo("Ana Sousa");
    assertThat(quote.jointWith()).extracting(Speaker::name).containsExactly("Erik Dahl");
  }

  @Test
  void takesNoPlaceForWhoSpeaks() {
    Extraction found =
        Extraction.of(
            """
            Grain crop falls

            "I was braced for worse than this," said a dealer in Carrow Bay, who said the \
            barley had rotted.
            """);
    assertThat(found.quotes()).allMatch(quote -> quote.speaker().name() == null);
  }

  @Test
  void takesUpABodyByANounOfItsName() {
    Extraction found =
        Extraction.of(
            """
            Ferry firm fined

            The Ministry of Transport fined Corvane Shipping Ltd on Monday.

            "Two of the boats had no rafts," the ministry said.

            The company said it would pay. It said the rafts had been on order.
            """);
    assertThat(found.with("no rafts").speaker().name()).isEqualTo("Ministry of Transport");
    assertThat(found.with("no rafts").speaker().kind()).isEqualTo(Speaker.Kind.GROUP);
    assertThat(found.with("it would pay").speaker().name()).isEqualTo("Corvane Shipping Ltd");
    assertThat(found.with("on order").speaker().name()).isEqualTo("Corvane Shipping Ltd");
  }

  @Test
  void takesUpNoBodyThatItsNameOrItsDescriptionRulesOut() {
    Extraction found =
        Extraction.of(
            """
            Harbour loan agreed

            The World Bank and the Ministry of Transport signed the loan on Monday.

            The newspaper said the loan had been agreed in May.

            The health ministry said nobody had asked about the noise.
            """);
    assertThat(found.with("agreed in May").speaker().name()).isNull();
    assertThat(found.with("about the noise").speaker().name()).isNull();
  }

  @Test
  void takesUpWhomADescriptionFitsThatNoRoleTells() {
    Extraction found =
        Extraction.of(
            """
            Rivals trade blows

            Mr Victor Hallan, after Mrs Ines Corda at the forum, blamed the port for the delay.

            "We need new cranes," the billionaire said.
            """);
    assertThat(found.with("new cranes").speaker().name()).isEqualTo("Victor Hallan");
  }

  @Test
  void takesUpNobodyByARoleThatIsSomebodyElses() {
    Extraction found =
        Extraction.of(
            """
            Vote put off

            President Victor Hallan put off the vote on Monday.

            "He is afraid of the count," the opposition leader said.
            """);
    assertThat(found.with("afraid of the count").speaker().name()).isNull();
  }

  @Test
  void goesOnWithWhoHasNoName() {
    Extraction found =
        Extraction.of(
            """
            Mayor under guard

            Mr Victor Hallan was mayor of Carrow for ten years.

            A senior police officer said the door had been forced. He said nothing was taken.
            """);
    Speaker speaker = found.with("nothing was taken").speaker();
    assertThat(speaker.name()).isNull();
    assertThat(speaker.role()).isEqualTo("senior police officer");
  }

  @Test
  void givesAParagraphInMarksToTheOnlyPersonOfTheOneBefore() {
    Extraction found =
        Extraction.of(
            """
            Call centre grows

            The firm opened its third call centre in May.

            Nadia Ferrow is an agent at the new centre.

            "When I came we were eleven people, and now we fill two floors."
            """);
    assertThat(found.with("eleven people").speaker().name()).isEqualTo("Nadia Ferrow");
  }

  @Test
  void readsAStopBeforeTheMarkThatCloses() {
    Extraction found =
        Extraction.of(
            """
            Startup looks abroad

            Nadia Ferrow came home to Carrow in 2017 to start the company.

            "The first aim is to keep our engineers here." Ferrow says.
            """);
    assertThat(found.with("first aim").speaker().name()).isEqualTo("Nadia Ferrow");
  }

  @Test
  void endsWhoSpeaksBeforeAVerb() {
    Extraction found =
        Extraction.of(
            """
            Rally in Carrow

            Hallan took the stage at noon and called the budget "rotten to the core."
            """);
    assertThat(found.with("rotten").speaker().mention().text()).isEqualTo("Hallan");
  }

  @Test
  void givesNoNameToAWordThatMerelyStartsASentence() {
    Extraction found =
        Extraction.of(
            """
            Rain expected

            Part of the statement said the dam was full.
            """);
    assertThat(found.quotes()).allMatch(quote -> quote.speaker().name() == null);
  }

  @Test
  void takesNoPlaceAtTheHeadOfAnItemForWhoSpeaks() {
    Extraction found =
        Extraction.of(
            """
            London: Harbour opens to cruise ships on Monday

            The harbour opens to cruise ships on Monday.
            """);
    assertThat(found.quotes()).allMatch(quote -> quote.speaker() == null);
  }

  @Test
  void namesNoSpeakerAsHisOwnPartner() {
    Extraction found =
        Extraction.of(
            """
            Office answers

            The Office for Harbours and Waterways said the dredging would end in May.
            """);
    assertThat(found.with("end in May").jointWith()).isEmpty();
  }

  @Test
  void readsOverWhatAnOfficeIsOf() {
    Extraction found =
        Extraction.of(
            """
            Harvest late

            Director-General of Planning at the Ministry of Farming, Dr Nadia Ferrow, said the \
            harvest would be two weeks late.
            """);
    assertThat(found.with("two weeks late").speaker().name()).isEqualTo("Nadia Ferrow");
  }

  @Test
  void takesNoAgencyOfADatelineForABody() {
    Extraction found =
        Extraction.of(
            """
            Carmaker cuts outlook

            KORSA, May 4 (Balkan Wire) - The company said on Tuesday it would cut 400 jobs.
            """);
    assertThat(found.with("400 jobs").speaker().name()).isNull();
  }

  @Test
  void takesNoWordThatOpensASentenceForAName() {
    Extraction found =
        Extraction.of(
            """
            HARLOW (Balkan Wire) - Dockers at Harlow voted to strike, rejecting an offer that their \
            union called “an insult dressed up as a compromise”.

            The chief executive said: “One of whom told us, ‘Take it, it is fair.’”
            """);
    for (Quote quote : found.quotes()) {
      assertThat(quote.speaker() == null ? null : quote.speaker().name()).isNull();
    }
  }

  @Test
  void findsTheNameBehindACommaAndAnOffice() {
    Extraction found =
        Extraction.of(
            """
            Leaders trade words over meeting

            KORSA (Balkan Wire) - Foreign Minister Pavel Dahl said the talks were over. His Arvelian \
            counterpart, Palace press secretary Dana Cole, was quoted by Radio Korsa as saying that \
            the talks “had never begun”.

            A person who asked not to be named because the talks were private said both were wrong.
            """);
    assertThat(found.with("never begun").speaker().name()).isEqualTo("Dana Cole");
    assertThat(found.quotes()).noneMatch(quote -> quote.text().contains("not to be named"));
  }

  @Test
  void takesNobodysFriendForHimself() {
    Extraction found =
        Extraction.of(
            """
            Hallan alone

            Mr Victor Hallan spent Monday at home.

            "He sleeps badly," one Hallan confidant said.

            "He never slept well," an unnamed author said.
            """);
    assertThat(found.with("sleeps badly").speaker().name()).isNull();
    assertThat(found.with("never slept").speaker().name()).isNull();
  }

  @Test
  void takesAnyVerbBehindASentenceInMarksForItsCue() {
    Extraction found =
        Extraction.of(
            """
            Mayors trade insults

            Ron Trent claimed that the town had lost its soul: "Orland is no longer Orland."

            "Orland will always be Orland," an angry Viktor Hollander retaliated. "It never gives \
            up."
            """);
    Quote quote = found.with("will always be");
    assertThat(quote.speaker().name()).isEqualTo("Viktor Hollander");
    assertThat(quote.cue().text()).isEqualTo("retaliated");
  }

  @Test
  void knowsWhoseWordsAreQuoted() {
    Extraction found =
        Extraction.of(
            """
            Chancellor under fire

            Chancellor Ana Ruiz met Ben Okafor on Monday. In Okafor's words, "the town is a \
            shambles that nobody can mend".
            """);
    assertThat(found.with("shambles").speaker().name()).isEqualTo("Ben Okafor");
  }

  @Test
  void takesUpThePersonNamedByATitleThatIsNew() {
    Extraction found =
        Extraction.of(
            """
            Chan denies taking money

            The claims about the port fund are untrue, former party deputy Konrad Chan said on \
            Monday.

            The former Transport Minister said he was prepared to be questioned.

            The customs counsel said there would be no comment.
            """);
    assertThat(found.with("to be questioned").speaker().name()).isEqualTo("Konrad Chan");
  }

  @Test
  void tellsTheLatterOfTwoPeople() {
    Extraction found =
        Extraction.of(
            """
            Ministers defend port plan

            Ports Minister Dev Balgo and Works Minister Bob Hurram met the press on Monday. The \
            latter said the plan would go ahead before the rains.
            """);
    assertThat(found.with("go ahead").speaker().name()).isEqualTo("Bob Hurram");
  }

  @Test
  void trustsAPronounMoreThanAGivenName() {
    Extraction found =
        Extraction.of(
            """
            Youth leader hails change

            Maria Surin, the president of the youth wing, said the valley had changed.

            "We used to read about attacks every day," he said.

            "Today we read about prizes that Prime Minister Norman Dole gives," he said.
            """);
    assertThat(found.with("attacks every day").speaker().name()).isEqualTo("Maria Surin");
    assertThat(found.with("about prizes").speaker().name()).isEqualTo("Maria Surin");
  }

  @Test
  void takesNoTitleForAName() {
    Extraction found =
        Extraction.of(
            """
            Works to start in spring

            Adviser to the board on roads said the works would start in spring.

            The South Valley MP said that the works would be finished by autumn.
            """);
    assertThat(found.with("start in spring").speaker().name()).isNull();
    assertThat(found.with("by autumn").speaker().name()).isNull();
  }
}
