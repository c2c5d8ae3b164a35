package dev.dateline.schema;

import org.apache.kafka.common.KafkaException;

/** A request to the schema registry failed; which record was being handled does not matter. */
public abstract sealed class RegistryException extends KafkaException
    permits RegistryUnavailableException, RegistryRefusedException {

  private static final long serialVersionUID = 1L;

  RegistryException(String message, Throwable cause) {
    super(message, cause);
  }
}
