package dev.dateline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliverySettingsTest {

  private static final String KEY = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private static DeliverySettings read(String yaml) {
    Map<String, String> environment = Map.of("DESK_SECRET", KEY, "EMPTY", " ");
    return DeliverySettings.read(
        yaml, environment::get, text -> Duration.parse("PT" + text), "test/1");
  }

  @Test
  void readsEverySortOfSink(@TempDir Path folder) throws IOException {
    Path url = Files.writeString(folder.resolve("url"), "https://chat.example/T0/B0/x\n");
    DeliverySettings settings =
        read(
            """
            sinks:
              - name: desk
                type: webhook
                url: https://desk.example/hooks
                secret: ${env:DESK_SECRET}
                rules: [cyber, sanctions]
                tags: [security]
                retry: {attempts: 3, first: 2s, most: 1m}
              - name: newsroom
                type: slack
                url: ${file:%s}
              - name: morning
                type: email
                from: Dateline <dateline@press.example>
                to: [desk@press.example]
                every: 30m
                smtp: {host: mail.press.example, user: dateline, password: "${env:DESK_SECRET}"}
            """
                .formatted(url));

    assertThat(settings.names()).containsExactly("desk", "newsroom", "morning");
    assertThat(settings.sink("desk").route().rules())
        .containsExactlyInAnyOrder("cyber", "sanctions");
    assertThat(settings.sink("desk").retries())
        .isEqualTo(new Retries(3, Duration.ofSeconds(2), Duration.ofMinutes(1)));
    assertThat(settings.sink("newsroom").every()).isNull();
    assertThat(settings.sink("newsroom").retries()).isEqualTo(Retries.USUAL);
    assertThat(settings.sink("morning").every()).isEqualTo(Duration.ofMinutes(30));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sinks: [{type: slack}] | needs a name",
        "sinks: [{name: a b, type: slack}] | needs a name",
        "sinks: [{name: a}] | sink a: its type",
        "sinks: [{name: a, type: pigeon}] | cannot be read at line 1",
        "sinks: [{name: a, type: slack}] | it needs 'url'",
        "sinks: [{name: a, type: slack, url: 'ftp://x.example'}] | https://",
        "sinks: [{name: a, type: slack, url: 'https://u:p4ss@x.example'}] | has a user",
        "sinks: [{name: a, type: slack, url: '${env:NOWHERE}'}] | the environment has no NOWHERE",
        "sinks: [{name: a, type: slack, url: '${env:EMPTY}'}] | the environment has no EMPTY",
        "sinks: [{name: a, type: slack, url: '${file:/no/such}'}] | cannot read the file /no/such",
        "sinks: [{name: a, type: webhook, url: 'https://x.example'}] | needs a secret",
        "sinks: [{name: a, type: webhook, url: 'https://x.example', secret: p4ss}] | whsec_",
        "sinks: [{name: a, type: slack, url: 'https://x.example', urll: p4ss}] | 'urll'",
        "sinks: [{name: a, type: slack, url: 'https://x.example', timeout: 90s}] | at most 60s",
        "sinks: [{name: a, type: email, from: a@x.example, to: [b@x.example]}] | mail server",
        "sinks: [{name: a, type: email, smtp: {host: m}, from: a@x.example}] | receivers",
        "sinks: [{name: a, type: email, smtp: {host: m}, from: nobody, to: [b@x.example]}] | 'nobody'",
        "sinks: [{name: a, type: email, smtp: {host: m, user: u, password: p4ss, tls: none}, from: a@x.example, to: [b@x.example]}] | unencrypted",
        "sinks: [{name: a, type: slack, url: 'https://x.example'}, {name: a, type: slack, url: 'https://x.example'}] | twice",
        "sink: p4ss | 'sink'",
        "p4ss | cannot be read",
      })
  void whatMakesNoSenseIsRefusedWithoutTheSecret(String yaml, String reason) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("p4ss"));
  }
}
