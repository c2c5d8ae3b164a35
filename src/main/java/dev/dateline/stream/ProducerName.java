package dev.dateline.stream;

/** What signs the records: Dateline's version. */
final class ProducerName {

  private ProducerName() {}

  static String of(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return "dateline/" + (version == null ? "dev" : version);
  }
}
