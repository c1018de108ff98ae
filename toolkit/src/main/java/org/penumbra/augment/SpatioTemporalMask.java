package org.penumbra.augment;

import java.util.BitSet;
import java.util.Locale;
import java.util.SplittableRandom;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.occlusion.CrossMocoOcclusion;
import org.penumbra.occlusion.CrossMocoReadings;

/**
 * CrossMoCo's augmentation (equations 11 to 14), which takes the place of shear and crop: in a
 * share of the frames, bones that cover a share of the joints are set to 0. It draws as {@link
 * CrossMocoOcclusion} does for a clip with somebody in every frame.
 *
 * @param spatial rate r of the joints, 0 to 1; 0.6 in the paper
 * @param temporal rate beta of the frames, 0 to 1; 0.5 in the paper's text, 0.6 in the best row of
 *     its Table I
 * @param readings how the text is read where it can be read in more than one way
 */
public record SpatioTemporalMask(double spatial, double temporal, CrossMocoReadings readings)
    implements Augmentation {
  /** Checks the rates. */
  public SpatioTemporalMask {
    new CrossMocoOcclusion(spatial, temporal, readings, 0);
  }

  /** Rates 0.6 and 0.5, default readings. */
  public static SpatioTemporalMask published() {
    return new SpatioTemporalMask(0.6, 0.5, CrossMocoReadings.DEFAULT);
  }

  /** This mask with other rates. */
  public SpatioTemporalMask withRates(double newSpatial, double newTemporal) {
    return new SpatioTemporalMask(newSpatial, newTemporal, readings);
  }

  /** This mask with other readings. */
  public SpatioTemporalMask withReadings(CrossMocoReadings value) {
    return new SpatioTemporalMask(spatial, temporal, value);
  }

  /**
   * {@inheritDoc}
   *
   * @throws InvalidOptionException if the rates hide every joint of every frame
   */
  @Override
  public void apply(View view, SplittableRandom random) {
    CrossMocoOcclusion occlusion = new CrossMocoOcclusion(spatial, temporal, readings, 0);
    boolean shared = readings.bodies() == CrossMocoReadings.Bodies.SHARED;
    BitSet[] hidden = null;
    int cells = 0;
    for (int m = 0; m < view.bodies(); m++) {
      if (m == 0 || !shared) {
        hidden = occlusion.draw(view.layout(), view.frames(), random);
      }
      cells += clear(view, hidden, m);
    }
    if (cells * 3 == view.size()) {
      throw new InvalidOptionException(
          "spatial and temporal rate of the mask",
          "such that some joint of some frame is left",
          spatial + " and " + temporal + ", which hide everything");
    }
  }

  /** Clears a body's hidden joints; returns how many there are. */
  private static int clear(View view, BitSet[] hidden, int body) {
    float[] values = view.values();
    int joints = view.layout().size();
    int channel = view.size() / 3;
    int cells = 0;
    for (int t = 0; t < hidden.length; t++) {
      for (int v = hidden[t].nextSetBit(0); v >= 0; v = hidden[t].nextSetBit(v + 1)) {
        int cell = (t * joints + v) * view.bodies() + body;
        values[cell] = 0;
        values[cell + channel] = 0;
        values[cell + 2 * channel] = 0;
        cells++;
      }
    }
    return cells;
  }

  /** For people. */
  public String describe() {
    String differences = readings.label();
    return String.format(
        Locale.ROOT,
        "bones over %.3g of the joints masked in %.3g of the frames%s",
        spatial,
        temporal,
        differences.isEmpty() ? "" : " (readings:" + differences.replaceFirst("-", " ") + ")");
  }
}
