package dev.dateline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

  /** The bytes 0 to 31. */
  private static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private static final byte[] BODY = "{\"type\":\"alert.fired\"}".getBytes(StandardCharsets.UTF_8);

  /** Computed with: printf | openssl dgst -sha256 -mac HMAC -macopt hexkey:... -binary | base64 */
  @Test
  void signsIdTimeAndBody() {
    assertThat(new WebhookSignature(List.of(SECRET)).sign("alert_1_fired", 1_767_225_600, BODY))
        .isEqualTo("v1,ZfHSqP5a9nqiFZ3+SSThZHDFdQX1WVn6PWlXrQZEA0k=");
  }

  @Test
  void signsWithEverySecretWhileTheyAreChanged() {
    String other = "whsec_" + "QUFB".repeat(10);
    String both = new WebhookSignature(List.of(SECRET, other)).sign("a", 1, BODY);
    assertThat(both.split(" "))
        .containsExactly(
            new WebhookSignature(List.of(SECRET)).sign("a", 1, BODY),
            new WebhookSignature(List.of(other)).sign("a", 1, BODY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hunter2", "whsec_", "whsec_c2hvcnQ=", "whsec_***", "WHSEC_AAEC"})
  void whatIsNoSecretIsRefusedAndNotRepeated(String secret) {
    assertThatThrownBy(() -> new WebhookSignature(List.of(secret)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a webhook's secret is 'whsec_' and 24 to 64 bytes")
        .hasNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2", "c2hvcnQ"));
  }
}
