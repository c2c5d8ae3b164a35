package dev.dateline.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches pages and feeds over HTTP. Size, time and redirections are bounded. Addresses that are
 * not public are refused unless allowed, so that a list of URLs from elsewhere does not reach into
 * the network this runs in; names are resolved again when the connection is made, so a name server
 * that answers differently each time is not kept out by this alone. Thread-safe.
 */
public final class Fetcher {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final int MAX_REDIRECTS = 5;
  private static final List<String> KEPT_HEADERS = List.of("etag", "last-modified", "date");

  private final HttpClient client;
  private final int maxBytes;
  private final Duration timeout;
  private final boolean allowPrivate;
  private final String userAgent;

  /**
   * A page as it came.
   *
   * @param uri where it came from in the end, redirections followed
   * @param bytes the body
   * @param contentType media type, or null
   * @param headers the headers worth keeping, names in lower case
   */
  public record Page(URI uri, byte[] bytes, String contentType, Map<String, String> headers) {}

  /**
   * What a server said of a page when it was last fetched, so that it need not send it again.
   *
   * @param etag its entity tag, or null
   * @param lastModified when it last changed, as the server writes it, or null
   */
  public record Validators(String etag, String lastModified) {

    /** Nothing is known. */
    public static final Validators NONE = new Validators(null, null);

    /** Those of a page. */
    public static Validators of(Page page) {
      return new Validators(page.headers().get("etag"), page.headers().get("last-modified"));
    }
  }

  /** Asked before each request, redirections too; may wait. */
  @FunctionalInterface
  public interface Gate {

    /** Lets everything pass. */
    Gate OPEN = uri -> {};

    /**
     * @throws RefusedException where {@code uri} is not to be asked
     */
    void pass(URI uri) throws IOException, RefusedException, InterruptedException;
  }

  /** A server answered, but with no page. */
  public static final class StatusException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String retryAfter;

    StatusException(int status, String retryAfter) {
      super("the server answered with status " + status);
      this.status = status;
      this.retryAfter = retryAfter;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }

    /** When to come back, as the server wrote it; or null. */
    public String retryAfter() {
      return retryAfter;
    }
  }

  /**
   * @param maxBytes bytes a page may have
   * @param timeout for one page, redirections and all
   * @param allowPrivate whether loopback, link-local and private addresses may be asked
   * @param userAgent what to call oneself
   */
  public Fetcher(int maxBytes, Duration timeout, boolean allowPrivate, String userAgent) {
    this.maxBytes = maxBytes;
    this.timeout = timeout;
    this.allowPrivate = allowPrivate;
    this.userAgent = userAgent;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER) // each step's address is checked here
            .build();
  }

  /**
   * Fetches a page.
   *
   * @throws RefusedException where its address is not public, or it is empty or too large
   * @throws IOException where it cannot be had: the message says why
   */
  public Page fetch(URI uri) throws IOException, RefusedException, InterruptedException {
    return fetch(uri, Validators.NONE, Gate.OPEN)
        .orElseThrow(() -> new IOException("the server says that nothing changed, unasked"));
  }

  /**
   * Fetches a page if it changed.
   *
   * @param known what is known of it
   * @param gate what it waits for; that time does not count
   * @return empty where it did not change
   * @throws RefusedException where its address is not public or the gate is shut, or it is empty or
   *     too large
   * @throws StatusException where the server has it not
   * @throws IOException where it cannot be had: the message says why
   */
  public Optional<Page> fetch(URI uri, Validators known, Gate gate)
      throws IOException, RefusedException, InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    URI at = uri;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      check(at);
      long before = System.nanoTime();
      gate.pass(at);
      deadline += System.nanoTime() - before;
      HttpResponse<LimitedBody.Bytes> response = send(at, known, deadline - System.nanoTime());
      int status = response.statusCode();
      if (status == 200) {
        return Optional.of(page(at, response));
      }
      if (status == 304) {
        return Optional.empty();
      }
      String location = response.headers().firstValue("location").orElse(null);
      if (status < 300 || status >= 400 || location == null) {
        throw new StatusException(
            status, response.headers().firstValue("retry-after").orElse(null));
      }
      at = resolve(at, location);
    }
    throw new IOException("more than " + MAX_REDIRECTS + " redirections");
  }

  private Page page(URI uri, HttpResponse<LimitedBody.Bytes> response) throws RefusedException {
    LimitedBody.Bytes body = response.body();
    if (body.truncated()) {
      throw new RefusedException("is larger than " + maxBytes + " bytes (dateline.max.item.bytes)");
    }
    if (body.bytes().length == 0) {
      throw new RefusedException("is empty");
    }
    HttpHeaders headers = response.headers();
    Map<String, String> kept = new HashMap<>();
    for (String name : KEPT_HEADERS) {
      headers.firstValue(name).ifPresent(value -> kept.put(name, value));
    }
    return new Page(uri, body.bytes(), headers.firstValue("content-type").orElse(null), kept);
  }

  private HttpResponse<LimitedBody.Bytes> send(URI uri, Validators known, long nanosLeft)
      throws IOException, InterruptedException {
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(uri).header("User-Agent", userAgent).header("Accept", "*/*");
    if (known.etag() != null) {
      asked.header("If-None-Match", known.etag());
    }
    if (known.lastModified() != null) {
      asked.header("If-Modified-Since", known.lastModified());
    }
    HttpRequest request = asked.GET().build();
    CompletableFuture<HttpResponse<LimitedBody.Bytes>> response =
        client.sendAsync(request, info -> new LimitedBody(maxBytes));
    try {
      return response.get(Math.max(0, nanosLeft), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + timeout.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      String message = e.getCause().getMessage();
      throw new IOException(
          message == null ? "cannot connect to " + uri.getHost() : message, e.getCause());
    } finally {
      response.cancel(true);
    }
  }

  private void check(URI uri) throws IOException, RefusedException {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new RefusedException("is no address on the web: " + uri);
    }
    if (allowPrivate) {
      return;
    }
    for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
      if (!isPublic(address)) {
        throw new RefusedException(
            "leads to an address that is not public: " + address.getHostAddress());
      }
    }
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean special =
        address.isLoopbackAddress()
            || address.isAnyLocalAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();
    if (bytes.length == 4) {
      // RFC 6598 shared addresses, "this network", and the reserved top.
      special |= first == 0 || (first == 100 && (second & 0xc0) == 64) || first >= 240;
    } else {
      special |= (first & 0xfe) == 0xfc; // RFC 4193 unique local
    }
    return !special;
  }

  private static URI resolve(URI from, String location) throws IOException {
    try {
      return from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new IOException("redirected to what is no address: " + location, e);
    }
  }
}
