package dev.dateline.record;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro, which loads no class by name that it was not told to trust, that the records of this
 * package are safe. Whatever reads or builds records calls {@link #trust} first.
 */
public final class RecordClasses {

  static {
    String here = RecordClasses.class.getPackageName();
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> type.getPackageName().equals(here)));
  }

  private RecordClasses() {}

  /** Adds this package to what Avro trusts, once; what was trusted before stays so. */
  public static void trust() {
    // The static initialiser has done it.
  }
}
