package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.junit.jupiter.api.Test;

/** README and the release's sample settings know every setting, with its default, and no other. */
class SettingsDocumentationTest {

  private static final Path README = Path.of("README.md");
  private static final Path SAMPLE = Path.of("src/release/config/dateline.properties");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(dateline\\.[a-z.]+)` \\| (none|`([^`]*)`) \\|");
  private static final Pattern COMMENTED = Pattern.compile("(?m)^#(dateline\\.[a-z.]+)=(.*)$");

  @Test
  void theReadmeListsEverySettingWithItsDefault() throws IOException {
    Set<String> listed = new TreeSet<>();
    Matcher row = ROW.matcher(Files.readString(README));
    while (row.find()) {
      ConfigKey key = DatelineSettings.definitions().configKeys().get(row.group(1));
      assertThat(key).as(row.group(1)).isNotNull();
      String byDefault = key.hasDefault() && key.defaultValue != null ? text(key) : "";
      assertThat(row.group(3) == null ? "" : row.group(3)).as(row.group(1)).isEqualTo(byDefault);
      listed.add(row.group(1));
    }
    assertThat(listed).isEqualTo(new TreeSet<>(DatelineSettings.definitions().names()));
  }

  @Test
  void theSampleShowsEverySetting() throws IOException {
    Set<String> shown = new TreeSet<>();
    Matcher line = COMMENTED.matcher(Files.readString(SAMPLE));
    while (line.find()) {
      shown.add(line.group(1));
    }
    assertThat(shown).isEqualTo(new TreeSet<>(DatelineSettings.definitions().names()));
  }

  @Test
  void theSampleIsValidAsItStands() throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(SAMPLE)) {
      properties.load(reader);
    }
    assertThat(properties.stringPropertyNames())
        .containsExactlyInAnyOrder("bootstrap.servers", "schema.registry.url", "application.id");
    assertThat(DatelineConfig.builder().file(SAMPLE).build().applicationId()).isEqualTo("dateline");
  }

  private static String text(ConfigKey key) {
    return String.valueOf(key.defaultValue);
  }
}
