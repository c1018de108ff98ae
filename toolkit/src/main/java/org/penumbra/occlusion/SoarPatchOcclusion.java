package org.penumbra.occlusion;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.penumbra.core.Draws;
import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * Trans4SOAR's patch mask: patches of one joint and a few frames. Each clip draws one rate and one
 * length; floor(rate T V M) different cells of the array then start a patch, which ends with the
 * clip. Which rate and length the released code takes when is not published; drawing both per clip
 * is the reading chosen here, and a list of one value fixes it.
 *
 * @param rates patches per cell, one of which is drawn, each 0 to 1
 * @param lengths frames of a patch, one of which is drawn, each at least 1
 * @param seed which of many masks
 */
public record SoarPatchOcclusion(List<Double> rates, List<Integer> lengths, long seed)
    implements Occlusion {
  /** Checks the values. */
  public SoarPatchOcclusion {
    rates = List.copyOf(Require.notEmpty("rates", rates));
    lengths = List.copyOf(Require.notEmpty("lengths", lengths));
    rates.forEach(rate -> Require.inRange("rate", rate, 0, 1));
    lengths.forEach(length -> Require.atLeast("length", length, 1));
  }

  /** Rates 0.001 to 0.004 and lengths 1 to 3, as released, with seed 0. */
  public static SoarPatchOcclusion released() {
    return new SoarPatchOcclusion(List.of(0.001, 0.002, 0.003, 0.004), List.of(1, 2, 3), 0);
  }

  /** One rate and one length, with seed 0. */
  public static SoarPatchOcclusion of(double rate, int length) {
    return new SoarPatchOcclusion(List.of(rate), List.of(length), 0);
  }

  @Override
  public SoarPatchOcclusion withSeed(long other) {
    return new SoarPatchOcclusion(rates, lengths, other);
  }

  @Override
  public String name() {
    if (withSeed(0).equals(released())) {
      return "soar-patch";
    }
    return "soar-patch-" + list(rates, "_") + "-" + list(lengths, "_");
  }

  @Override
  public String describe() {
    return "patches of one joint and "
        + list(lengths, ", ")
        + " frames, "
        + list(rates, ", ")
        + " per cell of each clip's array, seed "
        + seed;
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    SplittableRandom random = generator(clip);
    double rate = rates.get(random.nextInt(rates.size()));
    int length = lengths.get(random.nextInt(lengths.size()));
    int all = Cells.size(clip.mask());
    int frame = clip.layout().size() * clip.bodies(); // cells from one frame to the next
    BitSet cells = new BitSet();
    for (int start : Draws.choose(all, Cells.floor(rate, all), random)) {
      for (int i = 0; i < length && start + i * frame < all; i++) {
        cells.set(start + i * frame);
      }
    }
    return Cells.hide(clip, cells.stream().toArray());
  }

  private static String list(List<? extends Number> values, String link) {
    return values.stream()
        .map(value -> Cells.number(value.doubleValue()))
        .collect(Collectors.joining(link));
  }
}
