package dev.dateline.schema;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.RestService;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.SchemaString;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.kafka.common.config.ConfigException;

/**
 * Schemas of a real registry: Confluent's, or any other that speaks its protocol.
 *
 * <p>Settings go by Confluent's own names and reach its client as they are: {@code
 * schema.registry.url} (several parted by commas are tried in turn), {@code auto.register.schemas},
 * {@code basic.auth.*}, {@code bearer.auth.*}, {@code schema.registry.ssl.*}, {@code proxy.*},
 * {@code http.*.timeout.ms}, {@code request.header.*}. Timeouts are shorter than the client's own
 * minute unless set: nothing that waits for a registry may outlast a transaction. There are no
 * retries here; who calls knows whether it may wait.
 *
 * <p>Thread-safe.
 */
public final class RegistrySchemas implements Schemas {

  /** Addresses of the registry, parted by commas. */
  public static final String URL = "schema.registry.url";

  /** Whether schemas the registry lacks are registered ({@code true}, the default) or refused. */
  public static final String AUTO_REGISTER = "auto.register.schemas";

  private static final String HEADER_PREFIX = "request.header.";
  private static final String CONNECT_TIMEOUT_MS = "5000";
  private static final String READ_TIMEOUT_MS = "8000";
  private static final int CACHED = 1_000;

  private final BoundedCache<Registration, Integer> ids = new BoundedCache<>(CACHED);
  private final BoundedCache<Integer, Schema> schemas = new BoundedCache<>(CACHED);
  private final RestService rest;
  private final RegistryFailures failures;
  private final boolean autoRegister;
  private final String address;

  private RegistrySchemas(List<String> urls, Map<String, Object> settings) {
    this.address = urls.stream().map(RegistrySchemas::withoutUser).collect(Collectors.joining(","));
    this.failures = new RegistryFailures(address);
    this.autoRegister = bool(settings, AUTO_REGISTER, true);
    this.rest = new RestService(urls);
    settings.putIfAbsent(SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS, CONNECT_TIMEOUT_MS);
    settings.putIfAbsent(SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS, READ_TIMEOUT_MS);
    Map<String, String> headers = new HashMap<>();
    settings.forEach(
        (name, value) -> {
          if (name.startsWith(HEADER_PREFIX)) {
            headers.put(name.substring(HEADER_PREFIX.length()), String.valueOf(value));
          }
        });
    try {
      // Its constructor is what applies time-outs, authentication, proxy and TLS to the
      // RestService.
      // The cached client itself is not used: it takes a schema that is not Avro, or does not
      // parse, for an I/O error, and records written with such a schema would be waited for.
      CachedSchemaRegistryClient unused =
          new CachedSchemaRegistryClient(rest, 1, List.of(), settings, headers);
      assert unused != null;
    } catch (RuntimeException e) {
      throw new ConfigException("Schema registry client: " + e.getMessage());
    }
  }

  /**
   * Creates a client; no request is made yet.
   *
   * @param settings settings by Confluent's names; what is none of the registry's is ignored
   * @throws ConfigException if {@link #URL} is missing, or a setting makes no sense
   */
  public static RegistrySchemas of(Map<String, ?> settings) {
    Map<String, Object> all = new HashMap<>();
    // As strings, which the client takes for every setting; numbers it takes of one type only.
    settings.forEach(
        (name, value) -> {
          if (value != null) {
            all.put(name, value.toString());
          }
        });
    return new RegistrySchemas(urls(all.get(URL)), all);
  }

  /** The registry's addresses as configured, without credentials. */
  public String address() {
    return address;
  }

  @Override
  public int id(String subject, Schema schema) {
    return ids.get(new Registration(subject, schema), this::ask);
  }

  @Override
  public Schema schema(int id) {
    return schemas.get(id, this::fetch);
  }

  /**
   * Gets everything ready that is going to be written: sets the compatibility of each subject,
   * unless it is set so already, and resolves the ids, so that serializers need no further request.
   *
   * @param bySubject the schema of each subject
   * @param level the compatibility to set, {@code null} to leave it as it is
   * @return the ids
   * @throws RegistryException if the registry is away or refuses
   */
  public Map<String, Integer> prepare(Map<String, Schema> bySubject, CompatibilityLevel level) {
    Map<String, Integer> resolved = new HashMap<>();
    bySubject.forEach(
        (subject, schema) -> {
          if (level != null) {
            requireCompatibility(subject, level);
          }
          resolved.put(subject, id(subject, schema));
        });
    return resolved;
  }

  /**
   * Sets the compatibility level of a subject; does not write if it is set so already.
   *
   * @throws RegistryException if the registry is away or refuses
   */
  public void requireCompatibility(String subject, CompatibilityLevel level) {
    String what = "read the compatibility of subject " + subject;
    String current;
    try {
      current = rest.getConfig(subject).getCompatibilityLevel();
    } catch (RestClientException e) {
      if (!RegistryFailures.isMissing(e)) {
        throw failures.translate(what, e);
      }
      current = null;
    } catch (IOException e) {
      throw failures.translate(what, e);
    }
    if (!level.name().equals(current)) {
      request(
          "set the compatibility of subject " + subject + " to " + level,
          () -> rest.updateCompatibility(level.name(), subject));
    }
  }

  /**
   * Makes sure that a registry answers and lets us in.
   *
   * @throws RegistryException if not
   */
  public void ping() {
    request("ask whether it is there", rest::getSchemaTypes);
  }

  @Override
  public void close() {
    try {
      rest.close();
    } catch (IOException e) {
      throw failures.translate("close the connection", e);
    }
  }

  private int ask(Registration wanted) {
    String text = PortableSchema.text(wanted.schema);
    String named = "schema " + wanted.schema.getFullName() + " under subject " + wanted.subject;
    if (autoRegister) {
      return request("register " + named, () -> rest.registerSchema(text, wanted.subject));
    }
    return request(
        "find " + named + " (" + AUTO_REGISTER + " is off)",
        () -> rest.lookUpSubjectVersion(text, wanted.subject).getId());
  }

  private Schema fetch(int id) {
    SchemaString found;
    String what = "fetch the schema with id " + id;
    try {
      found = rest.getId(id);
    } catch (RestClientException e) {
      if (RegistryFailures.isMissing(e)) {
        throw new UndecodableException(
            "The schema registry at " + address + " knows no schema with id " + id, e);
      }
      throw failures.translate(what, e);
    } catch (IOException e) {
      throw failures.translate(what, e);
    }
    return new WriterSchema(
            (subject, version) ->
                request(
                    "fetch version " + version + " of subject " + subject,
                    () -> rest.getVersion(subject, version)))
        .parse(id, found);
  }

  private <T> T request(String what, Request<T> request) {
    try {
      return request.send();
    } catch (RestClientException e) {
      throw failures.translate(what, e);
    } catch (IOException e) {
      throw failures.translate(what, e);
    }
  }

  private static List<String> urls(Object configured) {
    if (configured == null || configured.toString().isBlank()) {
      throw new ConfigException("Missing required configuration \"" + URL + "\"");
    }
    List<String> urls = new ArrayList<>();
    for (String part : configured.toString().split(",", -1)) {
      String url = part.strip();
      try {
        URI uri = new URI(url);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || uri.getHost() == null) {
          throw new URISyntaxException(url, "must begin with http:// or https:// and name a host");
        }
      } catch (URISyntaxException e) {
        throw new ConfigException(URL, withoutUser(url), e.getReason());
      }
      urls.add(url);
    }
    return urls;
  }

  private static String withoutUser(String url) {
    return url.replaceFirst("//[^/@]*@", "//");
  }

  private static boolean bool(Map<String, Object> settings, String name, boolean otherwise) {
    Object value = settings.get(name);
    if (value == null) {
      return otherwise;
    }
    return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new ConfigException(name, value, "must be true or false");
    };
  }

  private record Registration(String subject, Schema schema) {}

  @FunctionalInterface
  private interface Request<T> {
    T send() throws IOException, RestClientException;
  }
}
