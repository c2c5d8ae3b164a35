package dev.dateline.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/** An e-mail (MIME): its subject is the headline, its plain text or else its HTML the body. */
final class MailReader implements WireReader {

  static final String FORMAT = "mail";

  private static final int MOST_LINES = 80;
  private static final Pattern HEADER =
      Pattern.compile("^[A-Za-z][A-Za-z0-9-]{1,60}+:.*+", Pattern.DOTALL);
  private static final Pattern TYPICAL =
      Pattern.compile(
          "^(?:received|delivered-to|return-path|message-id|mime-version|from|to|subject|date"
              + "|content-type|x-[a-z-]{1,40}+):.*+",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public int recognise(WireInput input) {
    boolean declared = input.contentType() != null && input.contentType().startsWith("message/");
    if (!Character.isLetter(Xml.first(input.bytes()))) {
      return declared ? 85 : 0;
    }
    String head = Xml.head(input.bytes()).stripLeading();
    int typical = 0;
    int seen = 0;
    // Few inputs are mail, so the first line mostly settles it: no more are cut than are looked at.
    Iterator<String> lines = head.lines().limit(MOST_LINES).iterator();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.isEmpty()) {
        break;
      }
      if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        continue;
      }
      if (!HEADER.matcher(line).matches()) {
        return typical >= 4 ? 70 : 0;
      }
      seen++;
      if (TYPICAL.matcher(line).matches()) {
        typical++;
      }
    }
    return typical >= 3 && typical * 2 >= seen ? 85 : declared ? 85 : 0;
  }

  @Override
  public List<WireItem> read(WireInput input) throws WireException {
    Message message = parse(input.bytes());
    WireItem.Builder item =
        WireItem.builder(input.source())
            .format(FORMAT)
            .guid(messageId(message))
            .headline(message.getSubject())
            .byline(sender(message));
    if (message.getDate() != null) {
      item.versionCreated(message.getDate().toInstant())
          .firstCreated(message.getDate().toInstant());
    }
    List<Entity> texts = new ArrayList<>();
    collect(message, texts, 0);
    body(texts, item);
    WireItem read = MailFields.read(item.build());
    if (read.headline() == null && read.body().isEmpty()) {
      throw new WireException("an e-mail without subject and text");
    }
    return List.of(read);
  }

  private static Message parse(byte[] bytes) throws WireException {
    int begin = 0;
    while (begin < bytes.length && bytes[begin] <= ' ' && bytes[begin] >= 0) {
      begin++;
    }
    DefaultMessageBuilder builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(
        MimeConfig.custom()
            .setMaxLineLen(1 << 20)
            .setMaxHeaderCount(2000)
            .setMaxHeaderLen(1 << 16)
            .build());
    try {
      return builder.parseMessage(new ByteArrayInputStream(bytes, begin, bytes.length - begin));
    } catch (IOException e) {
      throw new WireException("an e-mail that cannot be read: " + e.getMessage(), e);
    }
  }

  private static String messageId(Message message) {
    String id = message.getMessageId();
    return id == null ? null : id.strip().replaceAll("^<|>$", "");
  }

  private static String sender(Message message) {
    if (message.getFrom() == null || message.getFrom().isEmpty()) {
      return null;
    }
    Mailbox first = message.getFrom().get(0);
    return first.getName() == null || first.getName().contains("@") ? null : first.getName();
  }

  private static void collect(Entity entity, List<Entity> texts, int depth) {
    if (depth > 12 || "attachment".equalsIgnoreCase(entity.getDispositionType())) {
      return;
    }
    Body body = entity.getBody();
    if (body instanceof Multipart multipart) {
      for (Entity part : multipart.getBodyParts()) {
        collect(part, texts, depth + 1);
      }
    } else if (body instanceof Message inner) {
      collect(inner, texts, depth + 1);
    } else if (entity.getMimeType() != null && entity.getMimeType().startsWith("text/")) {
      texts.add(entity);
    }
  }

  /** Of alternatives, the HTML where it has the more text: it has the paragraphs marked. */
  private static void body(List<Entity> texts, WireItem.Builder item) throws WireException {
    String plain = null;
    String html = null;
    for (Entity entity : texts) {
      String text = text(entity);
      boolean isHtml = entity.getMimeType().toLowerCase(Locale.ROOT).endsWith("html");
      if (isHtml && (html == null || text.length() > html.length())) {
        html = text;
      } else if (!isHtml && (plain == null || text.length() > plain.length())) {
        plain = text;
      }
    }
    if (plain != null && !plain.isBlank()) {
      Typesetting.add(plain, item);
    } else if (html != null) {
      HtmlBlocks.add(html, item);
    }
  }

  private static String text(Entity entity) throws WireException {
    try {
      if (!(entity.getBody() instanceof SingleBody body)) {
        return "";
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      body.writeTo(out);
      byte[] bytes = out.toByteArray();
      String name = body instanceof TextBody text ? text.getMimeCharset() : null;
      Charset charset = TextDecoder.named(name);
      // "us-ascii" is what is said where nothing is; the bytes know better.
      boolean vague = charset == null || "us-ascii".equalsIgnoreCase(name);
      return vague
          ? ControlCharacters.decode(bytes)
          : new String(
              bytes, charset.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_8 : charset);
    } catch (IOException e) {
      throw new WireException("an e-mail part that cannot be decoded: " + e.getMessage(), e);
    }
  }
}
