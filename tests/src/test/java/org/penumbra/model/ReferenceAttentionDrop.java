package org.penumbra.model;

/** AimCLR's attention-guided drop in float64 and plain loops, from its formulas. */
public final class ReferenceAttentionDrop {
  private ReferenceAttentionDrop() {}

  /** Maps with their most prominent parts dropped. */
  public static ReferenceMaps apply(ReferenceMaps x, double threshold) {
    return x.with(apply(x.values, x.count, x.channels, x.frames, x.joints, threshold));
  }

  /** Maps (count, channels, frames, joints) with their most prominent parts dropped. */
  public static double[] apply(
      double[] x, int count, int channels, int frames, int joints, double threshold) {
    double[] attention = attention(x, frames * joints);
    double[] ofJoints = ofJoints(attention, channels * frames, joints);
    double[] first = new double[x.length];
    double[] second = new double[x.length];
    double firstSum = 0;
    double secondSum = 0;
    for (int i = 0; i < x.length; i++) {
      int n = i / joints / frames / channels;
      first[i] = ofJoints[n * joints + i % joints] >= threshold ? 0 : 1;
      second[i] = attention[i] >= threshold ? 0 : 1;
      firstSum += first[i];
      secondSum += second[i];
    }
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] * first[i] * x.length / firstSum * second[i] * x.length / secondSum;
    }
    return y;
  }

  private static double[] attention(double[] x, int cells) {
    double[] attention = new double[x.length];
    for (int start = 0; start < x.length; start += cells) {
      double mean = 0;
      for (int i = start; i < start + cells; i++) {
        mean += x[i] / cells;
      }
      double sum = 0;
      for (int i = start; i < start + cells; i++) {
        sum += (x[i] - mean) * (x[i] - mean);
      }
      for (int i = start; i < start + cells; i++) {
        double d = (x[i] - mean) * (x[i] - mean);
        double y = d / (4 * (sum / (cells - 1) + 1e-4)) + 0.5;
        attention[i] = 1 / (1 + Math.exp(-y));
      }
    }
    return attention;
  }

  private static double[] ofJoints(double[] attention, int rows, int joints) {
    double[] means = new double[attention.length / rows];
    for (int i = 0; i < attention.length; i++) {
      means[i / joints / rows * joints + i % joints] += attention[i] / rows;
    }
    return means;
  }
}
