package org.penumbra.occlusion;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * CrossMoCo's spatiotemporal mask (equations 11 to 14): of the frames with anybody in them
 * floor(temporal n) are sampled, which need not follow each other; in them bones are hidden. The
 * paper's text allows several masks; {@link CrossMocoReadings} names them and the ones taken here.
 *
 * <p>One seed gives one view; the paper's query and key are two seeds. It masks after the streams
 * are formed, with one mask for all streams of a view: hide the clip, then form the streams.
 *
 * @param spatial rate r of the joints, 0 to 1; the paper's best is 0.6
 * @param temporal rate beta of the frames, 0 to 1; the paper's best is 0.5 in the text
 * @param readings how the text is read
 * @param seed which of many masks
 */
public record CrossMocoOcclusion(
    double spatial, double temporal, CrossMocoReadings readings, long seed) implements Occlusion {
  /** Checks the rates. */
  public CrossMocoOcclusion {
    Require.inRange("spatial rate", spatial, 0, 1);
    Require.inRange("temporal rate", temporal, 0, 1);
  }

  /** These rates with the default readings and seed 0. */
  public static CrossMocoOcclusion of(double spatial, double temporal) {
    return new CrossMocoOcclusion(spatial, temporal, CrossMocoReadings.DEFAULT, 0);
  }

  /** With other readings. */
  public CrossMocoOcclusion withReadings(CrossMocoReadings other) {
    return new CrossMocoOcclusion(spatial, temporal, other, seed);
  }

  @Override
  public CrossMocoOcclusion withSeed(long other) {
    return new CrossMocoOcclusion(spatial, temporal, readings, other);
  }

  @Override
  public String name() {
    return "crossmoco-" + Cells.number(spatial) + "-" + Cells.number(temporal) + readings.label();
  }

  @Override
  public String describe() {
    String differences = readings.label();
    return "bones that cover "
        + Cells.percent(spatial)
        + " % of the joints, in "
        + Cells.percent(temporal)
        + " % of the frames of each clip"
        + (differences.isEmpty() ? "" : " (readings:" + differences.replaceFirst("-", " ") + ")")
        + ", seed "
        + seed;
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    int[] present =
        IntStream.range(0, clip.frames()).filter(t -> anybody(clip.mask(), t)).toArray();
    boolean shared = readings.bodies() == CrossMocoReadings.Bodies.SHARED;
    BitSet[][] hidden = new BitSet[clip.bodies()][];
    for (int m = 0; m < clip.bodies(); m++) {
      hidden[m] =
          shared && m > 0
              ? hidden[0]
              : new CrossMocoDraw(this, clip.layout(), key(clip).with(m).generator())
                  .draw(present, clip.frames());
    }
    return Cells.where(clip, (t, v, m) -> hidden[m][t].get(v));
  }

  /**
   * One draw for one body, of whom something is seen in every frame: the mask as an augmentation.
   *
   * @param frames number of frames, T
   * @param random generator
   * @return the joints to hide in each frame, length T; not to be written
   */
  public BitSet[] draw(SkeletonLayout layout, int frames, SplittableRandom random) {
    return new CrossMocoDraw(this, layout, random)
        .draw(IntStream.range(0, frames).toArray(), frames);
  }

  private static boolean anybody(JointMask mask, int frame) {
    for (int v = 0; v < mask.joints(); v++) {
      for (int m = 0; m < mask.bodies(); m++) {
        if (mask.isObserved(frame, v, m)) {
          return true;
        }
      }
    }
    return false;
  }
}
