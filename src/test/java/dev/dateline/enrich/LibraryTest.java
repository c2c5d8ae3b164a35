package dev.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The library part works with nothing on the class path but what the pom does not call optional.
 */
class LibraryTest {

  /** The jars that a user of the library gets: the pom's dependencies that are not optional. */
  private static final Pattern LIBRARY =
      Pattern.compile(
          "(jackson-(core|annotations|databind)|jsoup|readability4j|kotlin-stdlib|annotations"
              + "|rome|rome-utils|jdom2|apache-mime4j-core|apache-mime4j-dom|commons-io|jwarc"
              + "|slf4j-api|jspecify)-[0-9][^/]*\\.jar");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ferry aground\n\nLANTRY, /VELPRESS/. “We saw nothing,” Captain Obed Farrell said.",
        "<html><body><nav>Home</nav><h1>Ferry aground</h1><p>LANTRY - “We saw nothing,” Captain"
            + " Obed Farrell said on Friday, when the fog had lifted from the harbour.</p></body>"
            + "</html>",
        "{\"uri\": \"urn:velpress:1\", \"headline\": \"Ferry aground\", \"body_text\": \"LANTRY -"
            + " “We saw nothing,” Captain Obed Farrell said.\"}",
        "<rss version=\"2.0\"><channel><title>Velpress</title><link>https://velpress.example</link>"
            + "<description>News</description><item><title>Ferry aground</title><description>“We"
            + " saw nothing,” Captain Obed Farrell said.</description></item></channel></rss>",
      })
  void enrichesWithoutKafkaOnTheClassPath(String item) throws Exception {
    try (URLClassLoader library = library()) {
      @SuppressWarnings("unchecked") // it is the probe's own type
      UnaryOperator<String> probe =
          (UnaryOperator<String>)
              library
                  .loadClass(LibraryProbe.class.getName())
                  .getDeclaredConstructor()
                  .newInstance();

      assertThat(probe.apply(item)).contains("Ferry aground").contains("“We saw nothing,”");
    }
  }

  @Test
  void theLibraryHasNoKafka() throws Exception {
    try (URLClassLoader library = library()) {
      assertThatThrownBy(() -> library.loadClass("org.apache.kafka.common.serialization.Serde"))
          .isInstanceOf(ClassNotFoundException.class);
    }
  }

  /** What stands on the library's class path, and of this one nothing else. */
  private static URLClassLoader library() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      boolean jar = entry.endsWith(".jar");
      if (!jar || LIBRARY.matcher(path.getFileName().toString()).matches()) {
        urls.add(path.toUri().toURL());
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
