package dev.dateline.schema;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Translates what serdes of others throw. Confluent's wrap everything in a {@code
 * SerializationException}; what matters is its cause, which for an answer of the registry is a
 * {@code RestClientException}. That class cannot be referred to, as it comes with the user's jar,
 * but it ends its messages with the registry's error code.
 */
final class ForeignFailures {

  private static final String REST_EXCEPTION = "RestClientException";
  private static final Pattern ERROR_CODE = Pattern.compile("error code: (\\d{3,9})\\s*$");
  private static final int MAX_CAUSES = 20;

  private ForeignFailures() {}

  /**
   * Returns what to throw instead.
   *
   * @param reading whether a record was being read, and not written
   */
  static RuntimeException translate(RuntimeException thrown, boolean reading) {
    Throwable cause = thrown;
    for (int depth = 0; depth < MAX_CAUSES && cause != null; depth++) {
      if (cause instanceof RegistryException || cause instanceof UndecodableException) {
        return (RuntimeException) cause;
      }
      if (isOfNetwork(cause) || cause instanceof RetriableException) {
        return new RegistryUnavailableException(message(thrown, cause), thrown);
      }
      if (cause instanceof InvalidConfigurationException) {
        return new RegistryRefusedException(message(thrown, cause), thrown);
      }
      if (cause.getClass().getSimpleName().equals(REST_EXCEPTION)) {
        return answered(thrown, cause, reading);
      }
      cause = cause.getCause();
    }
    return reading ? new UndecodableException(message(thrown, thrown), thrown) : written(thrown);
  }

  private static RuntimeException answered(
      RuntimeException thrown, Throwable answer, boolean reading) {
    Matcher code = ERROR_CODE.matcher(String.valueOf(answer.getMessage()));
    int status = code.find() ? status(code.group(1)) : 0;
    String message = message(thrown, answer);
    if (RegistryFailures.isTransient(status)) {
      return new RegistryUnavailableException(message, thrown);
    }
    // A three-digit 404 is no registry's: its own have five digits.
    boolean missing = status == 404 && code.group(1).length() > 3;
    return missing && reading
        ? new UndecodableException(message, thrown)
        : new RegistryRefusedException(message, thrown);
  }

  /** The HTTP status that an error code begins with. */
  private static int status(String code) {
    return Integer.parseInt(code.substring(0, 3));
  }

  private static RuntimeException written(RuntimeException thrown) {
    return thrown instanceof SerializationException
        ? thrown
        : new SerializationException(message(thrown, thrown), thrown);
  }

  private static boolean isOfNetwork(Throwable cause) {
    return cause instanceof SocketException
        || cause instanceof SocketTimeoutException
        || cause instanceof UnknownHostException
        || cause instanceof HttpTimeoutException
        || cause instanceof SSLException;
  }

  private static String message(Throwable thrown, Throwable cause) {
    String first = String.valueOf(thrown.getMessage());
    return thrown == cause ? first : first + ": " + cause;
  }
}
