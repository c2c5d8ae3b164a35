package dev.dateline.quotes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files of labels beside the tests: cells parted by tabs, comments after a {@code #}. */
final class GoldFiles {

  private GoldFiles() {}

  static List<String> lines(String name) throws IOException {
    try (InputStream in = GoldFiles.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
