package dev.dateline.schema;

import java.io.IOException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/** Tells a registry that is away from one that says no. */
final class RegistryFailures {

  private static final int SUBJECT_NOT_FOUND = 40401;
  private static final int VERSION_NOT_FOUND = 40402;
  private static final int SCHEMA_NOT_FOUND = 40403;
  private static final int SUBJECT_CONFIG_NOT_FOUND = 40408;

  private final String address;

  RegistryFailures(String address) {
    this.address = address;
  }

  /**
   * Whether the registry says that what was asked for does not exist. A bare 404 is not that: it
   * comes from an address where something other than a registry listens, and what is there must not
   * make records look bad.
   */
  static boolean isMissing(RestClientException e) {
    return switch (e.getErrorCode()) {
      case SUBJECT_NOT_FOUND, VERSION_NOT_FOUND, SCHEMA_NOT_FOUND, SUBJECT_CONFIG_NOT_FOUND -> true;
      default -> false;
    };
  }

  RegistryException translate(String what, RestClientException e) {
    String message =
        "The schema registry at %s could not %s: HTTP %d, %s"
            .formatted(address, what, e.getStatus(), e.getMessage());
    return isTransient(e.getStatus())
        ? new RegistryUnavailableException(message, e)
        : new RegistryRefusedException(message + hint(e.getStatus()), e);
  }

  RegistryException translate(String what, IOException e) {
    String message =
        "The schema registry at %s was not reached to %s: %s".formatted(address, what, e);
    return isOfTrust(e)
        ? new RegistryRefusedException(message + " (check schema.registry.ssl.*)", e)
        : new RegistryUnavailableException(message, e);
  }

  /** Whether one side did not believe the other's certificate, which no waiting changes. */
  private static boolean isOfTrust(IOException e) {
    return e instanceof SSLPeerUnverifiedException
        || (e instanceof SSLHandshakeException && e.getCause() instanceof CertificateException);
  }

  static boolean isTransient(int status) {
    return status >= 500 || status == 408 || status == 429;
  }

  private static String hint(int status) {
    return switch (status) {
      case 401 -> " (check basic.auth.* or bearer.auth.*)";
      case 403 -> " (these credentials may not do that)";
      case 404 -> " (is " + RegistrySchemas.URL + " the address of a registry?)";
      default -> "";
    };
  }
}
