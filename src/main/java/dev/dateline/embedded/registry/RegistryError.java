package dev.dateline.embedded.registry;

/** An answer that is an error: an HTTP status, Confluent's error code, and a message. */
final class RegistryError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;

  private RegistryError(int status, int code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  int code() {
    return code;
  }

  static RegistryError badRequest(String why) {
    return new RegistryError(400, 400, "Bad request: " + why);
  }

  static RegistryError subjectNotFound(String subject) {
    return notFound(40401, "Subject '" + subject + "' not found.");
  }

  static RegistryError versionNotFound(int version) {
    return notFound(40402, "Version " + version + " not found.");
  }

  static RegistryError schemaNotFound() {
    return notFound(40403, "Schema not found");
  }

  static RegistryError schemaNotFound(int id) {
    return notFound(40403, "Schema " + id + " not found");
  }

  static RegistryError subjectSoftDeleted(String subject) {
    return notFound(
        40404,
        "Subject '" + subject + "' was soft deleted.Set permanent=true to delete permanently");
  }

  static RegistryError subjectNotSoftDeleted(String subject) {
    return notFound(
        40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
  }

  static RegistryError versionSoftDeleted(String subject, int version) {
    return notFound(
        40406,
        "Subject '%s' Version %d was soft deleted.Set permanent=true to delete permanently"
            .formatted(subject, version));
  }

  static RegistryError versionNotSoftDeleted(String subject, int version) {
    return notFound(
        40407,
        "Subject '%s' Version %d was not deleted first before being permanently deleted"
            .formatted(subject, version));
  }

  static RegistryError noSubjectLevel(String subject) {
    return notFound(
        40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
  }

  static RegistryError noSubjectMode(String subject) {
    return notFound(40409, "Subject '" + subject + "' does not have subject-level mode configured");
  }

  static RegistryError incompatible(String subject, String details) {
    return new RegistryError(
        409,
        409,
        "Schema being registered is incompatible with an earlier schema for subject \"%s\", details: %s"
            .formatted(subject, details));
  }

  static RegistryError invalidSchema(String what, String details) {
    return new RegistryError(422, 42201, "Invalid schema " + what + ", details: " + details);
  }

  static RegistryError invalidVersion(String version) {
    return new RegistryError(
        422,
        42202,
        "The specified version '%s' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\""
            .formatted(version));
  }

  static RegistryError invalidLevel() {
    return new RegistryError(
        422,
        42203,
        "Invalid compatibility level. Valid values are none, backward, forward, full, "
            + "backward_transitive, forward_transitive, and full_transitive");
  }

  static RegistryError referenceExists(String subject, int version) {
    return new RegistryError(
        422,
        42206,
        "One or more references exist to the schema {magic=1,keytype=SCHEMA,subject=%s,version=%d}."
            .formatted(subject, version));
  }

  static RegistryError storage(String why) {
    return new RegistryError(500, 50001, "Error in the backend data store: " + why);
  }

  private static RegistryError notFound(int code, String message) {
    return new RegistryError(404, code, message);
  }
}
