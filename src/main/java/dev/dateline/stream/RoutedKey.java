package dev.dateline.stream;

import java.nio.charset.StandardCharsets;

/**
 * A record's key together with what decides its partition, which a key need not tell: a quote lies
 * where its item lies.
 *
 * @param route item id or rule id whose partition it goes to; null: by the key, as Kafka does
 * @param bytes the key itself, or null
 */
record RoutedKey(String route, byte[] bytes) {

  static RoutedKey of(String route, String key) {
    return new RoutedKey(route, key.getBytes(StandardCharsets.UTF_8));
  }
}
