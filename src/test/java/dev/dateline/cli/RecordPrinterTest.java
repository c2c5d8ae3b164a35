package dev.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.record.Alert;
import dev.dateline.record.AlertState;
import dev.dateline.record.ItemRef;
import dev.dateline.record.Quote;
import dev.dateline.record.QuoteKind;
import dev.dateline.record.RecordClasses;
import dev.dateline.record.Speaker;
import dev.dateline.record.StoryLink;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordPrinterTest {

  static {
    RecordClasses.trust();
  }

  private static final Withdrawal WITHDRAWAL = new Withdrawal("q1", "northwire:88", "3", "KILLED");

  private final StringWriter out = new StringWriter();

  private final Quote quote =
      Quote.newBuilder()
          .setId("q1")
          .setKind(QuoteKind.DIRECT)
          .setText("No ship leaves, \"none at all\",\nbefore the wind drops.")
          .setSpeaker(
              Speaker.newBuilder().setName("Mara Ellingsen").setRole("harbour master").build())
          .setItem(
              ItemRef.newBuilder()
                  .setId("northwire:88")
                  .setSource("northwire")
                  .setHeadline("Ferries stay in port")
                  .setPublished(Instant.parse("2026-03-04T05:06:07Z"))
                  .build())
          .setConfidence(0.5)
          .build();

  @Test
  void aStorySaysHowManyHaveItAndHowMuchDiffers() {
    StoryLink link =
        StoryLink.newBuilder()
            .setItemId("northwire:88")
            .setSource("northwire")
            .setStoryId("s1")
            .setCopies(3)
            .setDifference(0.25)
            .setComparedWith("southwire:7")
            .build();
    printer(RecordPrinter.Format.TEXT).print("northwire:88", link);
    assertThat(out.toString())
        .contains("story s1  3 items, 25% differs from southwire:7")
        .contains("northwire · northwire:88");
    RecordPrinter csv = new CsvPrinter(StoryLink.class, new PrintWriter(out));
    csv.print("northwire:88", link);
    assertThat(out.toString()).contains("northwire:88,northwire,s1,,,3,0.25,southwire:7");
  }

  @Test
  void textSaysWhoSaidWhatAndWhere() {
    RecordPrinter printer = printer(RecordPrinter.Format.TEXT);
    printer.print("q1", quote);
    printer.print(WITHDRAWAL);

    assertThat(out.toString())
        .contains("Mara Ellingsen, harbour master")
        .contains("“No ship leaves, \"none at all\", before the wind drops.”")
        .contains("northwire · 2026-03-04T05:06:07Z · Ferries stay in port")
        .contains("withdrawn q1  killed")
        .doesNotContain("\u001b");
  }

  @Test
  void textMarksWhatAnAlertFoundInColourOnTerminals() {
    Alert alert =
        Alert.newBuilder()
            .setRuleId("storms")
            .setState(AlertState.FIRED)
            .setSnippet("before the **wind** drops")
            .build();
    RecordPrinter.Format.TEXT
        .printer(Alert.class, new Terminal(true, 80), new PrintWriter(out))
        .print("storms", alert);

    assertThat(out.toString()).contains("before the \u001b[0;1;33mwind\u001b[0m drops");
  }

  @Test
  void jsonIsOneObjectALineWithdrawalsToo() throws Exception {
    RecordPrinter printer = printer(RecordPrinter.Format.JSON);
    printer.print("q1", quote);
    printer.print(WITHDRAWAL);

    String[] lines = out.toString().split("\\R");
    assertThat(lines).hasSize(2);
    JsonNode record = new ObjectMapper().readTree(lines[0]);
    assertThat(record.at("/speaker/name").asText()).isEqualTo("Mara Ellingsen");
    assertThat(record.at("/item/published").asText()).isEqualTo("2026-03-04T05:06:07Z");
    JsonNode withdrawal = new ObjectMapper().readTree(lines[1]);
    assertThat(withdrawal.get("withdrawn").asText()).isEqualTo("q1");
    assertThat(withdrawal.get("reason").asText()).isEqualTo("KILLED");
  }

  @Test
  void csvNamesItsColumnsOnceAndQuotesWhatNeedsIt() {
    RecordPrinter printer = printer(RecordPrinter.Format.CSV);
    printer.print("q1", quote);
    printer.print(WITHDRAWAL);

    assertThat(out.toString())
        .startsWith("id,kind,confidence,speaker,role,affiliation,text,section,item,version,")
        .contains(
            "q1,DIRECT,0.5,Mara Ellingsen,harbour master,,"
                + "\"No ship leaves, \"\"none at all\"\",\nbefore the wind drops.\",,northwire:88,")
        .endsWith("q1,WITHDRAWN,KILLED\r\n");
  }

  private RecordPrinter printer(RecordPrinter.Format format) {
    return format.printer(Quote.class, Terminal.PLAIN, new PrintWriter(out, true));
  }
}
