package dev.dateline.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.dateline.delivery.MailCourier.MailSettings;
import dev.dateline.delivery.MailCourier.Tls;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Where alerts go: sinks, each with the rules and tags it takes. Read from YAML; every value may be
 * {@code ${env:NAME}} or {@code ${file:PATH}}, so that no secret need stand in the file. Immutable.
 */
public final class DeliverySettings {

  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration USUAL_DIGEST = Duration.ofMinutes(15);
  private static final int MOST_SINKS = 200;

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final List<SinkDefinition> sinks;

  private DeliverySettings(List<SinkDefinition> sinks) {
    this.sinks = List.copyOf(sinks);
  }

  /**
   * A sink.
   *
   * @param name what it is called; part of its consumer group's id
   * @param route what it takes
   * @param retries how often to try
   * @param every how long alerts are collected; null: each is sent at once
   * @param courier makes what brings them
   */
  record SinkDefinition(
      String name, Route route, Retries retries, Duration every, Supplier<Courier> courier) {}

  List<SinkDefinition> sinks() {
    return sinks;
  }

  /** Names of the sinks, in the order of the file. */
  public List<String> names() {
    return sinks.stream().map(SinkDefinition::name).toList();
  }

  /** The sink of a name, or null. */
  SinkDefinition sink(String name) {
    return sinks.stream().filter(sink -> sink.name().equals(name)).findFirst().orElse(null);
  }

  /** The file. */
  private record Sinks(List<Entry> sinks) {}

  private enum Type {
    WEBHOOK,
    SLACK,
    EMAIL
  }

  private record Retry(Integer attempts, String first, String most) {}

  private record Smtp(String host, Integer port, String user, String password, String tls) {}

  private record Entry(
      String name,
      Type type,
      List<String> rules,
      List<String> tags,
      String url,
      String secret,
      List<String> secrets,
      boolean allowPrivate,
      String timeout,
      Retry retry,
      String from,
      List<String> to,
      String subject,
      String every,
      Smtp smtp) {}

  /**
   * Reads settings.
   *
   * @param yaml the file's content
   * @param environment gives a variable of the environment, or null
   * @param durations reads a length of time: {@code 10s}
   * @param userAgent what webhooks are told who calls
   * @throws IllegalArgumentException where they make no sense: the message says what of which sink,
   *     and holds no secret
   */
  public static DeliverySettings read(
      String yaml,
      Function<String, String> environment,
      Function<String, Duration> durations,
      String userAgent) {
    Sinks file;
    try {
      file = YAML.readValue(yaml, Sinks.class);
    } catch (JsonProcessingException e) {
      // Neither the file's words nor what came out of them: either may be a secret.
      String where = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
      String what =
          e instanceof UnrecognizedPropertyException unknown
              ? "there is no setting '" + unknown.getPropertyName() + "'"
              : "it cannot be read";
      throw new IllegalArgumentException(what + where);
    }
    if (file == null || file.sinks() == null) {
      throw new IllegalArgumentException("there is no list 'sinks' in it");
    }
    if (file.sinks().size() > MOST_SINKS) {
      throw new IllegalArgumentException("there are more than " + MOST_SINKS + " sinks");
    }
    UnaryOperator<String> secrets = new References(environment);
    List<SinkDefinition> sinks = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Entry entry : file.sinks()) {
      if (entry == null || entry.name() == null || !entry.name().matches("[A-Za-z0-9._-]{1,80}")) {
        throw new IllegalArgumentException(
            "every sink needs a name of letters, digits, '.', '_' and '-'");
      }
      if (!names.add(entry.name())) {
        throw new IllegalArgumentException("sink " + entry.name() + " stands there twice");
      }
      try {
        sinks.add(sink(entry, secrets, durations, userAgent));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("sink " + entry.name() + ": " + e.getMessage(), e);
      }
    }
    return new DeliverySettings(sinks);
  }

  private static SinkDefinition sink(
      Entry entry,
      UnaryOperator<String> secrets,
      Function<String, Duration> durations,
      String userAgent) {
    if (entry.type() == null) {
      throw new IllegalArgumentException("its type is webhook, slack or email");
    }
    Route route = new Route(set(entry.rules()), set(entry.tags()));
    Retries retries = retries(entry.retry(), durations);
    Duration timeout = entry.timeout() == null ? USUAL_TIMEOUT : durations.apply(entry.timeout());
    if (timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          "its timeout is at most " + LONGEST_TIMEOUT.toSeconds() + "s");
    }
    if (entry.type() == Type.EMAIL) {
      Duration every = entry.every() == null ? USUAL_DIGEST : durations.apply(entry.every());
      MailSettings mail = mail(entry, secrets, timeout);
      return new SinkDefinition(
          entry.name(), route, retries, every, () -> new MailCourier(mail, Clock.systemUTC()));
    }
    URI uri = uri(secrets.apply(required(entry.url(), "url")));
    Supplier<HttpPoster> poster =
        () -> new HttpPoster(uri, timeout, entry.allowPrivate(), userAgent);
    if (entry.type() == Type.SLACK) {
      return new SinkDefinition(
          entry.name(), route, retries, null, () -> new SlackCourier(poster.get()));
    }
    List<String> keys = new ArrayList<>();
    if (entry.secret() != null) {
      keys.add(secrets.apply(entry.secret()));
    }
    if (entry.secrets() != null) {
      entry.secrets().forEach(secret -> keys.add(secrets.apply(secret)));
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("it needs a secret: whsec_...");
    }
    WebhookSignature signature = new WebhookSignature(keys);
    return new SinkDefinition(
        entry.name(),
        route,
        retries,
        null,
        () -> new WebhookCourier(poster.get(), signature, Clock.systemUTC()));
  }

  private static Set<String> set(List<String> values) {
    return values == null ? Set.of() : Set.copyOf(values);
  }

  private static Retries retries(Retry retry, Function<String, Duration> durations) {
    if (retry == null) {
      return Retries.USUAL;
    }
    Duration first = retry.first() == null ? Retries.USUAL.first() : durations.apply(retry.first());
    Duration most = retry.most() == null ? Retries.USUAL.longest() : durations.apply(retry.most());
    int attempts = retry.attempts() == null ? Retries.USUAL.attempts() : retry.attempts();
    return new Retries(attempts, first, most);
  }

  private static URI uri(String text) {
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("its url is none", null);
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new IllegalArgumentException("its url begins with https:// or http://, and a host");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("its url has a user in it; sign with a secret instead");
    }
    return uri;
  }

  private static MailSettings mail(Entry entry, UnaryOperator<String> secrets, Duration timeout) {
    Smtp smtp = entry.smtp();
    if (smtp == null || smtp.host() == null) {
      throw new IllegalArgumentException("it needs a mail server: smtp: {host: ..., port: 587}");
    }
    Tls tls;
    try {
      tls = smtp.tls() == null ? Tls.STARTTLS : Tls.valueOf(smtp.tls().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("smtp's tls is starttls, tls or none", e);
    }
    int usualPort = tls == Tls.TLS ? 465 : tls == Tls.STARTTLS ? 587 : 25;
    if ((smtp.user() == null) != (smtp.password() == null)) {
      throw new IllegalArgumentException("smtp needs both user and password, or neither");
    }
    if (smtp.user() != null && tls == Tls.NONE) {
      throw new IllegalArgumentException("smtp's password would go unencrypted: tls is none");
    }
    List<InternetAddress> to = new ArrayList<>();
    for (String receiver : entry.to() == null ? List.<String>of() : entry.to()) {
      to.add(address(receiver));
    }
    if (to.isEmpty()) {
      throw new IllegalArgumentException("it needs receivers: to: [...]");
    }
    return new MailSettings(
        address(required(entry.from(), "from")),
        List.copyOf(to),
        entry.subject() == null ? "Dateline: " : entry.subject().strip() + " ",
        secrets.apply(smtp.host()),
        smtp.port() == null ? usualPort : smtp.port(),
        smtp.user() == null ? null : secrets.apply(smtp.user()),
        smtp.password() == null ? null : secrets.apply(smtp.password()),
        tls,
        timeout);
  }

  private static InternetAddress address(String text) {
    try {
      InternetAddress address = new InternetAddress(text, true);
      address.validate();
      return address;
    } catch (AddressException e) {
      throw new IllegalArgumentException("'" + text + "' is no mail address", e);
    }
  }

  private static String required(String value, String name) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("it needs '" + name + "'");
    }
    return value;
  }
}
