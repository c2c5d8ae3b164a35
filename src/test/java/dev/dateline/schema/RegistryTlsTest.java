package dev.dateline.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry behind TLS, with a certificate that only those know who are told of it. */
class RegistryTlsTest {

  private static final String PASSWORD = "changeit";

  @TempDir private static Path folder;

  private static HttpsServer server;
  private static Path store;

  @BeforeAll
  static void start() throws Exception {
    store = folder.resolve("registry.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "registry",
                "-keyalg",
                "EC",
                "-dname",
                "CN=registry",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();

    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);

    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext(
        "/schemas/types",
        exchange -> {
          byte[] types = "[\"AVRO\"]".getBytes(StandardCharsets.UTF_8);
          try (exchange) {
            exchange.sendResponseHeaders(200, types.length);
            exchange.getResponseBody().write(types);
          }
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @Test
  void isReachedWithItsCertificate() {
    Map<String, Object> settings = settings();
    settings.put("schema.registry.ssl.truststore.location", store.toString());
    settings.put("schema.registry.ssl.truststore.password", PASSWORD);
    settings.put("schema.registry.ssl.truststore.type", "PKCS12");
    try (RegistrySchemas schemas = RegistrySchemas.of(settings)) {
      schemas.ping();
    }
  }

  @Test
  void isNotTrustedWithout() {
    try (RegistrySchemas schemas = RegistrySchemas.of(settings())) {
      assertThatThrownBy(schemas::ping)
          .isInstanceOf(RegistryRefusedException.class)
          .hasMessageContaining("schema.registry.ssl");
    }
  }

  private static Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("schema.registry.url", "https://127.0.0.1:" + server.getAddress().getPort());
    return settings;
  }
}
