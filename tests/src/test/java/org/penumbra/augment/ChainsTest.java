package org.penumbra.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.skeleton.SkeletonLayout;

/** The published chains, and the changes that only happen sometimes. */
class ChainsTest {
  private static final long SEED = 71;
  private static final Rendered CLIP = new Rendered(SkeletonLayout.KINECT_20, 24, 2, SEED);
  private static final int CHANNEL = 24 * 40;

  /** Draws of a seed, so that chains are compared over many. */
  private static void assertSame(Augmentation found, Augmentation expected) {
    for (long seed = 0; seed < 50; seed++) {
      assertThat(CLIP.by(found, seed)).as("seed %d", seed).isEqualTo(CLIP.by(expected, seed));
    }
  }

  @Test
  void extremeViewsAreTheReleasedOrder() {
    Augmentation noise = Sometimes.half(new GaussianNoise(0.01));
    Augmentation blur = Sometimes.half(new GaussianBlur(15, 0.1, 2, false));
    Augmentation mask = Sometimes.half(new AxisMask());
    Augmentation flip = Sometimes.half(new SpatialFlip());
    Augmentation linear = Augmentation.chain(new Crop(6), new Shear(0.5), flip, new Rotate(30, 1));
    assertSame(ExtremeViews.aimClr().augmentation(), Augmentation.chain(linear, noise, blur, mask));
    assertSame(
        ExtremeViews.aimClr().withTimeFlip(true).augmentation(),
        Augmentation.chain(linear, noise, blur, mask, Sometimes.half(new TimeFlip())));
    assertThat(ExtremeViews.aimClr().unit()).isEqualTo(DrawUnit.SAMPLE);
  }

  @Test
  void barlowTwinsViewsAreTheReleasedOrder() {
    Augmentation flip = Sometimes.half(new SpatialFlip());
    assertSame(
        LinearViews.barlowTwins().augmentation(),
        Augmentation.chain(new Crop(6), new Shear(1), new Rotate(30, 1), flip));
    assertThat(LinearViews.barlowTwins().unit()).isEqualTo(DrawUnit.BATCH);
  }

  @Test
  void skeletonClrViewsAreCropAndShearAlone() {
    assertSame(
        LinearViews.skeletonClr().augmentation(), Augmentation.chain(new Crop(6), new Shear(0.5)));
    assertThat(LinearViews.skeletonClr().unit()).isEqualTo(DrawUnit.SAMPLE);
  }

  @Test
  void everyForkIsNamed() {
    assertThat(
            ExtremeViews.aimClr()
                .withTimeFlip(true)
                .withBlur(GaussianBlur.published().withNormalised(true))
                .describe())
        .isEqualTo(
            "views per sample: crop 1/6, shear 0.500, rotation up to 30.0 and 1.00 degrees, flip"
                + " 0.500; each with probability 0.500 noise of 0.0100 m, blur by up to 2.00 frames"
                + " (normalised), axis mask, time flip");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 0.5, 1})
  void sometimesIsAsOftenAsTold(double probability) {
    Augmentation sometimes = new Sometimes(probability, new TimeFlip());
    int draws = 2000;
    int changed = 0;
    for (long seed = 0; seed < draws; seed++) {
      changed += CLIP.by(sometimes, seed)[0] == CLIP.clip()[0] ? 0 : 1;
    }
    assertThat((double) changed)
        .isCloseTo(
            draws * probability,
            within(4.5 * Math.sqrt(draws * probability * (1 - probability)) + 1e-9));
  }

  @Test
  void timeFlipPlaysBackwards() {
    float[] found = CLIP.by(new TimeFlip(), SEED);
    for (int i = 0; i < found.length; i++) {
      int frame = i / 40 % 24;
      assertThat(found[i]).isEqualTo(CLIP.clip()[i + (23 - 2 * frame) * 40]);
    }
  }

  @Test
  void oneAxisIsMaskedEachAsOftenAsTheOthers() {
    int draws = 900;
    int[] masked = new int[3];
    for (long seed = 0; seed < draws; seed++) {
      float[] found = CLIP.by(new AxisMask(), seed);
      int axis = -1;
      for (int i = 0; i < found.length; i++) {
        if (found[i] != CLIP.clip()[i]) {
          assertThat(found[i]).isZero();
          assertThat(axis == -1 || axis == i / CHANNEL).as("one axis, seed %d", seed).isTrue();
          axis = i / CHANNEL;
        }
      }
      masked[axis]++;
    }
    for (int axis = 0; axis < 3; axis++) {
      assertThat((double) masked[axis])
          .as("axis %d", axis)
          .isCloseTo(draws / 3.0, within(4.5 * Math.sqrt(draws * 2 / 9.0)));
    }
  }
}
