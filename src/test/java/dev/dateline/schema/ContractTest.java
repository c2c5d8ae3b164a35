package dev.dateline.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertRule;
import dev.dateline.record.EnrichedArticle;
import dev.dateline.record.Quote;
import dev.dateline.record.RawArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;

/**
 * {@code schemas/} is a public contract: every version of Dateline reads what every other wrote
 * (FULL_TRANSITIVE). Each release leaves a copy of its schemas in {@code
 * src/test/resources/schemas/<version>/}, and each change is checked against all of them. The copy
 * is taken by {@code cp -r schemas src/test/resources/schemas/<version>}.
 */
class ContractTest {

  private static final Path CURRENT = Path.of("schemas");
  private static final Path RELEASES = Path.of("src/test/resources/schemas");

  private static final SchemaValidator BOTH_WAYS_WITH_ALL =
      new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

  @Test
  void isKeptWithAllReleases() throws IOException, SchemaValidationException {
    List<Path> releases = releases();
    assumeFalse(releases.isEmpty(), "There is no release yet in " + RELEASES);
    Map<String, Schema> current = records(CURRENT);
    Map<String, List<Schema>> earlier = new TreeMap<>();
    for (Path release : releases) {
      records(release)
          .forEach(
              (name, schema) ->
                  earlier.computeIfAbsent(name, unused -> new ArrayList<>()).add(schema));
    }
    assertThat(current).containsKeys(earlier.keySet().toArray(String[]::new));
    for (Map.Entry<String, List<Schema>> record : earlier.entrySet()) {
      BOTH_WAYS_WITH_ALL.validate(current.get(record.getKey()), record.getValue());
    }
  }

  @Test
  void isWhatGoesToTheRegistry() throws IOException {
    Map<String, Schema> current = records(CURRENT);
    for (Schema generated :
        List.of(
            Alert.getClassSchema(),
            AlertRule.getClassSchema(),
            EnrichedArticle.getClassSchema(),
            Quote.getClassSchema(),
            RawArticle.getClassSchema())) {
      assertThat(PortableSchema.text(generated))
          .isEqualTo(current.get(generated.getFullName()).toString());
    }
  }

  @Test
  void leavesRoomToEvolve() throws IOException {
    for (Schema record : records(CURRENT).values()) {
      assertThat(record.getDoc()).as("doc of %s", record.getName()).isNotBlank();
      for (Schema.Field field : record.getFields()) {
        String name = record.getName() + "." + field.name();
        assertThat(field.doc()).as("doc of %s", name).isNotBlank();
        Schema type = field.schema();
        if (type.isUnion()) {
          assertThat(type.getTypes().get(0).getType())
              .as("%s is absent by default", name)
              .isEqualTo(Schema.Type.NULL);
        }
        if (type.isUnion() || type.getType() == Schema.Type.ARRAY) {
          assertThat(field.hasDefaultValue()).as("%s has a default", name).isTrue();
        }
        if (type.getType() == Schema.Type.ENUM) {
          assertThat(type.getEnumDefault())
              .as("%s has a symbol for those it does not know", name)
              .isNotNull();
        }
      }
    }
  }

  @Test
  void wouldBeBrokenByARequiredField() {
    Schema before = parse("{\"name\":\"id\",\"type\":\"string\"}");
    Schema optional =
        parse(
            "{\"name\":\"id\",\"type\":\"string\"},"
                + "{\"name\":\"place\",\"type\":[\"null\",\"string\"],\"default\":null}");
    Schema required =
        parse("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"place\",\"type\":\"string\"}");
    assertThat(isKept(optional, before)).isTrue();
    assertThat(isKept(before, optional)).isTrue();
    assertThatThrownBy(() -> BOTH_WAYS_WITH_ALL.validate(required, List.of(before, required)))
        .isInstanceOf(SchemaValidationException.class);
    assertThat(isKept(before, required)).as("taking it away again").isFalse();
  }

  private static boolean isKept(Schema after, Schema before) {
    try {
      BOTH_WAYS_WITH_ALL.validate(after, List.of(before));
      return true;
    } catch (SchemaValidationException e) {
      return false;
    }
  }

  private static Schema parse(String fields) {
    return new Schema.Parser()
        .parse("{\"type\":\"record\",\"name\":\"Brief\",\"fields\":[" + fields + "]}");
  }

  private static List<Path> releases() throws IOException {
    if (!Files.isDirectory(RELEASES)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(RELEASES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** The records of a folder by full name; its files may refer to one another in any order. */
  private static Map<String, Schema> records(Path folder) throws IOException {
    SchemaParser parser = new SchemaParser();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted(Comparator.comparing(Path::getFileName)).toList()) {
        parser.parse(file);
      }
    }
    Map<String, Schema> records = new TreeMap<>();
    for (Schema schema : parser.getParsedNamedSchemas()) {
      if (schema.getType() == Schema.Type.RECORD) {
        records.put(schema.getFullName(), schema);
      }
    }
    assertThat(records).as("records in %s", folder).isNotEmpty();
    return records;
  }
}
