package dev.dateline.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * Server sockets that are bound before the node that listens on them is configured.
 *
 * <p>A node has to be told its ports before it starts, and ports that were looked up and let go
 * again may be taken by another process meanwhile. So a port is bound here first, and the node is
 * given the socket itself. Thread-safe.
 */
final class BoundSockets implements ServerSocketFactory, AutoCloseable {

  private static final int BACKLOG = 50;

  private final Map<String, ServerSocketChannel> waiting = new ConcurrentHashMap<>();

  /**
   * Binds a loopback port for a listener.
   *
   * @param listener the listener's name
   * @param port the port, 0 for any that is free
   * @return the port bound
   * @throws IOException if the port is taken
   */
  int bind(String listener, int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.bind(address, BACKLOG);
      channel.configureBlocking(false);
    } catch (IOException e) {
      channel.close();
      throw new IOException("Cannot listen on " + address + ": " + e.getMessage(), e);
    }
    waiting.put(listener, channel);
    return channel.socket().getLocalPort();
  }

  @Override
  public ServerSocketChannel openServerSocket(
      String listener, InetSocketAddress address, int backlog, int receiveBufferBytes)
      throws IOException {
    ServerSocketChannel channel = waiting.remove(listener);
    if (channel == null) {
      throw new IOException("No socket was bound for listener " + listener);
    }
    return channel;
  }

  /** Closes the sockets that no node has taken. */
  @Override
  public void close() throws IOException {
    for (ServerSocketChannel channel : waiting.values()) {
      channel.close();
    }
    waiting.clear();
  }
}
