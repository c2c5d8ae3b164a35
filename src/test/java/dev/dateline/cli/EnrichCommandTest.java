package dev.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EnrichCommandTest {

  private static final String STORY =
      """
      Ferry to Port Eldrin suspended

      PORT ELDRIN (Northwire) - Harbour master Mara Ellingsen stopped all ferries on Tuesday.

      "No ship leaves before the wind drops," Ellingsen said.
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void printsOneObjectALineNamedAsTheFile() throws Exception {
    Path first = write("first.txt", STORY);
    Path second = write("second.txt", STORY);

    assertThat(run("--json", first.toString(), second.toString())).isZero();

    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(2);
    JsonNode json = new ObjectMapper().readTree(lines.get(0));
    assertThat(json.get("id").asText()).isEqualTo("first.txt");
    assertThat(json.get("text").asText()).startsWith("Ferry to Port Eldrin suspended");
    assertThat(json.has("byline")).isTrue();
    assertThat(json.get("quotes").isArray()).isTrue();
    assertThat(json.get("entities").isArray()).isTrue();
    assertThat(json.get("removed").isArray()).isTrue();
    assertThat(new ObjectMapper().readTree(lines.get(1)).get("id").asText())
        .isEqualTo("second.txt");
  }

  @Test
  void namesBadFilesAndGoesOn() throws Exception {
    Path empty = write("empty.txt", "");
    Path good = write("good.txt", STORY);
    Path missing = folder.resolve("missing.txt");

    assertThat(run("--json", empty.toString(), missing.toString(), good.toString())).isEqualTo(1);

    assertThat(err.toString()).contains(empty + ": is empty").contains(missing + ": no such file");
    assertThat(out.toString().lines()).hasSize(1);
  }

  @Test
  void refusesWhatIsTooLarge() throws Exception {
    Path large = write("large.txt", STORY);

    assertThat(run("--max-bytes", "20", large.toString())).isEqualTo(1);

    assertThat(err.toString()).contains("too large");
  }

  @Test
  void printsTheArticleForPeople() throws Exception {
    assertThat(run(write("story.txt", STORY).toString())).isZero();

    assertThat(out.toString())
        .contains("Ferry to Port Eldrin suspended")
        .contains("\"No ship leaves before the wind drops,\"[1] Ellingsen said.")
        .containsSubsequence(
            "QUOTES", "[1] Mara Ellingsen", "“No ship leaves before the wind drops”")
        .containsSubsequence("NAMES", "Mara Ellingsen")
        .doesNotContain("\u001b");
  }

  @Test
  void wantsAFile() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("FILE");
  }

  private int run(String... arguments) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "enrich";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return command.execute(all);
  }

  private Path write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }
}
