package org.penumbra.augment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.penumbra.core.Require;

/**
 * AimCLR's extreme views: crop, shear, spatial flip, rotation, noise, blur, axis mask, in this
 * order; rotation always, the last three and the flip each in half of the draws.
 *
 * @param linear crop, shear, rotation, flip and the unit of drawing
 * @param noise the noise
 * @param blur the blur
 * @param probability chance of noise, blur and axis mask, and of the time flip, each; 0.5 in the
 *     paper
 * @param timeFlip whether sequences may also be played backwards, last of all: the released code
 *     never does, the OPSTL paper says that AimCLR does
 */
public record ExtremeViews(
    LinearViews linear,
    GaussianNoise noise,
    GaussianBlur blur,
    double probability,
    boolean timeFlip)
    implements Views {

  /** Checks the probability. */
  public ExtremeViews {
    Objects.requireNonNull(linear, "linear");
    Objects.requireNonNull(noise, "noise");
    Objects.requireNonNull(blur, "blur");
    Require.inRange("probability of noise, blur and axis mask", probability, 0, 1);
  }

  /** As AimCLR's released code: a draw per sample, shear 0.5, no time flip. */
  public static ExtremeViews aimClr() {
    return new ExtremeViews(
        LinearViews.barlowTwins().withUnit(DrawUnit.SAMPLE).withShear(0.5),
        GaussianNoise.published(),
        GaussianBlur.published(),
        0.5,
        false);
  }

  /** These with other linear changes or another unit of drawing. */
  public ExtremeViews withLinear(LinearViews value) {
    return new ExtremeViews(value, noise, blur, probability, timeFlip);
  }

  /** These with other noise. */
  public ExtremeViews withNoise(GaussianNoise value) {
    return new ExtremeViews(linear, value, blur, probability, timeFlip);
  }

  /** These with another blur. */
  public ExtremeViews withBlur(GaussianBlur value) {
    return new ExtremeViews(linear, noise, value, probability, timeFlip);
  }

  /** These with or without playing backwards. */
  public ExtremeViews withTimeFlip(boolean value) {
    return new ExtremeViews(linear, noise, blur, probability, value);
  }

  @Override
  public DrawUnit unit() {
    return linear.unit();
  }

  @Override
  public Augmentation augmentation() {
    List<Augmentation> steps = new ArrayList<>();
    steps.add(linear.crop());
    steps.add(linear.shearing());
    steps.add(linear.flipping());
    steps.add(linear.rotation());
    steps.add(new Sometimes(probability, noise));
    steps.add(new Sometimes(probability, blur));
    steps.add(new Sometimes(probability, new AxisMask()));
    if (timeFlip) {
      steps.add(new Sometimes(probability, new TimeFlip()));
    }
    return Augmentation.chain(steps.toArray(Augmentation[]::new));
  }

  @Override
  public String describe() {
    return String.format(
        Locale.ROOT,
        "%s; each with probability %.3g noise of %.3g m, blur by up to %.3g frames%s, axis mask%s",
        linear.describe(),
        probability,
        noise.deviation(),
        blur.largest(),
        blur.normalised() ? " (normalised)" : " (not normalised)",
        timeFlip ? ", time flip" : "");
  }
}
