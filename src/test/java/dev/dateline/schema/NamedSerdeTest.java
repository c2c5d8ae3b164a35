package dev.dateline.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dateline.record.Quote;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NamedSerdeTest {

  @Test
  void createsAndConfiguresTheClassThatIsNamed() {
    NamedSerde<Quote> serde = NamedSerde.of(Theirs.class.getName(), Map.of("ids", "shared"));
    byte[] bytes = serde.serializer().serialize("q", AvroSerdeTest.quote());
    assertThat(serde.deserializer().deserialize("q", bytes)).isEqualTo(AvroSerdeTest.quote());
  }

  @Test
  void refusesAClassThatIsNotThere() {
    assertThatThrownBy(() -> NamedSerde.of("com.example.NoSerde", Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("com.example.NoSerde");
    assertThatThrownBy(() -> NamedSerde.of("java.lang.String", Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("java.lang.String");
    assertThatThrownBy(() -> NamedSerde.of(Theirs.class.getName(), Map.of("ids", "refused")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("no such ids");
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new ConnectException("refused"), RegistryUnavailableException.class),
        Arguments.of(new SocketTimeoutException("read"), RegistryUnavailableException.class),
        Arguments.of(new TimeoutException("late"), RegistryUnavailableException.class),
        Arguments.of(new RestClientException("down", 50003), RegistryUnavailableException.class),
        Arguments.of(new RestClientException("too many", 429), RegistryUnavailableException.class),
        Arguments.of(new RestClientException("none", 40403), UndecodableException.class),
        Arguments.of(new RestClientException("HTML", 404), RegistryRefusedException.class),
        Arguments.of(new RestClientException("who", 401), RegistryRefusedException.class),
        Arguments.of(new RestClientException("odd", 7), RegistryRefusedException.class),
        Arguments.of(new InvalidConfigurationException("no"), RegistryRefusedException.class),
        Arguments.of(new EOFException("cut off"), UndecodableException.class),
        Arguments.of(new IndexOutOfBoundsException("9"), UndecodableException.class));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void tellsWhatAFailureToReadMeans(Exception cause, Class<?> meaning) {
    RuntimeException thrown = new SerializationException("Error retrieving Avro schema", cause);
    assertThat(ForeignFailures.translate(thrown, true)).isInstanceOf(meaning).hasCause(thrown);
  }

  @Test
  void tellsWhatAFailureToWriteMeans() {
    RuntimeException plain = new SerializationException("a field is missing");
    assertThat(ForeignFailures.translate(plain, false)).isSameAs(plain);
    assertThat(ForeignFailures.translate(new NullPointerException("id"), false))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("id");
    assertThat(
            ForeignFailures.translate(
                new SerializationException("x", new RestClientException("none", 40403)), false))
        .isInstanceOf(RegistryRefusedException.class);
  }

  @Test
  void translatesOnBothSides() {
    NamedSerde<Quote> serde = NamedSerde.of(Broken.class.getName(), Map.of());
    assertThat(catchThrowable(() -> serde.deserializer().deserialize("q", new byte[9])))
        .isInstanceOf(RegistryUnavailableException.class);
    assertThat(catchThrowable(() -> serde.serializer().serialize("q", AvroSerdeTest.quote())))
        .isInstanceOf(RegistryUnavailableException.class);
  }

  /** A serde as users bring it. */
  public static final class Theirs implements Serde<Quote> {

    private final AvroSerde<Quote> serde = AvroSerde.of(Quote.class, new InMemorySchemas());

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
      if (!"shared".equals(configs.get("ids"))) {
        throw new ConfigException("no such ids");
      }
    }

    @Override
    public Serializer<Quote> serializer() {
      return serde.serializer();
    }

    @Override
    public Deserializer<Quote> deserializer() {
      return serde.deserializer();
    }
  }

  /** One whose registry is away. */
  public static final class Broken implements Serde<Quote> {

    @Override
    public Serializer<Quote> serializer() {
      return (topic, data) -> {
        throw new SerializationException("x", new ConnectException("refused"));
      };
    }

    @Override
    public Deserializer<Quote> deserializer() {
      return (topic, data) -> {
        throw new SerializationException("x", new ConnectException("refused"));
      };
    }
  }

  /** Has the name and the message of Confluent's. */
  private static final class RestClientException extends IOException {

    private static final long serialVersionUID = 1L;

    RestClientException(String message, int code) {
      super(message + "; error code: " + code);
    }
  }
}
