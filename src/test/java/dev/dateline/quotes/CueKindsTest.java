package dev.dateline.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What reports speech: verbs, prepositions and nouns. */
class CueKindsTest {

  @Test
  void accordingTo() {
    Extraction found = article("According to the coast guard, two fishermen were rescued at dawn.");
    Quote quote = found.with("two fishermen were rescued");
    assertThat(quote.cue().text()).isEqualTo("According to");
    assertThat(quote.speaker().mention().text()).isEqualTo("the coast guard");
  }

  @Test
  void accordingToAtTheEnd() {
    Extraction found =
        article("More than half of the wells in the province are dry, according to the report.");
    assertThat(found.with("wells").text())
        .isEqualTo("More than half of the wells in the province are dry");
    assertThat(found.with("wells").speaker().kind()).isEqualTo(Speaker.Kind.DOCUMENT);
  }

  @Test
  void nounThatReports() {
    Extraction found =
        article("His statement that the bridge was safe came a day after the engineers left.");
    assertThat(found.with("the bridge was safe").cue().text()).isEqualTo("statement");
  }

  @Test
  void addingThat() {
    Extraction found =
        article("Minister Ada Marr said the tax was dead, adding that more cuts could follow.");
    assertThat(found.with("more cuts could follow").cue().text()).isEqualTo("adding");
    assertThat(found.with("more cuts could follow").speaker().name()).isEqualTo("Ada Marr");
  }

  @Test
  void askedWhether() {
    Extraction found =
        article("A reporter asked whether the prime minister had known about the letter.");
    Quote quote = found.with("had known about the letter");
    assertThat(quote.stance()).isEqualTo(Stance.QUESTION);
    assertThat(quote.cue().text()).isEqualTo("asked");
  }

  @Test
  void toldWhom() {
    Extraction found =
        article("Defence Minister Ruth Okafor told parliament that two frigates had been ordered.");
    Quote quote = found.with("two frigates had been ordered");
    assertThat(quote.addressee().text()).isEqualTo("parliament");
    assertThat(quote.speaker().name()).isEqualTo("Ruth Okafor");
  }

  @Test
  void wasQuotedAsSaying() {
    Extraction found = article("Chairman Viktor Hale was quoted as saying the merger was dead.");
    assertThat(found.with("the merger was dead").speaker().name()).isEqualTo("Viktor Hale");
  }

  @Test
  void speechThroughAnInterpreter() {
    Extraction found =
        article(
            "Speaking through an interpreter, goalkeeper Kenji Arai said: \"I felt the crowd"
                + " behind me.\"");
    assertThat(found.with("I felt the crowd").speaker().name()).isEqualTo("Kenji Arai");
  }

  @Test
  void writing() {
    Extraction found =
        article("\"We are ready for the winter,\" mayor Britt Aas wrote on Twitter on Sunday.");
    assertThat(found.with("ready for the winter").cue().text()).isEqualTo("wrote");
    assertThat(found.with("ready for the winter").medium()).isEqualTo("post");
  }

  private static Extraction article(String sentence) {
    return Extraction.of("News from the province\n\n" + sentence + "\n");
  }
}
