package dev.dateline.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** JSON as all readers parse it: bounded in depth and length, with errors a sender understands. */
final class Json {

  static final ObjectMapper MAPPER = mapper();

  private static final int DEEPEST = 200;
  private static final int LONGEST_STRING = 16 << 20;

  private Json() {}

  private static ObjectMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(LONGEST_STRING)
                .build());
    return mapper;
  }

  /**
   * The value in {@code bytes}, of which there is exactly one.
   *
   * @throws WireException where they are no JSON
   */
  static JsonNode parse(byte[] bytes) throws WireException {
    try {
      JsonNode value = MAPPER.readTree(bytes);
      if (value == null || value.isMissingNode()) {
        throw new WireException("no JSON: empty");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new WireException(reason(e), e);
    } catch (IOException e) {
      throw new WireException("JSON cannot be read: " + e.getMessage(), e);
    }
  }

  private static String reason(JsonProcessingException e) {
    String where =
        e.getLocation() == null
            ? ""
            : " (line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr()
                + ")";
    return "JSON is damaged or cut short: " + e.getOriginalMessage() + where;
  }
}
