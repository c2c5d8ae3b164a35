package dev.dateline.cli;

import picocli.CommandLine.IVersionProvider;

/** Dateline's version, as the jar's manifest gives it, and that of the Java it runs on. */
final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "dateline " + dateline(),
      "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")"
    };
  }

  /** What made a record. */
  static String producer() {
    return "dateline/" + dateline();
  }

  static String dateline() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
