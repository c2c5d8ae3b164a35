package dev.dateline.embedded.registry;

import java.util.List;

/** A schema as a client sends it. */
record SchemaRequest(String schema, String schemaType, List<SchemaReference> references) {

  SchemaRequest {
    references = List.copyOf(references);
  }

  /** The form in which Confluent's registry names a request in its error messages. */
  String describe(String subject) {
    return "{subject=%s,version=null,id=null,schemaType=%s,references=%s,metadata=null,ruleSet=null,schema=%s,schemaTags=null,ts=null,deleted=null} with refs %s of type %s"
        .formatted(subject, schemaType, names(), schema, names(), schemaType);
  }

  private List<String> names() {
    return references.stream()
        .map(
            reference ->
                "{name='%s', subject='%s', version=%d}"
                    .formatted(reference.name(), reference.subject(), reference.version()))
        .toList();
  }
}
