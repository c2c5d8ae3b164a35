package dev.dateline.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Unpacks what was packed with gzip on its way. Pure. */
final class Packed {

  private Packed() {}

  /**
   * The input unpacked; as it is where it is not packed, or is a WARC, which is packed record by
   * record.
   *
   * @param most the largest input, in bytes
   * @throws WireException where it is damaged, or larger than that when unpacked
   */
  static WireInput unpack(WireInput input, int most) throws WireException {
    byte[] bytes = input.bytes();
    if (bytes.length < 3 || (bytes[0] & 0xff) != 0x1f || (bytes[1] & 0xff) != 0x8b) {
      return input;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] start = in.readNBytes(5);
      if (new String(start, StandardCharsets.ISO_8859_1).equals("WARC/")) {
        return input;
      }
      byte[] rest = in.readNBytes(most - start.length + 1);
      byte[] all = Arrays.copyOf(start, start.length + rest.length);
      System.arraycopy(rest, 0, all, start.length, rest.length);
      if (all.length > most) {
        throw new WireException("over the limit of " + most + " bytes when unpacked");
      }
      return input.withBytes(all);
    } catch (IOException e) {
      throw new WireException("gzip is damaged or cut short: " + e.getMessage(), e);
    }
  }
}
