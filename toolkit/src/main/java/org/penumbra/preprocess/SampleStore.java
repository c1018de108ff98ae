package org.penumbra.preprocess;

import java.nio.FloatBuffer;

/** Where the samples of a prepared set are; any number of threads may read. */
interface SampleStore {
  /** Copies one sample, (C, T, V, M). */
  void copyTo(int sample, float[] target, int offset);

  /** Copies one sample to an absolute place of a buffer. */
  void copyTo(int sample, FloatBuffer target, int offset);
}
