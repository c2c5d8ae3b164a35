package dev.dateline.cli;

import dev.dateline.wire.WireInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The sample wire and its alert rules, which come with the jar. */
final class SampleWire {

  private static final String FOLDER = "/dev/dateline/demo/";

  /**
   * An alert rule.
   *
   * @param id its id
   * @param query its query
   * @param description what it is for
   */
  record SampleRule(String id, String query, String description) {}

  private record Entry(int order, WireInput input) {}

  private SampleWire() {}

  /** The raw records in the order in which they are played. */
  static List<WireInput> items() {
    List<Entry> entries = new ArrayList<>();
    for (String[] line : table("wire/index.txt", 4)) {
      WireInput input =
          WireInput.of(bytes("wire/" + line[1]), line[2])
              .withContentType(line[3])
              .withUri("sample:///" + line[1]);
      entries.add(new Entry(Integer.parseInt(line[0]), input));
    }
    return entries.stream()
        .sorted(Comparator.comparingInt(Entry::order))
        .map(Entry::input)
        .toList();
  }

  static List<SampleRule> rules() {
    return table("rules.txt", 3).stream()
        .map(line -> new SampleRule(line[0], line[1], line[2]))
        .toList();
  }

  /** Lines of fields parted by tabs; those that start with a hash sign are comments. */
  private static List<String[]> table(String name, int fields) {
    List<String[]> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] parts = line.split("\t", -1);
          if (parts.length != fields) {
            throw new IllegalStateException(name + ": not " + fields + " fields: " + line);
          }
          lines.add(parts);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private static byte[] bytes(String name) {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    InputStream in = SampleWire.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new IllegalStateException("the jar lacks " + FOLDER + name);
    }
    return in;
  }
}
