package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineConfigTest {

  @Test
  void flagsGoOverTheEnvironmentWhichGoesOverFiles(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("dateline.properties");
    Files.writeString(
        file, "bootstrap.servers=file:1\ndateline.partitions=2\ndateline.retention=3d\n");
    DatelineConfig config =
        DatelineConfig.builder()
            .file(file)
            .environment(
                Map.of("KAFKA_BOOTSTRAP_SERVERS", "env:1", "DATELINE_PARTITIONS", "4", "HOME", "/"))
            .flag("bootstrap.servers", "flag:1")
            .build();
    assertThat(config.bootstrapServers()).isEqualTo("flag:1");
    assertThat(config.partitions()).isEqualTo(4);
    assertThat(config.retention()).isEqualTo(Duration.ofDays(3));
    assertThat(config.settings().get("bootstrap.servers").origin()).isEqualTo("flag");
    assertThat(config.settings().get("dateline.partitions").origin())
        .isEqualTo("environment DATELINE_PARTITIONS");
    assertThat(config.settings().get("dateline.retention").origin()).isEqualTo(file.toString());
    assertThat(config.settings().get("dateline.topic.prefix").origin()).isEqualTo("default");
  }

  @ParameterizedTest
  @CsvSource({
    "KAFKA_SASL_JAAS_CONFIG, sasl.jaas.config",
    "KAFKA_SCHEMA_REGISTRY_URL, schema.registry.url",
    "KAFKA_PRODUCER_LINGER_MS, producer.linger.ms",
    "DATELINE_MAX_ITEM_BYTES, dateline.max.item.bytes",
    "KAFKA_A__B___C_D, a-b_c.d"
  })
  void theEnvironmentNamesSettingsAsConfluentsImagesDo(String variable, String setting) {
    assertThat(EnvironmentNames.settingOf(variable)).isEqualTo(setting);
  }

  @ParameterizedTest
  @ValueSource(strings = {"KAFKA_OPTS", "KAFKA_HEAP_OPTS", "DATELINE_CLASSPATH", "PATH", "KAFKA_"})
  void variablesOfLaunchersAreNoSettings(String variable) {
    assertThat(EnvironmentNames.settingOf(variable)).isNull();
  }

  @Test
  void anUnknownSettingIsRefusedByNameAndOrigin() {
    assertThatThrownBy(() -> DatelineConfig.builder().flag("dateline.retension", "3d").build())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("dateline.retension")
        .hasMessageContaining("flag");
  }

  @ParameterizedTest
  @CsvSource({
    "dateline.retention, a while",
    "dateline.partitions, 0",
    "dateline.topic.prefix, news/",
    "dateline.max.item.bytes, 8MB"
  })
  void aValueThatMakesNoSenseIsRefused(String name, String value) {
    assertThatThrownBy(() -> DatelineConfig.of(Map.of(name, value)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(name);
  }

  @Test
  void secretsAreNotShown() {
    DatelineConfig config =
        DatelineConfig.of(
            Map.of(
                "sasl.jaas.config", "x password='y'",
                "ssl.keystore.location", "/etc/key.p12",
                "ssl.keystore.key", "-----BEGIN",
                "schema.registry.url", "https://user:pass@registry:8081",
                "dateline.http.token", "t0ken"));
    assertThat(config.settings().get("sasl.jaas.config").shown()).isEqualTo("[hidden]");
    assertThat(config.settings().get("ssl.keystore.key").shown()).isEqualTo("[hidden]");
    assertThat(config.settings().get("ssl.keystore.location").shown()).isEqualTo("/etc/key.p12");
    assertThat(config.settings().get("dateline.http.token").shown()).isEqualTo("[hidden]");
    assertThat(config.settings().get("schema.registry.url").shown())
        .isEqualTo("https://[hidden]@registry:8081");
  }

  @Test
  void eachClientGetsWhatIsItsOwnWithItsPrefixOverIt() {
    DatelineConfig config =
        DatelineConfig.of(
            Map.of(
                "security.protocol", "SSL",
                "num.stream.threads", "2",
                "producer.linger.ms", "7",
                "linger.ms", "3",
                "consumer.max.poll.records", "9",
                "my.interceptor.setting", "x"));
    assertThat(config.producer())
        .containsEntry("linger.ms", "7")
        .containsEntry("security.protocol", "SSL")
        .containsEntry("my.interceptor.setting", "x")
        .containsEntry("max.request.size", config.sizes().deadLetter())
        .doesNotContainKeys("num.stream.threads", "max.poll.records", "application.id");
    assertThat(config.consumer())
        .containsEntry("max.poll.records", "9")
        .containsEntry("isolation.level", "read_committed")
        .doesNotContainKeys("linger.ms", "producer.linger.ms");
    assertThat(config.admin()).doesNotContainKeys("linger.ms", "schema.registry.url");
  }

  @Test
  void sizesGrowFromRawToDerivedToDeadLetters() {
    Sizes sizes = DatelineConfig.of(Map.of("dateline.max.item.bytes", "1000000")).sizes();
    assertThat(sizes.item()).isLessThan(sizes.raw());
    assertThat(sizes.raw()).isLessThan(sizes.derived());
    assertThat(sizes.derived()).isLessThan(sizes.deadLetter());
  }

  @Test
  void everySettingIsDocumented() {
    assertThat(DatelineSettings.definitions().configKeys().values())
        .allSatisfy(key -> assertThat(key.documentation).as(key.name).isNotBlank());
  }
}
