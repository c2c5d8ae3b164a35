package dev.dateline.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/**
 * A schema as it is published, without what the code generator added for Java.
 *
 * <p>Generated classes ask for {@code java.lang.String} by a property on every string. In the
 * registry it would make another schema of it than the one in {@code schemas/}, under an id of its
 * own: who registers those files, from whatever language, has to meet the same id as Dateline.
 */
final class PortableSchema {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JAVA_STRING = "avro.java.string";
  private static final String TYPE = "type";

  private PortableSchema() {}

  /** The schema's text without properties that are for Java only. */
  static String text(Schema schema) {
    try {
      return JSON.writeValueAsString(portable(JSON.readTree(schema.toString())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Avro prints schemas as JSON", e);
    }
  }

  /** Walks along schemas only: defaults, docs and other properties may hold anything. */
  private static JsonNode portable(JsonNode schema) {
    if (schema instanceof ArrayNode union) {
      for (int i = 0; i < union.size(); i++) {
        union.set(i, portable(union.get(i)));
      }
      return union;
    }
    if (!(schema instanceof ObjectNode type)) {
      return schema;
    }
    boolean changed = type.remove(JAVA_STRING) != null;
    for (JsonNode field : type.path("fields")) {
      replace((ObjectNode) field, TYPE);
    }
    replace(type, "items");
    replace(type, "values");
    return changed && type.size() == 1 ? type.get(TYPE) : type;
  }

  private static void replace(ObjectNode parent, String name) {
    if (parent.has(name)) {
      parent.set(name, portable(parent.get(name)));
    }
  }
}
