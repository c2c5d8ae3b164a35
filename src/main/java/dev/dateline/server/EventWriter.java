package dev.dateline.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the event-stream format of the HTML standard. Not thread-safe. */
final class EventWriter {

  private final OutputStream out;

  EventWriter(OutputStream out) {
    this.out = out;
  }

  /** Tells the client how long to wait before it comes back. */
  void retry(int millis) throws IOException {
    write("retry: " + millis + "\n\n");
  }

  /**
   * An event.
   *
   * @param name its type: one word
   * @param id one line
   * @param data any number of lines
   */
  void event(String name, String id, String data) throws IOException {
    StringBuilder event = new StringBuilder(data.length() + 200);
    event.append("id: ").append(id).append("\nevent: ").append(name).append('\n');
    data.lines().forEach(line -> event.append("data: ").append(line).append('\n'));
    write(event.append('\n').toString());
  }

  /**
   * A line that clients ignore: keeps proxies from closing the connection, and finds out whether
   * anybody listens.
   */
  void heartbeat() throws IOException {
    write(": still here\n\n");
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
