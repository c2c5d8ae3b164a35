package dev.dateline.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values in the place of references: {@code ${env:NAME}} is a variable of the environment,
 * {@code ${file:PATH}} the content of a file, without the white space around it.
 */
final class References implements UnaryOperator<String> {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]{1,500})}");
  private static final int MOST_BYTES = 64 << 10;

  private final Function<String, String> environment;

  References(Function<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The text with values for all references.
   *
   * @throws IllegalArgumentException where there is no such variable or file
   */
  @Override
  public String apply(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String value =
          matcher.group(1).equals("env") ? variable(matcher.group(2)) : file(matcher.group(2));
      matcher.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(out).toString();
  }

  private String variable(String name) {
    String value = environment.apply(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the environment has no " + name);
    }
    return value.strip();
  }

  private static String file(String path) {
    try (InputStream in = Files.newInputStream(Path.of(path))) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException("cannot read the file " + path, e);
    }
  }
}
