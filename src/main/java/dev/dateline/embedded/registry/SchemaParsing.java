package dev.dateline.embedded.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/** Parses schemas with what they refer to. */
final class SchemaParsing {

  private final RegistryStore store;

  SchemaParsing(RegistryStore store) {
    this.store = store;
  }

  /** A schema and its text in canonical spacing, in which referenced types stay names. */
  record Parsed(Schema schema, String canonical) {}

  /**
   * Parses a schema that is to be registered, strictly.
   *
   * @throws AvroRuntimeException if it is not a valid schema, or a reference leads nowhere
   */
  @SuppressWarnings("deprecation") // nothing else prints referenced types as names
  Parsed parseNew(String text, List<SchemaReference> references) {
    Schema.Parser parser = new Schema.Parser(NameValidator.STRICT_VALIDATOR);
    List<Schema> referred = parseReferences(parser, references);
    Schema schema = parser.parse(text);
    return new Parsed(schema, schema.toString(referred, false));
  }

  /** Parses a schema that was taken before, leniently. */
  Schema parseStored(StoredSchema stored) {
    Schema.Parser parser = new Schema.Parser(NameValidator.NO_VALIDATION);
    parser.setValidateDefaults(false);
    parseReferences(parser, stored.references());
    return parser.parse(stored.schema());
  }

  private List<Schema> parseReferences(Schema.Parser parser, List<SchemaReference> references) {
    List<Schema> parsed = new ArrayList<>();
    parseReferences(parser, references, new HashSet<>(), parsed);
    return parsed;
  }

  private void parseReferences(
      Schema.Parser parser,
      List<SchemaReference> references,
      Set<SchemaReference> seen,
      List<Schema> parsed) {
    for (SchemaReference reference : references) {
      if (seen.add(reference)) {
        Optional<StoredSchema> stored = store.version(reference.subject(), reference.version());
        if (stored.isEmpty()) {
          throw new AvroRuntimeException(
              "No schema reference found for subject \"%s\" and version %d"
                  .formatted(reference.subject(), reference.version()));
        }
        parseReferences(parser, stored.get().references(), seen, parsed);
        parsed.add(parser.parse(stored.get().schema()));
      }
    }
  }
}
