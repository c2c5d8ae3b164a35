package dev.dateline.stream;

import dev.dateline.wire.WireInput;
import java.time.Instant;

/**
 * A record of the raw topic: what it says, beside the bytes as they came.
 *
 * @param value the value, untouched; null where the record has none
 * @param input the item or items in it, not yet read; null where there is no value
 * @param received when it was received, or null: the record's timestamp tells
 */
record RawRecord(byte[] value, WireInput input, Instant received) {}
