package dev.dateline.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.record.Alert;
import dev.dateline.record.AlertState;
import dev.dateline.schema.AvroJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Posts alerts as JSON, as Standard Webhooks says. */
final class WebhookCourier implements Courier {

  private static final JsonFactory JSON = new JsonFactory();

  private final HttpPoster poster;
  private final WebhookSignature signature;
  private final Clock clock;

  /**
   * @param signature signs the messages
   */
  WebhookCourier(HttpPoster poster, WebhookSignature signature, Clock clock) {
    this.poster = poster;
    this.signature = signature;
    this.clock = clock;
  }

  @Override
  public Outcome deliver(List<Alert> alerts) throws InterruptedException {
    for (Alert alert : alerts) {
      Outcome outcome = deliver(alert);
      if (outcome.kind() != Outcome.Kind.DELIVERED) {
        return outcome;
      }
    }
    return Outcome.DELIVERED;
  }

  private Outcome deliver(Alert alert) throws InterruptedException {
    byte[] body = body(alert);
    String id = id(alert);
    long seconds = clock.instant().getEpochSecond();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(seconds));
    headers.put("webhook-signature", signature.sign(id, seconds, body));
    return poster.post(body, headers);
  }

  /** The same whenever an alert is sent; a retraction has its own. */
  static String id(Alert alert) {
    return "alert_" + alert.getAlertId() + (isRetraction(alert) ? "_retracted" : "_fired");
  }

  private static boolean isRetraction(Alert alert) {
    return alert.getState() == AlertState.RETRACTED;
  }

  /** {@code {"type", "timestamp", "data"}}; data is the alert as everywhere else. */
  static byte[] body(Alert alert) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    var time = isRetraction(alert) ? alert.getRetracted() : alert.getFired();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("type", isRetraction(alert) ? "alert.retracted" : "alert.fired");
      json.writeStringField("timestamp", time == null ? null : time.toString());
      json.writeFieldName("data");
      AvroJson.write(alert, json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array cannot fail", e);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    poster.close();
  }
}
