package dev.dateline.ingest;

import dev.dateline.wire.WireInput;
import java.io.IOException;

/** Something that may be published: a file, standard input, a page. */
public interface Input {

  /** What to call it in messages: the file as given, the URL. */
  String name();

  /**
   * Its bytes and what is known of them. May be called once.
   *
   * @throws RefusedException where it cannot be an item: empty, too large
   * @throws IOException where it cannot be read
   * @throws InterruptedException where reading takes long and the thread is told to stop
   */
  WireInput read() throws IOException, RefusedException, InterruptedException;
}
