package dev.dateline.entities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Reads users' lists. CSV (RFC 4180, UTF-8) has a header line with the columns {@code id}, {@code
 * name} and, in any order, {@code aliases} (parted by {@code |} or {@code ;}), {@code type}, {@code
 * country} and {@code birthYear}; JSON Lines has objects with fields of these names, {@code
 * aliases} an array. Of these only id and name are needed. Stateless; thread-safe.
 */
public final class EntityListReader {

  /** Most rows a list may have. */
  public static final int MAXIMUM_ROWS = 1_000_000;

  private static final int HASH_BYTES = 16;

  private EntityListReader() {}

  /**
   * Reads a list from the bytes of a file.
   *
   * @param name the name links will carry
   * @param content the whole file; JSON Lines where it starts with an opening brace, else CSV
   * @throws IOException where a row cannot be read, with its number
   */
  public static EntityList read(String name, byte[] content) throws IOException {
    Reader reader =
        new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8);
    EntityList.Builder builder = new EntityList.Builder();
    try (BufferedReader lines = new BufferedReader(reader, 1 << 16)) {
      if (isJson(content)) {
        readJson(lines, builder);
      } else {
        readCsv(lines, builder);
      }
    }
    return builder.build(name, hash(content));
  }

  private static boolean isJson(byte[] content) {
    for (byte b : content) {
      if (b == '{') {
        return true;
      }
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t' && (b & 0xff) < 0x80) {
        return false;
      }
    }
    return false;
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void readJson(BufferedReader lines, EntityList.Builder builder)
      throws IOException {
    ObjectMapper json = new ObjectMapper();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      JsonNode row;
      try {
        row = json.readTree(line);
      } catch (IOException e) {
        throw new IOException("line " + number + " is not JSON", e);
      }
      List<String> names = new ArrayList<>();
      names.add(row.path("name").asText(""));
      row.path("aliases").forEach(alias -> names.add(alias.asText()));
      add(
          builder,
          number,
          row.path("id").asText(""),
          names,
          row.path("type").asText(""),
          row.path("country").asText(""),
          row.path("birthYear").asText(""));
    }
  }

  private static void readCsv(BufferedReader lines, EntityList.Builder builder) throws IOException {
    List<String> header = Csv.next(lines);
    if (header == null) {
      return;
    }
    List<String> columns =
        header.stream().map(c -> c.replace("\ufeff", "").strip().toLowerCase(Locale.ROOT)).toList();
    int id = columns.indexOf("id");
    int name = columns.indexOf("name");
    if (id < 0 || name < 0) {
      throw new IOException("the first line must name the columns id and name");
    }
    int aliases = columns.indexOf("aliases");
    int type = columns.indexOf("type");
    int country = columns.indexOf("country");
    int birthYear = columns.indexOf("birthyear");
    int number = 1;
    for (List<String> row = Csv.next(lines); row != null; row = Csv.next(lines)) {
      number++;
      if (row.size() == 1 && row.get(0).isBlank()) {
        continue;
      }
      List<String> names = new ArrayList<>();
      names.add(field(row, name));
      for (String alias : field(row, aliases).split("[|;]")) {
        names.add(alias);
      }
      add(
          builder,
          number,
          field(row, id),
          names,
          field(row, type),
          field(row, country),
          field(row, birthYear));
    }
  }

  private static String field(List<String> row, int column) {
    return column < 0 || column >= row.size() ? "" : row.get(column).strip();
  }

  private static void add(
      EntityList.Builder builder,
      int number,
      String id,
      List<String> names,
      String type,
      String country,
      String birthYear)
      throws IOException {
    if (id.isBlank() || names.get(0).isBlank()) {
      throw new IOException("row " + number + " lacks an id or a name");
    }
    if (builder.size() == MAXIMUM_ROWS) {
      throw new IOException("more than " + MAXIMUM_ROWS + " rows");
    }
    try {
      builder.add(
          new EntityList.Row(
              id,
              names.stream().map(String::strip).filter(n -> !n.isEmpty()).distinct().toList(),
              type.isBlank() ? null : type(type),
              country.isBlank() ? null : country.toUpperCase(Locale.ROOT),
              birthYear.isBlank() ? 0 : Integer.parseInt(birthYear.strip())));
    } catch (IllegalArgumentException e) {
      throw new IOException("row " + number + ": " + e.getMessage(), e);
    }
  }

  private static EntityType type(String type) {
    String upper = type.strip().toUpperCase(Locale.ROOT);
    return switch (upper) {
      case "ORGANIZATION", "COMPANY", "ORG" -> EntityType.ORGANISATION;
      case "INDIVIDUAL" -> EntityType.PERSON;
      case "LOCATION" -> EntityType.PLACE;
      default -> EntityType.valueOf(upper);
    };
  }
}
