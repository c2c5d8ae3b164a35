package dev.dateline.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/**
 * Turns the bytes of plain text into characters, or says why they are none. UTF-8 is held to the
 * letter; windows-1252, the other encoding that wires and desks still send, is taken where the
 * bytes read as words in it. Pure; thread-safe.
 */
final class TextDecoder {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int SAMPLE = 4096;

  /** What Java puts in the place of bytes that it cannot decode. */
  private static final char REPLACEMENT = '\ufffd';

  private TextDecoder() {}

  /**
   * The text in {@code bytes}.
   *
   * @param contentType media type whose charset, if it has one, is tried first; or null
   * @throws WireException where the bytes are binary or in no encoding that fits
   */
  static String decode(byte[] bytes, String contentType) throws WireException {
    String magic = Magic.name(bytes);
    if (magic != null) {
      throw new WireException("binary, not text: " + magic);
    }
    Charset utf = unicodeOf(bytes);
    if (utf != null) {
      return strip(strict(bytes, utf, "damaged " + utf.name()));
    }
    refuseControls(bytes);
    Charset declared = charset(contentType);
    if (declared != null && !declared.equals(StandardCharsets.UTF_8)) {
      String text = tryStrict(bytes, declared);
      if (text != null) {
        return strip(text);
      }
    }
    String text = tryUtf8(bytes);
    if (text != null) {
      return strip(text);
    }
    int bad = firstBadByte(bytes);
    if (declared == null && bad >= 0 && Windows1252Words.plausible(bytes)) {
      return new String(bytes, WINDOWS_1252);
    }
    throw new WireException(
        String.format(
            Locale.ROOT, "not valid UTF-8: byte 0x%02x at offset %d", bytes[bad] & 0xff, bad));
  }

  /** The charset that a media type names, or null where it names none or an unknown one. */
  static Charset charset(String contentType) {
    if (contentType == null) {
      return null;
    }
    int at = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
    if (at < 0) {
      return null;
    }
    String name = contentType.substring(at + 8).strip();
    int end = name.indexOf(';');
    name = (end < 0 ? name : name.substring(0, end)).replace("\"", "").replace("'", "").strip();
    return named(name);
  }

  /** The charset of that name as the web reads it, or null where there is none. */
  static Charset named(String name) {
    try {
      if (name == null || name.isBlank()) {
        return null;
      }
      Charset charset = Charset.forName(name.strip());
      // What calls itself Latin-1 or ASCII is windows-1252 in practice, as WHATWG has it.
      boolean latin =
          charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
      return latin ? WINDOWS_1252 : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** UTF-16 or UTF-32, by byte order mark or by where the zero bytes stand; else null. */
  static Charset unicodeOf(byte[] bytes) {
    int b0 = at(bytes, 0);
    int b1 = at(bytes, 1);
    int b2 = at(bytes, 2);
    int b3 = at(bytes, 3);
    if (b0 == 0 && b1 == 0 && b2 == 0xfe && b3 == 0xff) {
      return Charset.forName("UTF-32BE");
    }
    if (b0 == 0xff && b1 == 0xfe) {
      return b2 == 0 && b3 == 0 ? Charset.forName("UTF-32LE") : StandardCharsets.UTF_16LE;
    }
    if (b0 == 0xfe && b1 == 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    int[] zeros = new int[4];
    int size = Math.min(bytes.length, SAMPLE) & ~3;
    for (int i = 0; i < size; i++) {
      if (bytes[i] == 0) {
        zeros[i & 3]++;
      }
    }
    int quarter = size / 4;
    int most = quarter - quarter / 4;
    if (quarter < 2) {
      return null;
    }
    if (zeros[0] >= most && zeros[1] >= most && zeros[2] >= most) {
      return Charset.forName("UTF-32BE");
    }
    if (zeros[1] >= most && zeros[2] >= most && zeros[3] >= most) {
      return Charset.forName("UTF-32LE");
    }
    if (zeros[0] >= most && zeros[2] >= most) {
      return StandardCharsets.UTF_16BE;
    }
    return zeros[1] >= most && zeros[3] >= most ? StandardCharsets.UTF_16LE : null;
  }

  private static int at(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xff : -1;
  }

  private static void refuseControls(byte[] bytes) throws WireException {
    int controls = 0;
    for (byte b : bytes) {
      if (b == 0) {
        throw new WireException("binary, not text: zero bytes");
      }
      if (b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        controls++;
      }
    }
    if (controls > 16 && controls > bytes.length / 20) {
      throw new WireException("binary, not text: control characters throughout");
    }
  }

  private static String strict(byte[] bytes, Charset charset, String complaint)
      throws WireException {
    String text = tryStrict(bytes, charset);
    if (text == null) {
      throw new WireException(complaint);
    }
    return text;
  }

  /** As {@link #tryStrict}, but many times faster where nothing needs a second look. */
  private static String tryUtf8(byte[] bytes) {
    String lenient = new String(bytes, StandardCharsets.UTF_8);
    boolean replaced = lenient.indexOf(REPLACEMENT) >= 0; // or sent like that
    return replaced ? tryStrict(bytes, StandardCharsets.UTF_8) : lenient;
  }

  private static String tryStrict(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Without the byte order mark. */
  private static String strip(String text) {
    return !text.isEmpty() && text.charAt(0) == '\ufeff' ? text.substring(1) : text;
  }

  /** Where UTF-8 breaks off, or -1. */
  private static int firstBadByte(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(in, out, true);
    return in.position() < bytes.length ? in.position() : -1;
  }
}
