package dev.dateline.entities;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads the resources of this package. */
final class Resources {

  private static final int BUFFER = 1 << 16;

  private Resources() {}

  static InputStream open(String name) throws IOException {
    InputStream in = Resources.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("no resource " + name + " beside " + Resources.class);
    }
    return name.endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in;
  }

  /** Hands every line that is neither empty nor a comment to {@code consumer}, its fields split. */
  static void table(String name, Consumer<String[]> consumer) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8), BUFFER)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isEmpty() && line.charAt(0) != '#') {
          consumer.accept(line.split("\t", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
