package dev.dateline.delivery;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts to one address. A try ends after the timeout whatever the other side does; redirections are
 * not followed, and no more of an answer is read than its head. Used by one thread.
 */
final class HttpPoster implements AutoCloseable {

  /** What a body does not get better of by being sent again. */
  private static final Set<Integer> REFUSALS = Set.of(400, 405, 410, 413, 415, 422);

  private final URI uri;
  private final Duration timeout;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "delivery-timeouts");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param uri where to
   * @param timeout for one try, from the look-up of the name to the status of the answer
   * @param allowPrivate whether addresses that are not public may be asked
   * @param userAgent what to call oneself
   */
  HttpPoster(URI uri, Duration timeout, boolean allowPrivate, String userAgent) {
    this.uri = uri;
    this.timeout = timeout;
    Timeout most = Timeout.of(timeout);
    this.client =
        HttpClients.custom()
            .setUserAgent(userAgent)
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(most)
                    .setResponseTimeout(most)
                    .build())
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(
                        allowPrivate ? SystemDefaultDnsResolver.INSTANCE : new PublicAddresses())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(most)
                            .setSocketTimeout(most)
                            .build())
                    .build())
            .build();
  }

  /** Posts once. */
  Outcome post(byte[] body, Map<String, String> headers) throws InterruptedException {
    HttpPost request = new HttpPost(uri);
    headers.forEach(request::addHeader);
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    Future<?> deadline = clock.schedule(request::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
    Outcome outcome = null;
    try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
      outcome = outcome(response);
      if (response.getEntity() != null) {
        request.cancel(); // closing would read the rest of the body, which may never end
      }
      return outcome;
    } catch (PublicAddresses.NotPublicException e) {
      return Outcome.refused(e.getMessage() + " (allowPrivate)");
    } catch (IOException e) {
      if (outcome != null) {
        return outcome;
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      boolean late = request.isCancelled() || e instanceof InterruptedIOException;
      return Outcome.failed(late ? "no answer within " + timeout.toMillis() + " ms" : message(e));
    } finally {
      deadline.cancel(false);
    }
  }

  private static Outcome outcome(ClassicHttpResponse response) {
    int status = response.getCode();
    if (status >= 200 && status < 300) {
      return Outcome.DELIVERED;
    }
    if (status >= 300 && status < 400) {
      return Outcome.failed("status " + status + ": redirections are not followed");
    }
    return REFUSALS.contains(status)
        ? Outcome.refused("status " + status)
        : Outcome.failed("status " + status, retryAfter(response));
  }

  /** Seconds or a date, as RFC 9110 has it; null where it is neither. */
  private static Duration retryAfter(ClassicHttpResponse response) {
    Header header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
    if (header == null || header.getValue() == null) {
      return null;
    }
    String value = header.getValue().strip();
    try {
      if (value.matches("\\d{1,9}")) {
        return Duration.ofSeconds(Long.parseLong(value));
      }
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(Instant.now(), until);
      return wait.isNegative() ? null : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The address may be a secret, and some messages repeat it; the class says enough. */
  private String message(IOException e) {
    String message = e.getMessage();
    boolean tellsPath =
        message == null
            || uri.getRawPath() != null
                && uri.getRawPath().length() > 1
                && message.contains(uri.getRawPath());
    return tellsPath ? e.getClass().getSimpleName() : message;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
