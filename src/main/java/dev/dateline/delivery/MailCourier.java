package dev.dateline.delivery;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertState;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Sends alerts together in one mail, over SMTP. */
final class MailCourier implements Courier {

  private final MailSettings settings;
  private final Session session;
  private final Clock clock;

  /**
   * How mail is sent.
   *
   * @param from the sender
   * @param to the receivers, at least one
   * @param subject what the subject begins with
   * @param host the mail server
   * @param port its port
   * @param user name to log in with, or null: without
   * @param password its password, or null
   * @param tls how the connection is secured
   * @param timeout for connecting, and for each answer
   */
  record MailSettings(
      InternetAddress from,
      List<InternetAddress> to,
      String subject,
      String host,
      int port,
      String user,
      String password,
      Tls tls,
      Duration timeout) {

    /** Without the password. */
    @Override
    public String toString() {
      return "mail to " + to + " over " + host + ":" + port;
    }
  }

  /** How a connection to a mail server is secured. */
  enum Tls {
    NONE,
    STARTTLS,
    TLS
  }

  MailCourier(MailSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.session = Session.getInstance(properties(settings), authenticator(settings));
  }

  private static Properties properties(MailSettings settings) {
    Properties properties = new Properties();
    String millis = Long.toString(settings.timeout().toMillis());
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.host", settings.host());
    properties.put("mail.smtp.port", Integer.toString(settings.port()));
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.writetimeout", millis);
    properties.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.tls() == Tls.TLS));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.tls() == Tls.STARTTLS));
    // Whoever asks for it is not content without.
    properties.put("mail.smtp.starttls.required", Boolean.toString(settings.tls() == Tls.STARTTLS));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    return properties;
  }

  private static Authenticator authenticator(MailSettings settings) {
    if (settings.user() == null) {
      return null;
    }
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(settings.user(), settings.password());
      }
    };
  }

  @Override
  public Outcome deliver(List<Alert> alerts) {
    try {
      MimeMessage message = new Mail(session, messageId(alerts));
      message.setFrom(settings.from());
      message.setRecipients(
          Message.RecipientType.TO, settings.to().toArray(InternetAddress[]::new));
      message.setSubject(subject(alerts), StandardCharsets.UTF_8.name());
      message.setSentDate(Date.from(clock.instant()));
      message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody need answer
      message.setText(text(alerts), StandardCharsets.UTF_8.name());
      Transport.send(message);
      return Outcome.DELIVERED;
    } catch (MessagingException e) {
      return Outcome.failed(reason(e));
    }
  }

  private static String reason(MessagingException e) {
    Exception next = e.getNextException();
    String message = next != null && next.getMessage() != null ? next.getMessage() : e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.strip();
  }

  private String subject(List<Alert> alerts) {
    Set<String> rules = new LinkedHashSet<>();
    alerts.forEach(alert -> rules.add(alert.getRuleId()));
    String some = String.join(", ", rules.stream().limit(5).toList());
    String subject =
        settings.subject()
            + (alerts.size() == 1 ? "1 alert: " : alerts.size() + " alerts: ")
            + some
            + (rules.size() > 5 ? ", \u2026" : "");
    return subject.replaceAll("[\\p{Cntrl}]+", " ");
  }

  /** By rule, in the order they came; an alert that was taken back meanwhile is only named. */
  static String text(List<Alert> alerts) {
    Set<String> retracted = new LinkedHashSet<>();
    Set<String> fired = new LinkedHashSet<>();
    Map<String, StringBuilder> rules = new TreeMap<>();
    for (Alert alert : alerts) {
      boolean isRetraction = alert.getState() == AlertState.RETRACTED;
      (isRetraction ? retracted : fired).add(alert.getAlertId());
    }
    Map<String, String> descriptions = new HashMap<>();
    for (Alert alert : alerts) {
      StringBuilder lines = rules.computeIfAbsent(alert.getRuleId(), id -> new StringBuilder());
      if (alert.getRule() != null && alert.getRule().getDescription() != null) {
        descriptions.put(alert.getRuleId(), alert.getRule().getDescription());
      }
      boolean isRetraction = alert.getState() == AlertState.RETRACTED;
      // A retraction of what stands in this mail is told there.
      if (!isRetraction || !fired.contains(alert.getAlertId())) {
        append(lines, alert, !isRetraction && retracted.contains(alert.getAlertId()));
      }
    }
    StringBuilder text = new StringBuilder();
    rules.forEach(
        (id, lines) -> {
          String description = descriptions.get(id);
          String title = description == null ? id : id + ": " + description.strip();
          text.append(title).append('\n').append("-".repeat(Math.min(72, title.length())));
          text.append("\n\n").append(lines).append('\n');
        });
    return text.toString();
  }

  private static void append(StringBuilder lines, Alert alert, boolean takenBack) {
    AlertText text = AlertText.of(alert, UnaryOperator.identity(), "*");
    if (takenBack) {
      lines.append("(retracted since) ").append(text.title()).append("\n\n");
      return;
    }
    lines.append(text.title()).append('\n');
    if (!text.snippet().isEmpty()) {
      lines.append("  ").append(text.snippet()).append('\n');
    }
    text.earlier().forEach(earlier -> lines.append("  - ").append(earlier).append('\n'));
    lines.append("  ").append(text.about()).append('\n');
    if (text.url() != null) {
      lines.append("  ").append(text.url().replaceAll("\\s", "")).append('\n');
    }
    lines.append('\n');
  }

  /** The same for the same alerts, so that a mailbox can tell a mail that was sent twice. */
  private String messageId(List<Alert> alerts) {
    StringBuilder ids = new StringBuilder(settings.to().toString());
    alerts.forEach(alert -> ids.append(' ').append(WebhookCourier.id(alert)));
    UUID hash = UUID.nameUUIDFromBytes(ids.toString().getBytes(StandardCharsets.UTF_8));
    return "<" + hash + "@dateline>";
  }

  /** A mail with an id of our own. */
  private static final class Mail extends MimeMessage {

    private final String id;

    Mail(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  @Override
  public void close() {
    // A connection lives no longer than a mail.
  }
}
