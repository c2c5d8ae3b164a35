package dev.dateline.embedded.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.AvroRuntimeException;

/**
 * Decides what a request does. Reads from the store; writes by handing entries to the log, which
 * returns once they are in the store. Thread-safe: writes follow one another.
 */
final class Registry {

  private static final String AVRO = "AVRO";
  private static final String LATEST = "latest";

  private final RegistryStore store;
  private final SchemaParsing parsing;
  private final Consumer<LogEntry> log;

  Registry(RegistryStore store, Consumer<LogEntry> log) {
    this.store = store;
    this.parsing = new SchemaParsing(store);
    this.log = log;
  }

  /** Registers a schema; a request without one is answered with the latest version. */
  synchronized StoredSchema register(String subject, SchemaRequest request) {
    if (request.schema().isEmpty() && !live(subject).isEmpty()) {
      return last(live(subject));
    }
    SchemaParsing.Parsed parsed = parse(subject, request);
    String guid = StoredSchema.guid(parsed.canonical(), request.references());
    Optional<StoredSchema> known = find(live(subject), guid);
    if (known.isPresent()) {
      return known.get();
    }
    List<String> wrong = level(subject).check(parsed.schema(), earlier(live(subject)));
    if (!wrong.isEmpty()) {
      throw RegistryError.incompatible(subject, wrong.toString());
    }
    List<StoredSchema> all = store.of(subject);
    StoredSchema added =
        new StoredSchema(
            subject,
            all.isEmpty() ? 1 : last(all).version() + 1,
            store.idOf(guid).orElseGet(() -> store.maxId() + 1),
            request.references(),
            parsed.canonical(),
            false,
            0);
    log.accept(new LogEntry.PutSchema(added));
    return added;
  }

  /** Finds a schema under a subject. */
  StoredSchema lookUp(String subject, SchemaRequest request, boolean deletedToo) {
    List<StoredSchema> versions = deletedToo ? store.of(subject) : live(subject);
    if (versions.isEmpty()) {
      throw RegistryError.subjectNotFound(subject);
    }
    String canonical = parse(subject, request).canonical();
    return find(versions, StoredSchema.guid(canonical, request.references()))
        .orElseThrow(RegistryError::schemaNotFound);
  }

  /** Versions of all subjects that fulfil a condition. */
  List<StoredSchema> all(Predicate<StoredSchema> wanted) {
    return store.all().stream().filter(wanted).toList();
  }

  /** Versions of a subject that fulfil a condition, of which there must be one. */
  List<StoredSchema> versions(String subject, Predicate<StoredSchema> wanted) {
    List<StoredSchema> found = store.of(subject).stream().filter(wanted).toList();
    if (found.isEmpty()) {
      throw RegistryError.subjectNotFound(subject);
    }
    return found;
  }

  /** One version of a subject, by number or as the latest. */
  StoredSchema version(String subject, String version, boolean deletedToo) {
    int number = number(version);
    List<StoredSchema> versions = versions(subject, schema -> deletedToo || !schema.deleted());
    if (number < 0) {
      return last(versions);
    }
    return versions.stream()
        .filter(schema -> schema.version() == number)
        .findFirst()
        .orElseThrow(() -> RegistryError.versionNotFound(number));
  }

  /** All versions with an id, the oldest first. */
  List<StoredSchema> byId(int id) {
    List<StoredSchema> found = store.byId(id);
    if (found.isEmpty()) {
      throw RegistryError.schemaNotFound(id);
    }
    return found;
  }

  int maxId() {
    return store.maxId();
  }

  /** Ids of the schemas that refer to a version. */
  List<Integer> referencedBy(StoredSchema target) {
    return store.all().stream()
        .filter(schema -> !schema.deleted())
        .filter(
            schema ->
                schema.references().stream()
                    .anyMatch(
                        reference ->
                            reference.subject().equals(target.subject())
                                && reference.version() == target.version()))
        .map(StoredSchema::id)
        .distinct()
        .toList();
  }

  synchronized int deleteVersion(String subject, String version, boolean permanent) {
    int wanted = number(version);
    List<StoredSchema> all = store.of(subject);
    if (all.isEmpty() || (!permanent && wanted < 0 && live(subject).isEmpty())) {
      throw RegistryError.subjectNotFound(subject);
    }
    StoredSchema target =
        wanted < 0
            ? last(permanent ? all : live(subject))
            : store
                .version(subject, wanted)
                .orElseThrow(() -> RegistryError.versionNotFound(wanted));
    refuseIfReferenced(target);
    if (permanent) {
      if (!target.deleted()) {
        throw RegistryError.versionNotSoftDeleted(subject, target.version());
      }
      log.accept(new LogEntry.DropSchema(subject, target.version()));
    } else {
      if (target.deleted()) {
        throw RegistryError.versionSoftDeleted(subject, target.version());
      }
      log.accept(new LogEntry.PutSchema(target.asDeleted()));
      dropLevelIfGone(subject);
    }
    return target.version();
  }

  synchronized List<Integer> deleteSubject(String subject, boolean permanent) {
    List<StoredSchema> all = store.of(subject);
    List<StoredSchema> live = live(subject);
    if (all.isEmpty()) {
      throw RegistryError.subjectNotFound(subject);
    }
    if (permanent && !live.isEmpty()) {
      throw RegistryError.subjectNotSoftDeleted(subject);
    }
    if (!permanent && live.isEmpty()) {
      throw RegistryError.subjectSoftDeleted(subject);
    }
    List<StoredSchema> gone = permanent ? all : live;
    gone.forEach(this::refuseIfReferenced);
    if (permanent) {
      gone.forEach(schema -> log.accept(new LogEntry.DropSchema(subject, schema.version())));
    } else {
      log.accept(new LogEntry.DeleteSubject(subject, last(gone).version()));
      dropLevelIfGone(subject);
    }
    return gone.stream().map(StoredSchema::version).toList();
  }

  /** What speaks against a schema as a successor of all versions; empty if nothing does. */
  List<String> incompatibilities(String subject, SchemaRequest request) {
    return level(subject).check(parse(subject, request).schema(), earlier(live(subject)));
  }

  /** What speaks against a schema as a successor of one version; empty if nothing does. */
  List<String> incompatibilities(String subject, String version, SchemaRequest request) {
    SchemaParsing.Parsed parsed = parse(subject, request);
    List<StoredSchema> live = live(subject);
    if (live.isEmpty() && number(version) < 0) {
      return List.of();
    }
    if (live.isEmpty()) {
      throw RegistryError.versionNotFound(number(version));
    }
    return level(subject)
        .check(parsed.schema(), earlier(List.of(version(subject, version, false))));
  }

  Compatibility globalLevel() {
    return store.globalLevel();
  }

  Optional<Compatibility> subjectLevel(String subject) {
    return store.level(subject);
  }

  /** Sets a level, of all subjects if the subject is null. */
  synchronized void setLevel(String subject, String name) {
    Compatibility level = Compatibility.parse(name).orElseThrow(RegistryError::invalidLevel);
    log.accept(new LogEntry.PutConfig(subject, level));
  }

  /** Drops a level and returns what it was. */
  synchronized Compatibility dropLevel(String subject) {
    Compatibility was =
        subject == null
            ? store.globalLevel()
            : store.level(subject).orElseThrow(() -> RegistryError.subjectNotFound(subject));
    log.accept(new LogEntry.DropConfig(subject));
    return was;
  }

  private Compatibility level(String subject) {
    return store.level(subject).orElseGet(store::globalLevel);
  }

  private List<StoredSchema> live(String subject) {
    return store.of(subject).stream().filter(schema -> !schema.deleted()).toList();
  }

  private List<Compatibility.Earlier> earlier(List<StoredSchema> versions) {
    List<Compatibility.Earlier> earlier = new ArrayList<>();
    for (StoredSchema version : versions) {
      earlier.add(
          new Compatibility.Earlier(
              version.version(), version.schema(), parsing.parseStored(version)));
    }
    return earlier;
  }

  private SchemaParsing.Parsed parse(String subject, SchemaRequest request) {
    String problem;
    if (!AVRO.equals(request.schemaType())) {
      problem = "Only schemas of type AVRO are taken";
    } else if (request.schema().isEmpty()) {
      problem = "Empty schema";
    } else {
      try {
        return parsing.parseNew(request.schema(), request.references());
      } catch (AvroRuntimeException e) {
        problem = e.getMessage();
      }
    }
    throw RegistryError.invalidSchema(request.describe(subject), problem);
  }

  private void refuseIfReferenced(StoredSchema schema) {
    if (!referencedBy(schema).isEmpty()) {
      throw RegistryError.referenceExists(schema.subject(), schema.version());
    }
  }

  /** A subject that is gone leaves no level behind for one of the same name. */
  private void dropLevelIfGone(String subject) {
    if (live(subject).isEmpty() && store.level(subject).isPresent()) {
      log.accept(new LogEntry.DropConfig(subject));
    }
  }

  private static Optional<StoredSchema> find(List<StoredSchema> versions, String guid) {
    return versions.stream()
        .filter(schema -> schema.guid().equals(guid))
        .reduce((earlier, later) -> later);
  }

  private static StoredSchema last(List<StoredSchema> versions) {
    return versions.get(versions.size() - 1);
  }

  /** The number of a version, -1 for the latest. */
  private static int number(String version) {
    if (LATEST.equals(version)) {
      return -1;
    }
    try {
      int number = Integer.parseInt(version);
      if (number == -1 || number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for any other version that is none.
    }
    throw RegistryError.invalidVersion(version);
  }
}
