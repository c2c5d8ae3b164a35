package dev.dateline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.dateline.text.Document;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may use whom. The generated Avro classes are held to it too. */
class ArchitectureTest {

  private static final String ROOT = "dev.dateline.";

  /** The five packages that {@code enrich} composes. */
  private static final Set<String> PARTS = Set.of("text", "wire", "article", "entities", "quotes");

  /** Plain Java, deterministic, without Kafka: what the library part and its neighbours keep to. */
  private static final Set<String> PURE =
      Set.of("text", "wire", "article", "entities", "quotes", "enrich", "rules", "life");

  /** For each package, what it may use of the others. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("text", Set.of()),
          entry("wire", Set.of("text")),
          entry("article", Set.of("text", "wire")),
          entry("entities", Set.of("text", "article")),
          entry("quotes", Set.of("text", "article", "entities")),
          entry("enrich", PARTS),
          entry("rules", Set.of("text", "enrich")),
          entry("life", Set.of("text", "enrich")),
          entry("record", Set.of("enrich", "rules")),
          entry("schema", Set.of("record")),
          entry("stream", union(PURE, "record", "schema")),
          entry("ingest", Set.of("wire", "record", "schema")),
          entry("delivery", Set.of("record", "schema")),
          entry("server", Set.of("record", "schema", "rules", "stream")),
          entry("embedded", Set.of()),
          entry(
              "cli",
              union(
                  PURE, "record", "schema", "stream", "ingest", "delivery", "server", "embedded")));

  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.dateline");

  static Stream<String> packages() {
    return MAY_USE.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void usesNoOtherPackagesThanTheTableAllows(String name) {
    classes()
        .that(in(name))
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage("dev.dateline..").or(in(name)).or(allowedTo(name)))
        .allowEmptyShould(true)
        .check(PRODUCTION);
  }

  @Test
  void everyPackageIsInTheTable() {
    Set<String> strangers = new TreeSet<>();
    for (JavaClass type : PRODUCTION) {
      String name = type.getPackageName();
      String top = name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.")[0] : name;
      if (!MAY_USE.containsKey(top)) {
        strangers.add(name);
      }
    }
    assertThat(strangers).isEmpty();
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("dev.dateline.(*)..").should().beFreeOfCycles().check(PRODUCTION);
  }

  /** Where a library has a home, or two, it is met nowhere else. */
  @ParameterizedTest
  @CsvSource({
    "schema, org.apache.flink..",
    "rules, org.apache.lucene..",
    "cli, picocli..",
    "cli, me.tongfei..",
    "server embedded, io.javalin..",
    "wire, com.rometools..",
    "delivery, org.apache.hc..",
    "delivery, jakarta.mail..",
    "cli delivery, com.fasterxml.jackson.dataformat..",
    "wire, net.dankito..",
    "ingest, crawlercommons..",
  })
  void libraryIsUsedAtHomeOnly(String homes, String library) {
    noClasses()
        .that(not(inAny(Set.of(homes.split(" ")))))
        .should()
        .dependOnClassesThat(resideInAPackage(library))
        .check(PRODUCTION);
  }

  @Test
  void pureCodeKnowsNoKafkaNorAvro() {
    noClasses()
        .that(inAny(PURE))
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.apache.kafka..", "org.apache.avro.."))
        .check(PRODUCTION);
  }

  /** The registry in this process speaks HTTP and Kafka; the records are none of its business. */
  @Test
  void recordsKnowNoKafka() {
    noClasses()
        .that(in("record"))
        .should()
        .dependOnClassesThat(resideInAPackage("org.apache.kafka.."))
        .check(PRODUCTION);
  }

  @Test
  void pureCodeReadsNoFilesAndOpensNoConnections() {
    noClasses()
        .that(inAny(PURE))
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.net.http.."))
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(File|FileInputStream|FileOutputStream|RandomAccessFile)")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.net\\.(Socket|ServerSocket|URLConnection|HttpURLConnection)")
        .check(PRODUCTION);
  }

  @Test
  void pureCodeStartsNoThreads() {
    noClasses()
        .that(inAny(PURE))
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.lang\\.Thread|java\\.util\\.(Timer|concurrent\\.(Executor.*|ForkJoin.*"
                + "|CompletableFuture|ScheduledExecutorService))")
        .check(PRODUCTION);
  }

  @Test
  void pureCodeAsksNoClockAndThrowsNoDice() {
    noClasses()
        .that(inAny(PURE))
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callConstructor(Random.class)
        .check(PRODUCTION);
  }

  @Test
  void logsGoThroughSlf4j() {
    noClasses().should(USE_JAVA_UTIL_LOGGING).check(PRODUCTION);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that(resideOutsideOfPackage(ROOT + "cli.."))
        .should(ACCESS_STANDARD_STREAMS)
        .check(PRODUCTION);
  }

  /**
   * What the table allows. An {@code EnrichedItem} is made of the values of five packages: whoever
   * may use {@code enrich} meets these values, which are records with their builders, enums and the
   * {@link Document} they point into, but none of the code that makes them.
   */
  private static DescribedPredicate<JavaClass> allowedTo(String name) {
    Set<String> allowed = MAY_USE.get(name);
    DescribedPredicate<JavaClass> direct = inAny(allowed);
    return (allowed.contains("enrich") ? direct.or(inAny(PARTS).and(isValue())) : direct)
        .as("%s may use: %s", name, new TreeSet<>(allowed));
  }

  private static DescribedPredicate<JavaClass> isValue() {
    return DescribedPredicate.describe(
        "values",
        type -> {
          JavaClass base = type.getBaseComponentType();
          return base.isRecord()
              || base.isEnum()
              || base.isEquivalentTo(Document.class)
              || base.getEnclosingClass().filter(JavaClass::isRecord).isPresent();
        });
  }

  private static DescribedPredicate<JavaClass> in(String name) {
    return resideInAPackage(ROOT + name + "..");
  }

  private static DescribedPredicate<JavaClass> inAny(Set<String> names) {
    List<String> patterns = new ArrayList<>();
    for (String name : new TreeSet<>(names)) {
      patterns.add(ROOT + name + "..");
    }
    return resideInAnyPackage(patterns.toArray(String[]::new));
  }

  private static Set<String> union(Set<String> names, String... more) {
    Set<String> all = new TreeSet<>(names);
    all.addAll(List.of(more));
    return all;
  }
}
