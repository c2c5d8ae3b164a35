package dev.dateline.embedded.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Confluent's compatibility levels, by which a schema is judged against earlier ones. */
enum Compatibility {
  NONE(false, false, false),
  BACKWARD(true, false, false),
  BACKWARD_TRANSITIVE(true, false, true),
  FORWARD(false, true, false),
  FORWARD_TRANSITIVE(false, true, true),
  FULL(true, true, false),
  FULL_TRANSITIVE(true, true, true);

  private final boolean readsOld;
  private final boolean readByOld;
  private final boolean transitive;

  Compatibility(boolean readsOld, boolean readByOld, boolean transitive) {
    this.readsOld = readsOld;
    this.readByOld = readByOld;
    this.transitive = transitive;
  }

  /** The level of a name, in any case. */
  static Optional<Compatibility> parse(String name) {
    return Stream.of(values())
        .filter(level -> level.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  /** A version that a new schema is judged against. */
  record Earlier(int version, String text, Schema schema) {}

  /**
   * Judges a new schema.
   *
   * @param candidate the new schema
   * @param earlier earlier versions in order; all of them count only for the transitive levels
   * @return what is wrong, in Confluent's words; empty if nothing is
   */
  List<String> check(Schema candidate, List<Earlier> earlier) {
    for (int i = earlier.size() - 1; i >= 0; i--) {
      Earlier old = earlier.get(i);
      List<String> found = new ArrayList<>();
      if (readsOld) {
        found.addAll(differences(candidate, old.schema(), "new", "old"));
      }
      if (readByOld) {
        found.addAll(differences(old.schema(), candidate, "old", "new"));
      }
      if (!found.isEmpty()) {
        found.add("{oldSchemaVersion: " + old.version() + "}");
        found.add("{oldSchema: '" + old.text() + "'}");
        found.add("{validateFields: 'false', compatibility: '" + name() + "'}");
        return found;
      }
      if (!transitive) {
        break;
      }
    }
    return List.of();
  }

  private static List<String> differences(
      Schema reader, Schema writer, String readerName, String writerName) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities()
        .stream()
        .map(
            one ->
                "{errorType:'%s', description:'%s', additionalInfo:'%s'}"
                    .formatted(
                        one.getType(), describe(one, readerName, writerName), one.getMessage()))
        .toList();
  }

  private static String describe(Incompatibility one, String reader, String writer) {
    String path = one.getLocation();
    return switch (one.getType()) {
      case FIXED_SIZE_MISMATCH ->
          "The size of FIXED type field at path '%s' in the %s schema does not match with the %s schema"
              .formatted(path, reader, writer);
      case TYPE_MISMATCH ->
          "The type (path '%s') of a field in the %s schema does not match with the %s schema"
              .formatted(path, reader, writer);
      case NAME_MISMATCH -> "The name of the schema has changed (path '%s')".formatted(path);
      case MISSING_ENUM_SYMBOLS ->
          "The %s schema is missing enum symbols '%s' at path '%s' in the %s schema"
              .formatted(reader, one.getMessage(), path, writer);
      case MISSING_UNION_BRANCH ->
          "The %s schema is missing a type inside a union field at path '%s' in the %s schema"
              .formatted(reader, path, writer);
      case READER_FIELD_MISSING_DEFAULT_VALUE ->
          "The field '%s' at path '%s' in the %s schema has no default value and is missing in the %s schema"
              .formatted(one.getMessage(), path, reader, writer);
    };
  }
}
