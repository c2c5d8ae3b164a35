package dev.dateline.entities;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.text.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prints the entities of plain texts as one JSON object a line, for a scorer: {@code
 * PredictEntities FOLDER} with {@code .txt} files.
 */
public final class PredictEntities {

  private PredictEntities() {}

  public static void main(String[] args) throws IOException {
    ObjectMapper json = new ObjectMapper();
    EntityExtractor extractor = EntityExtractor.standard();
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      for (Path file : files.sorted().toList()) {
        String text = Files.readString(file);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", file.getFileName().toString());
        line.put("text", text);
        line.put(
            "entities",
            extractor.extract(Document.of(text), 0).stream().map(PredictEntities::entity).toList());
        System.out.println(json.writeValueAsString(line));
      }
    }
  }

  private static Map<String, Object> entity(Entity entity) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", entity.id());
    out.put("type", entity.type());
    out.put("subtype", entity.subtype());
    out.put("name", entity.name());
    out.put("aliases", entity.aliases());
    out.put(
        "roles",
        entity.roles().stream()
            .map(
                role ->
                    (role.status() == Role.Status.CURRENT ? "" : role.status() + " ")
                        + role.role()
                        + " @ "
                        + role.affiliation())
            .toList());
    out.put("gender", entity.gender());
    out.put("age", entity.age());
    out.put("nationality", entity.nationality());
    out.put("links", entity.links().stream().map(link -> link.list() + ":" + link.id()).toList());
    out.put("salience", entity.salience());
    out.put(
        "mentions",
        entity.mentions().stream()
            .map(
                mention ->
                    Map.of(
                        "start", mention.span().start(),
                        "end", mention.span().end(),
                        "text", mention.text(),
                        "kind", mention.kind()))
            .toList());
    return List.of(out).get(0);
  }
}
