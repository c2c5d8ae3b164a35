package dev.dateline.schema;

import org.apache.avro.Schema;

/**
 * Schemas and their ids: what a serde needs of a schema registry. Thread-safe.
 *
 * <p>Both directions are cached, so that a pair that was once seen costs no further request.
 */
public interface Schemas extends AutoCloseable {

  /**
   * The id of a schema under a subject. Depending on its settings the registry is made to know the
   * schema, or has to know it already.
   *
   * @param subject the subject, such as {@code news.quotes-value}; see {@link TopicNameStrategy}
   * @param schema the schema
   * @return its id
   * @throws RegistryUnavailableException if the registry cannot be reached
   * @throws RegistryRefusedException if it does not take the schema
   */
  int id(String subject, Schema schema);

  /**
   * The schema that an id stands for, with all that it refers to resolved.
   *
   * @param id the id
   * @return the schema
   * @throws UndecodableException if there is no such schema, or it is not an Avro schema
   * @throws RegistryUnavailableException if the registry cannot be reached
   * @throws RegistryRefusedException if it does not let us read
   */
  Schema schema(int id);

  /** Releases connections. Serdes that use this must not be used any more. */
  @Override
  void close();
}
