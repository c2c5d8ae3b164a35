package dev.dateline.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Confluent's REST interface over a {@link Registry}: paths, parameters and JSON only. */
final class RegistryHttp {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryHttp.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final String PLAIN_JSON = "application/json";

  private static final String ID = "/schemas/ids/{id}";
  private static final String SUBJECT = "/subjects/{subject}";
  private static final String VERSIONS = SUBJECT + "/versions";
  private static final String VERSION = VERSIONS + "/{version}";
  private static final String CHECK = "/compatibility/subjects/{subject}/versions";

  private final Registry registry;

  RegistryHttp(Registry registry) {
    this.registry = registry;
  }

  void route(RoutesConfig routes) {
    routes.get("/", ctx -> answer(ctx, Map.of()));
    routes.get("/contexts", ctx -> answer(ctx, List.of(".")));
    routes.get("/mode", ctx -> answer(ctx, Map.of("mode", "READWRITE")));
    routes.get("/mode/{subject}", this::mode);
    schemas(routes);
    subjects(routes);
    compatibility(routes);
    routes.exception(RegistryError.class, (e, ctx) -> error(ctx, e.status(), e.code(), e));
    routes.exception(
        HttpResponseException.class,
        (e, ctx) ->
            answer(
                ctx.status(e.getStatus()),
                Map.of("error_code", e.getStatus(), "message", statusLine(e.getStatus()))));
    routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("{} {}", ctx.method(), ctx.path(), e);
          error(ctx, 500, 50001, e);
        });
  }

  private void schemas(RoutesConfig routes) {
    routes.get("/schemas", this::listSchemas);
    routes.get("/schemas/types", ctx -> answer(ctx, List.of("AVRO")));
    routes.get(ID, this::schemaById);
    routes.get(ID + "/schema", ctx -> raw(ctx, schemaOf(ctx).schema()));
    routes.get(
        ID + "/subjects",
        ctx ->
            answer(
                ctx,
                registry.byId(id(ctx)).stream()
                    .filter(asked(ctx))
                    .map(StoredSchema::subject)
                    .distinct()
                    .toList()));
    routes.get(
        ID + "/versions",
        ctx ->
            answer(
                ctx,
                registry.byId(id(ctx)).stream()
                    .filter(asked(ctx))
                    .map(
                        schema ->
                            JSON.createObjectNode()
                                .put("subject", schema.subject())
                                .put("version", schema.version()))
                    .toList()));
  }

  private void subjects(RoutesConfig routes) {
    routes.get(
        "/subjects",
        ctx ->
            answer(
                ctx,
                registry.all(asked(ctx)).stream()
                    .map(StoredSchema::subject)
                    .distinct()
                    .filter(subject -> subject.startsWith(prefix(ctx)))
                    .toList()));
    routes.post(
        SUBJECT,
        ctx -> {
          StoredSchema found = registry.lookUp(subject(ctx), request(ctx), flag(ctx, "deleted"));
          ObjectNode json = JSON.createObjectNode();
          answer(ctx, content(json.put("subject", found.subject()), found, true));
        });
    routes.delete(
        SUBJECT, ctx -> answer(ctx, registry.deleteSubject(subject(ctx), flag(ctx, "permanent"))));
    routes.get(
        VERSIONS,
        ctx ->
            answer(
                ctx,
                registry.versions(subject(ctx), asked(ctx)).stream()
                    .map(StoredSchema::version)
                    .toList()));
    routes.post(
        VERSIONS,
        ctx -> {
          StoredSchema schema = registry.register(subject(ctx), request(ctx));
          ObjectNode json = JSON.createObjectNode().put("id", schema.id());
          answer(ctx, content(json.put("version", schema.version()), schema, false));
        });
    routes.get(VERSION, ctx -> answer(ctx, full(version(ctx))));
    routes.get(VERSION + "/schema", ctx -> raw(ctx, version(ctx).schema()));
    routes.get(VERSION + "/referencedby", ctx -> answer(ctx, registry.referencedBy(version(ctx))));
    routes.delete(
        VERSION,
        ctx ->
            answer(
                ctx,
                registry.deleteVersion(
                    subject(ctx), ctx.pathParam("version"), flag(ctx, "permanent"))));
  }

  private void compatibility(RoutesConfig routes) {
    routes.post(CHECK, ctx -> verdict(ctx, registry.incompatibilities(subject(ctx), request(ctx))));
    routes.post(
        CHECK + "/{version}",
        ctx ->
            verdict(
                ctx,
                registry.incompatibilities(subject(ctx), ctx.pathParam("version"), request(ctx))));
    routes.get("/config", ctx -> answer(ctx, level(registry.globalLevel())));
    routes.put("/config", ctx -> setLevel(ctx, null));
    routes.delete("/config", ctx -> answer(ctx, level(registry.dropLevel(null))));
    routes.get("/config/{subject}", this::subjectLevel);
    routes.put("/config/{subject}", ctx -> setLevel(ctx, subject(ctx)));
    routes.delete("/config/{subject}", ctx -> answer(ctx, level(registry.dropLevel(subject(ctx)))));
  }

  private void listSchemas(Context ctx) {
    List<StoredSchema> found =
        registry.all(asked(ctx).and(schema -> schema.subject().startsWith(prefix(ctx))));
    if (flag(ctx, "latestOnly")) {
      found =
          found.stream()
              .filter(
                  schema ->
                      found(ctx, schema.subject()).stream()
                          .noneMatch(other -> other.version() > schema.version()))
              .toList();
    }
    answer(ctx, found.stream().map(RegistryHttp::full).toList());
  }

  private List<StoredSchema> found(Context ctx, String subject) {
    return registry.versions(subject, asked(ctx));
  }

  private void schemaById(Context ctx) {
    StoredSchema schema = schemaOf(ctx);
    ObjectNode json =
        JSON.createObjectNode().put("subject", schema.subject()).put("version", schema.version());
    content(json, schema, false);
    if (flag(ctx, "fetchMaxId")) {
      json.put("maxId", registry.maxId());
    }
    answer(ctx, json.put("ts", schema.timestamp()).put("deleted", schema.deleted()));
  }

  private void mode(Context ctx) {
    if (!flag(ctx, "defaultToGlobal")) {
      throw RegistryError.noSubjectMode(subject(ctx));
    }
    answer(ctx, Map.of("mode", "READWRITE"));
  }

  private void subjectLevel(Context ctx) {
    String subject = subject(ctx);
    Compatibility level =
        registry
            .subjectLevel(subject)
            .or(
                () ->
                    flag(ctx, "defaultToGlobal")
                        ? Optional.of(registry.globalLevel())
                        : Optional.empty())
            .orElseThrow(() -> RegistryError.noSubjectLevel(subject));
    answer(ctx, level(level));
  }

  private void setLevel(Context ctx, String subject) {
    String name = body(ctx).path("compatibility").asText();
    registry.setLevel(subject, name);
    answer(ctx, Map.of("compatibility", name));
  }

  /** The version an id stands for: the first one, or the first under the subject asked for. */
  private StoredSchema schemaOf(Context ctx) {
    int id = id(ctx);
    String subject = Objects.requireNonNullElse(ctx.queryParam("subject"), "");
    List<StoredSchema> found = registry.byId(id);
    return found.stream()
        .filter(schema -> schema.subject().equals(subject))
        .findFirst()
        .orElse(found.get(0));
  }

  private StoredSchema version(Context ctx) {
    return registry.version(subject(ctx), ctx.pathParam("version"), flag(ctx, "deleted"));
  }

  private static ObjectNode full(StoredSchema schema) {
    ObjectNode json =
        JSON.createObjectNode().put("subject", schema.subject()).put("version", schema.version());
    return content(json.put("id", schema.id()), schema, false)
        .put("ts", schema.timestamp())
        .put("deleted", schema.deleted());
  }

  private static ObjectNode content(ObjectNode json, StoredSchema schema, boolean withVersion) {
    if (withVersion) {
      json.put("version", schema.version()).put("id", schema.id());
    }
    json.put("guid", schema.guid()).put("schemaType", "AVRO");
    if (!schema.references().isEmpty()) {
      json.set("references", LogFormat.references(schema.references()));
    }
    return json.put("schema", schema.schema());
  }

  private static void verdict(Context ctx, List<String> wrong) throws JsonProcessingException {
    ObjectNode json = JSON.createObjectNode().put("is_compatible", wrong.isEmpty());
    if (flag(ctx, "verbose")) {
      json.set("messages", JSON.valueToTree(wrong));
    }
    answer(ctx, json);
  }

  private static Map<String, String> level(Compatibility level) {
    return Map.of("compatibilityLevel", level.name());
  }

  private static SchemaRequest request(Context ctx) {
    JsonNode body = body(ctx);
    return new SchemaRequest(
        body.path("schema").asText(""),
        body.path("schemaType").asText("AVRO"),
        LogFormat.references(body.path("references")));
  }

  private static JsonNode body(Context ctx) {
    try {
      JsonNode body = JSON.readTree(ctx.body());
      if (!body.isObject()) {
        throw RegistryError.badRequest("a JSON object is expected");
      }
      return body;
    } catch (JsonProcessingException e) {
      throw RegistryError.badRequest(e.getOriginalMessage());
    }
  }

  /** Which versions a request asks for by {@code deleted} and {@code deletedOnly}. */
  private static Predicate<StoredSchema> asked(Context ctx) {
    boolean deletedOnly = flag(ctx, "deletedOnly");
    boolean deletedToo = flag(ctx, "deleted");
    return schema -> deletedOnly ? schema.deleted() : deletedToo || !schema.deleted();
  }

  /** The prefix that subjects must have; {@code :*:} stands for all contexts, of which one is. */
  private static String prefix(Context ctx) {
    String prefix = ctx.queryParam("subjectPrefix");
    return prefix == null || prefix.equals(":*:") ? "" : prefix;
  }

  private static int id(Context ctx) {
    try {
      return Integer.parseInt(ctx.pathParam("id"));
    } catch (NumberFormatException e) {
      throw new HttpResponseException(404, statusLine(404), Map.of());
    }
  }

  private static String subject(Context ctx) {
    return ctx.pathParam("subject");
  }

  private static boolean flag(Context ctx, String name) {
    return Boolean.parseBoolean(ctx.queryParam(name));
  }

  private static void error(Context ctx, int status, int code, Exception e) {
    answer(
        ctx.status(status),
        JSON.createObjectNode()
            .put("error_code", code)
            .put("message", Objects.requireNonNullElse(e.getMessage(), e.toString())));
  }

  private static void raw(Context ctx, String json) {
    ctx.contentType(contentType(ctx)).result(json);
  }

  private static void answer(Context ctx, Object json) {
    try {
      raw(ctx, JSON.writeValueAsString(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String contentType(Context ctx) {
    String accept = Objects.requireNonNullElse(ctx.header("Accept"), "");
    return accept.contains(PLAIN_JSON) && !accept.contains("vnd.schemaregistry")
        ? PLAIN_JSON
        : CONTENT_TYPE;
  }

  private static String statusLine(int status) {
    return "HTTP " + status + " " + HttpStatus.forStatus(status).getMessage();
  }
}
