package dev.dateline.schema;

import org.apache.kafka.common.errors.SerializationException;

/**
 * Bytes that no reader can make sense of, now or later: no Confluent wire format, a schema id that
 * the registry does not know, a schema that is not Avro or does not fit the record asked for, or
 * data that its schema does not describe.
 */
public final class UndecodableException extends SerializationException {

  private static final long serialVersionUID = 1L;

  public UndecodableException(String message) {
    super(message);
  }

  public UndecodableException(String message, Throwable cause) {
    super(message, cause);
  }
}
