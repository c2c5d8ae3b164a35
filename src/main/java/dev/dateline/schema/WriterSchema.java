package dev.dateline.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.SchemaString;

/** Parses what a registry holds under an id, with the schemas that it refers to. */
final class WriterSchema {

  private static final String AVRO = "AVRO";
  private static final int MAX_REFERENCES = 1_000;

  private final Versions versions;

  WriterSchema(Versions versions) {
    this.versions = versions;
  }

  /**
   * Parses a schema.
   *
   * @throws UndecodableException if it is not Avro, or does not parse
   */
  Schema parse(int id, SchemaString found) {
    if (found.getSchemaType() != null && !AVRO.equals(found.getSchemaType())) {
      throw new UndecodableException(
          "The schema with id " + id + " is of type " + found.getSchemaType() + ", not AVRO");
    }
    // Lenient, as old schemas of others may be: names and defaults were the writer's business.
    Schema.Parser parser = new Schema.Parser(NameValidator.NO_VALIDATION);
    parser.setValidateDefaults(false);
    try {
      parseReferences(parser, found.getReferences(), new HashSet<>());
      return parser.parse(found.getSchemaString());
    } catch (AvroRuntimeException e) {
      throw new UndecodableException(
          "The schema with id " + id + " does not parse: " + e.getMessage(), e);
    }
  }

  private void parseReferences(
      Schema.Parser parser, List<SchemaReference> references, Set<SchemaReference> seen) {
    if (references == null) {
      return;
    }
    for (SchemaReference reference : references) {
      if (seen.size() < MAX_REFERENCES && seen.add(reference)) {
        var referred = versions.fetch(reference.getSubject(), reference.getVersion());
        parseReferences(parser, referred.getReferences(), seen);
        if (!parser.getTypes().containsKey(reference.getName())) {
          parser.parse(referred.getSchema());
        }
      }
    }
  }

  /** Fetches a version of a subject. */
  @FunctionalInterface
  interface Versions {
    org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest
            .entities.Schema
        fetch(String subject, int version);
  }
}
