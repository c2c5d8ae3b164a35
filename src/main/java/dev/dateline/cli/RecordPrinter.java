package dev.dateline.cli;

import java.io.PrintWriter;
import org.apache.avro.specific.SpecificRecord;

/** Prints the records of one topic. Not thread-safe. */
interface RecordPrinter {

  /** A record under its key. */
  void print(String key, SpecificRecord record);

  /** A withdrawal of what was printed under a key. */
  void print(Withdrawal withdrawal);

  /** How records may be printed. */
  enum Format {
    /** For people. */
    TEXT,
    /** One object a line. */
    JSON,
    /** RFC 4180, with a line of names first. */
    CSV;

    RecordPrinter printer(
        Class<? extends SpecificRecord> type, Terminal terminal, PrintWriter out) {
      return switch (this) {
        case TEXT -> new TextPrinter(terminal, out);
        case JSON -> new JsonPrinter(out);
        case CSV -> new CsvPrinter(type, out);
      };
    }
  }
}
