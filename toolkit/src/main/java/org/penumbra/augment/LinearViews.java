package org.penumbra.augment;

import java.util.Locale;
import java.util.Objects;
import org.penumbra.core.Require;

/**
 * Linear random views: crop, shear, rotation, spatial flip, in this order. The Barlow Twins methods
 * (SkeletonBT, PSTL, OPSTL) use all four, SkeletonCLR, CrosSCLR and AimCLR's normal views only crop
 * and a weaker shear.
 *
 * @param unit what shares one draw; the Barlow Twins methods' released code draws once per batch,
 *     which with few updates teaches little, because batch norm takes out what all samples have in
 *     common
 * @param cropRatio T divided by the frames mirrored at each end; 6 in the papers
 * @param shear largest shear factor; 1 or 0.5 in the papers
 * @param mainDegrees largest angle about the main axis; 30 in the papers
 * @param otherDegrees largest angle about the other two; 1 in the papers
 * @param flip chance of the spatial flip; 0.5 in the papers
 */
public record LinearViews(
    DrawUnit unit,
    int cropRatio,
    double shear,
    double mainDegrees,
    double otherDegrees,
    double flip)
    implements Views {

  /** Checks every option. */
  public LinearViews {
    Objects.requireNonNull(unit, "unit");
    Require.atLeast("crop ratio", cropRatio, 1);
    Require.inRange("shear amplitude", shear, 0, 10);
    Require.inRange("main rotation in degrees", mainDegrees, 0, 180);
    Require.inRange("other rotation in degrees", otherDegrees, 0, 180);
    Require.inRange("flip probability", flip, 0, 1);
  }

  /** SkeletonBT's, PSTL's and OPSTL's, as in the papers: one draw per batch. */
  public static LinearViews barlowTwins() {
    return new LinearViews(DrawUnit.BATCH, 6, 1, 30, 1, 0.5);
  }

  /**
   * SkeletonCLR's, CrosSCLR's and AimCLR's normal views: crop and shear 0.5 alone, a draw per
   * sample.
   */
  public static LinearViews skeletonClr() {
    return new LinearViews(DrawUnit.SAMPLE, 6, 0.5, 0, 0, 0);
  }

  /** These with another unit of drawing. */
  public LinearViews withUnit(DrawUnit value) {
    return new LinearViews(value, cropRatio, shear, mainDegrees, otherDegrees, flip);
  }

  /** These with another shear amplitude. */
  public LinearViews withShear(double value) {
    return new LinearViews(unit, cropRatio, value, mainDegrees, otherDegrees, flip);
  }

  /** These with other rotation angles. */
  public LinearViews withRotation(double main, double others) {
    return new LinearViews(unit, cropRatio, shear, main, others, flip);
  }

  /** These with another chance of the flip. */
  public LinearViews withFlip(double value) {
    return new LinearViews(unit, cropRatio, shear, mainDegrees, otherDegrees, value);
  }

  /** These with another crop ratio. */
  public LinearViews withCrop(int ratio) {
    return new LinearViews(unit, ratio, shear, mainDegrees, otherDegrees, flip);
  }

  @Override
  public Augmentation augmentation() {
    return Augmentation.chain(crop(), shearing(), rotation(), flipping());
  }

  Augmentation crop() {
    return new Crop(cropRatio);
  }

  Augmentation shearing() {
    return new Shear(shear);
  }

  Augmentation rotation() {
    return new Rotate(mainDegrees, otherDegrees);
  }

  Augmentation flipping() {
    return new Sometimes(flip, new SpatialFlip());
  }

  @Override
  public String describe() {
    return String.format(
        Locale.ROOT,
        "views per %s: crop 1/%d, shear %.3g, rotation up to %.3g and %.3g degrees, flip %.3g",
        unit.name().toLowerCase(Locale.ROOT),
        cropRatio,
        shear,
        mainDegrees,
        otherDegrees,
        flip);
  }
}
