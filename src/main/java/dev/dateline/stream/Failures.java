package dev.dateline.stream;

import dev.dateline.schema.RegistryException;
import java.util.function.Predicate;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.TopologyException;

/** What an error is about: the item, something that may come back, or a setting. Pure. */
final class Failures {

  private static final int MAX_CAUSES = 20;

  private Failures() {}

  /** Whether something else than the item is to blame, so that the item must be tried again. */
  static boolean isOfInfrastructure(Throwable error) {
    return has(
        error,
        it ->
            it instanceof RegistryException
                || it instanceof RetriableException
                || it instanceof InterruptException
                || it instanceof ApiException && !(it instanceof RecordTooLargeException));
  }

  /** Whether trying again is of no use before somebody changes a setting. */
  static boolean isOfSettings(Throwable error) {
    return has(
        error,
        it ->
            it instanceof AuthenticationException
                || it instanceof AuthorizationException
                || it instanceof UnsupportedVersionException
                || it instanceof ConfigException
                || it instanceof MissingSourceTopicException
                || it instanceof TopologyException);
  }

  /** Whether the schema registry is the cause. */
  static boolean isOfRegistry(Throwable error) {
    return has(error, RegistryException.class::isInstance);
  }

  /** The message that says most: the registry client's own, else that of the last cause. */
  static String message(Throwable error) {
    Throwable last = error;
    for (int i = 0; i < MAX_CAUSES; i++) {
      if (last instanceof RegistryException || last.getCause() == null) {
        break;
      }
      last = last.getCause();
    }
    return last.getMessage() == null ? last.toString() : last.getMessage();
  }

  private static boolean has(Throwable error, Predicate<Throwable> what) {
    Throwable cause = error;
    for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
      if (what.test(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
