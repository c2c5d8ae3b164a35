package dev.dateline.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads what {@link WireItemJson} writes. */
final class WireItemReader implements WireReader {

  private static final byte[] START =
      ("{\"" + WireItemJson.MARKER + "\":").getBytes(StandardCharsets.UTF_8);

  @Override
  public String format() {
    return WireItemJson.FORMAT;
  }

  @Override
  public int recognise(WireInput input) {
    byte[] bytes = input.bytes();
    return bytes.length > START.length
            && Arrays.equals(bytes, 0, START.length, START, 0, START.length)
        ? 100
        : 0;
  }

  @Override
  public List<WireItem> read(WireInput input) throws WireException {
    return List.of(WireItemJson.read(input.bytes()));
  }
}
