package dev.dateline.entities;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Weights of the sequence model: a row of one byte a label for each hashed feature, and scores of
 * label pairs by the kind of the second token. Immutable; thread-safe.
 */
final class NameModel {

  private static final int FORMAT = 0x444c4e31;

  private final float scale;
  private final int[] keys;
  private final int[] rows;
  private final int mask;
  private final byte[] weights;
  private final float[][] transitions;

  private NameModel(float scale, int[] features, byte[] weights, float[][] transitions) {
    this.scale = scale;
    this.weights = weights;
    this.transitions = transitions;
    int capacity = Integer.highestOneBit(Math.max(16, features.length * 2)) * 2;
    this.mask = capacity - 1;
    this.keys = new int[capacity];
    this.rows = new int[capacity];
    for (int i = 0; i < features.length; i++) {
      int at = features[i] & mask;
      while (rows[at] != 0) {
        at = (at + 1) & mask;
      }
      keys[at] = features[i];
      rows[at] = i + 1;
    }
  }

  /**
   * Makes a model.
   *
   * @param features hash of each feature, all different
   * @param weights {@link Labels#COUNT} for each feature, in units of {@code scale}
   * @param transitions scores by {@link Transitions} kind and from-label times count plus to-label
   */
  static NameModel of(float scale, int[] features, byte[] weights, float[][] transitions) {
    return new NameModel(scale, features, weights, transitions);
  }

  static NameModel read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    if (in.readInt() != FORMAT || in.readInt() != Labels.COUNT) {
      throw new IOException("not a name model of this version");
    }
    float scale = in.readFloat();
    float[][] transitions = new float[in.readInt()][Labels.COUNT * Labels.COUNT];
    for (float[] kind : transitions) {
      for (int i = 0; i < kind.length; i++) {
        kind[i] = in.readFloat();
      }
    }
    int count = in.readInt();
    byte[] raw = new byte[count * 4];
    in.readFully(raw);
    int[] features = new int[count];
    for (int i = 0; i < count; i++) {
      int at = i * 4;
      features[i] =
          raw[at] << 24 | (raw[at + 1] & 255) << 16 | (raw[at + 2] & 255) << 8 | raw[at + 3] & 255;
    }
    byte[] weights = new byte[count * Labels.COUNT];
    in.readFully(weights);
    return new NameModel(scale, features, weights, transitions);
  }

  /** Writes the model; equal models give equal bytes. */
  static void write(
      OutputStream stream, float scale, int[] features, byte[] weights, float[][] transitions)
      throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(FORMAT);
    out.writeInt(Labels.COUNT);
    out.writeFloat(scale);
    out.writeInt(transitions.length);
    for (float[] kind : transitions) {
      for (float value : kind) {
        out.writeFloat(value);
      }
    }
    out.writeInt(features.length);
    for (int feature : features) {
      out.writeInt(feature);
    }
    out.write(weights);
    out.flush();
  }

  /** Adds the weights of all features in {@code buffer} to {@code sums} from {@code offset} on. */
  void score(FeatureBuffer buffer, float[] sums, int offset) {
    for (int i = 0; i < buffer.size(); i++) {
      int feature = buffer.get(i);
      int at = feature & mask;
      while (rows[at] != 0 && keys[at] != feature) {
        at = (at + 1) & mask;
      }
      if (rows[at] != 0) {
        int row = (rows[at] - 1) * Labels.COUNT;
        for (int label = 0; label < Labels.COUNT; label++) {
          sums[offset + label] += weights[row + label] * scale;
        }
      }
    }
  }

  float[] transitions(int kind) {
    return transitions[kind];
  }
}
