package dev.dateline.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages as Standard Webhooks 1.0 says: HMAC-SHA256, in Base64, over id, time and body, for
 * each secret. Several secrets let a receiver change over from one to another. Thread-safe.
 */
final class WebhookSignature {

  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  private final List<SecretKeySpec> keys;

  /**
   * @param secrets each {@code whsec_} and 24 to 64 bytes in Base64
   * @throws IllegalArgumentException where one is none; the message does not repeat it
   */
  WebhookSignature(List<String> secrets) {
    List<SecretKeySpec> made = new ArrayList<>();
    for (String secret : secrets) {
      made.add(new SecretKeySpec(bytes(secret.strip()), ALGORITHM));
    }
    keys = List.copyOf(made);
  }

  private static byte[] bytes(String secret) {
    String wanted =
        "a webhook's secret is '"
            + PREFIX
            + "' and "
            + SHORTEST
            + " to "
            + LONGEST
            + " bytes in Base64";
    if (!secret.startsWith(PREFIX)) {
      throw new IllegalArgumentException(wanted);
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(wanted, null); // its message would show a part of it
    }
    if (bytes.length < SHORTEST || bytes.length > LONGEST) {
      throw new IllegalArgumentException(wanted);
    }
    return bytes;
  }

  /**
   * The value of the header {@code webhook-signature}.
   *
   * @param id value of {@code webhook-id}
   * @param seconds value of {@code webhook-timestamp}
   * @param body the body
   */
  String sign(String id, long seconds, byte[] body) {
    List<String> signatures = new ArrayList<>();
    for (SecretKeySpec key : keys) {
      try {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(key);
        mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
        signatures.add("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body)));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java has " + ALGORITHM, e);
      }
    }
    return String.join(" ", signatures);
  }
}
