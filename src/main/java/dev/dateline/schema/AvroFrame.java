package dev.dateline.schema;

import java.nio.ByteBuffer;

/**
 * Confluent's wire format: a zero byte, the schema id as four bytes, big-endian, then the Avro
 * binary encoding.
 */
public final class AvroFrame {

  /** The first byte of every framed record. */
  public static final byte MAGIC = 0;

  /** Where the Avro data begins. */
  public static final int HEADER_BYTES = 1 + Integer.BYTES;

  private AvroFrame() {}

  /** Whether bytes begin like a framed record; plain text, XML, JSON and most others never do. */
  public static boolean isFramed(byte[] bytes) {
    return bytes.length >= HEADER_BYTES && bytes[0] == MAGIC;
  }

  /**
   * Reads the schema id of a framed record.
   *
   * @throws UndecodableException if the bytes are not framed
   */
  public static int schemaId(byte[] bytes) {
    if (bytes.length < HEADER_BYTES) {
      throw new UndecodableException(
          "Not in Avro wire format: " + bytes.length + " bytes are too few");
    }
    if (bytes[0] != MAGIC) {
      throw new UndecodableException(
          "Not in Avro wire format: the first byte is 0x%02x, not 0".formatted(bytes[0]));
    }
    return ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
  }

  static byte[] header(int schemaId) {
    return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(schemaId).array();
  }
}
