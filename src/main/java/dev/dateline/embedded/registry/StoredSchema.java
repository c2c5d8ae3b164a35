package dev.dateline.embedded.registry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/**
 * One version of a subject.
 *
 * @param subject the subject
 * @param version counts from 1 within the subject
 * @param id the same for the same content, whatever the subject
 * @param references what the schema refers to
 * @param schema the schema's text in canonical spacing
 * @param deleted whether it was deleted softly
 * @param timestamp when it was written, in milliseconds
 */
record StoredSchema(
    String subject,
    int version,
    int id,
    List<SchemaReference> references,
    String schema,
    boolean deleted,
    long timestamp) {

  StoredSchema {
    references = List.copyOf(references);
  }

  /** What content this is: equal for equal text and references. */
  String guid() {
    return guid(schema, references);
  }

  StoredSchema asDeleted() {
    return new StoredSchema(subject, version, id, references, schema, true, timestamp);
  }

  /** MD5 over text and references, as Confluent's registry makes it. */
  static String guid(String schema, List<SchemaReference> references) {
    MessageDigest md5;
    try {
      md5 = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    md5.update(schema.getBytes(StandardCharsets.UTF_8));
    for (SchemaReference reference : references) {
      md5.update(reference.name().getBytes(StandardCharsets.UTF_8));
      md5.update(reference.subject().getBytes(StandardCharsets.UTF_8));
      md5.update(ByteBuffer.allocate(Integer.BYTES).putInt(reference.version()).array());
    }
    ByteBuffer digest = ByteBuffer.wrap(md5.digest());
    return new UUID(digest.getLong(), digest.getLong()).toString();
  }
}
