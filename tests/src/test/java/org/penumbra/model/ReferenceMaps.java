package org.penumbra.model;

/** Feature maps in float64, (count, channels, frames, joints): one for each body of each sample. */
public final class ReferenceMaps {
  final double[] values;
  final int count;
  final int channels;
  final int frames;
  final int joints;

  private ReferenceMaps(double[] values, int count, int channels, int frames, int joints) {
    this.values = values;
    this.count = count;
    this.channels = channels;
    this.frames = frames;
    this.joints = joints;
  }

  /** What stands at a place. */
  interface Element {
    double at(int n, int c, int t, int v);
  }

  /** Maps of this shape, element by element. */
  static ReferenceMaps of(int count, int channels, int frames, int joints, Element element) {
    double[] values = new double[count * channels * frames * joints];
    for (int i = 0; i < values.length; i++) {
      int t = i / joints % frames;
      int c = i / joints / frames % channels;
      values[i] = element.at(i / joints / frames / channels, c, t, i % joints);
    }
    return new ReferenceMaps(values, count, channels, frames, joints);
  }

  double get(int n, int c, int t, int v) {
    return values[((n * channels + c) * frames + t) * joints + v];
  }

  /** The same shape with other values. */
  ReferenceMaps with(double[] newValues) {
    return new ReferenceMaps(newValues, count, channels, frames, joints);
  }
}
