package dev.dateline.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds what to publish: files, folders with all below them, globs, standard input, URLs. Hidden
 * files and those that a program is still writing ({@code .part}, {@code .tmp}, {@code .swp}, a
 * closing {@code ~}) are left out of folders and globs; named outright they are taken.
 */
public final class Inputs {

  /** Stands for standard input among the arguments. */
  public static final String STANDARD_INPUT = "-";

  /** Source of files and of standard input where none is given. */
  public static final String LOCAL_SOURCE = "local";

  private static final int MAX_DEPTH = 32;
  private static final List<String> UNFINISHED =
      List.of(".part", ".partial", ".filepart", ".tmp", ".swp", ".crdownload", "~");

  private final String source;
  private final String format;
  private final BoundedBytes bytes;
  private final Fetcher fetcher;
  private final InputStream standardInput;

  /**
   * @param source name of the feed or agency, or null: {@value #LOCAL_SOURCE}, for URLs the host
   * @param format name of the reader to use, or null to detect it
   * @param bytes reads no more than an item may have
   * @param fetcher fetches URLs
   * @param standardInput what {@value #STANDARD_INPUT} stands for
   */
  public Inputs(
      String source,
      String format,
      BoundedBytes bytes,
      Fetcher fetcher,
      InputStream standardInput) {
    this.source = source;
    this.format = format;
    this.bytes = bytes;
    this.fetcher = fetcher;
    this.standardInput = standardInput;
  }

  /**
   * What an argument stands for, in the order of names.
   *
   * @throws NoSuchFileException where it is no URL and nothing has that name
   */
  public List<Input> find(String argument) throws IOException {
    if (argument.equals(STANDARD_INPUT)) {
      return List.of(new StreamInput("standard input", standardInput, local(), format, bytes));
    }
    if (isUrl(argument)) {
      return List.of(new PageInput(URI.create(argument), source, format, fetcher));
    }
    Path path = path(argument);
    if (path != null && Files.isDirectory(path)) {
      return files(below(path, MAX_DEPTH));
    }
    if (path != null && Files.exists(path)) {
      return files(List.of(path));
    }
    return files(glob(argument));
  }

  /** A file as an input. */
  public Input file(Path file) {
    return new FileInput(file, local(), format, bytes);
  }

  /** The files to take from a folder, in the order of their names, its folders' files too. */
  static List<Path> below(Path folder, int depth) throws IOException {
    try (Stream<Path> paths = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
      return paths
          .filter(path -> !isLeftOut(folder.relativize(path)))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  static boolean isLeftOut(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".") && part.toString().length() > 1) {
        return true;
      }
    }
    String name = relative.toString().toLowerCase(Locale.ROOT);
    return UNFINISHED.stream().anyMatch(name::endsWith);
  }

  private static boolean isUrl(String argument) {
    String lower = argument.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }

  private static Path path(String argument) {
    try {
      return Path.of(argument);
    } catch (InvalidPathException e) {
      return null; // a glob may hold what a path may not
    }
  }

  private List<Input> files(List<Path> paths) {
    List<Input> inputs = new ArrayList<>(paths.size());
    paths.forEach(path -> inputs.add(file(path)));
    return inputs;
  }

  /** Files that match a glob which no shell has expanded: {@code "wire/**.xml"}. */
  private static List<Path> glob(String glob) throws IOException {
    int wildcard = firstWildcard(glob);
    if (wildcard < 0) {
      throw new NoSuchFileException(glob);
    }
    int slash = glob.lastIndexOf('/', wildcard);
    Path root = Path.of(slash < 0 ? "." : slash == 0 ? "/" : glob.substring(0, slash));
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + glob.substring(slash + 1));
    if (!Files.isDirectory(root)) {
      throw new NoSuchFileException(glob);
    }
    List<Path> matching =
        below(root, MAX_DEPTH).stream()
            .filter(path -> matcher.matches(root.relativize(path)))
            .toList();
    if (matching.isEmpty()) {
      throw new NoSuchFileException(glob);
    }
    return matching;
  }

  private static int firstWildcard(String glob) {
    for (int i = 0; i < glob.length(); i++) {
      if ("*?[{".indexOf(glob.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private String local() {
    return source == null ? LOCAL_SOURCE : source;
  }
}
