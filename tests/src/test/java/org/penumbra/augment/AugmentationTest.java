package org.penumbra.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;

class AugmentationTest {
  private static final SkeletonLayout NTU = SkeletonLayout.NTU_25;
  private static final int T = 50;
  private static final PreparedDataset DATA = data();

  private static PreparedDataset data() {
    float[] values = new float[2 * 3 * T * 25 * 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(i * 0.13);
    }
    return new PreparedDataset(
        "d", NTU, List.of("a"), List.of("c0", "c1"), new int[] {0, 0}, T, 2, values);
  }

  static Stream<Augmentation> all() {
    return Stream.of(
        Crop.published(),
        new Shear(1),
        Rotate.published(),
        Sometimes.half(new SpatialFlip()),
        new TimeFlip(),
        new AxisMask(),
        GaussianNoise.published(),
        GaussianBlur.published(),
        ExtremeViews.aimClr().withTimeFlip(true).augmentation(),
        Augmentation.chain(Crop.published(), new Shear(1), Rotate.published()));
  }

  private static float[] render(Augmentation augmentation, long seed, int... samples) {
    View view = new View(DATA);
    FloatBuffer out = FloatBuffer.allocate(samples.length * view.size());
    for (int n = 0; n < samples.length; n++) {
      view.moveTo(samples[n]);
      augmentation.apply(view, RandomKey.of(seed).generator());
      view.renderTo(out, n * view.size());
    }
    return out.array();
  }

  @ParameterizedTest
  @MethodSource("all")
  void sameKeySameView(Augmentation augmentation) {
    assertThat(render(augmentation, 5, 0, 1)).isEqualTo(render(augmentation, 5, 0, 1));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aSampleDoesNotDependOnItsNeighbours(Augmentation augmentation) {
    float[] both = render(augmentation, 6, 0, 1);
    assertThat(Arrays.copyOfRange(both, both.length / 2, both.length))
        .isEqualTo(render(augmentation, 6, 1));
  }

  @ParameterizedTest
  @MethodSource("all")
  void inputsStayAsTheyAre(Augmentation augmentation) {
    float[] before = DATA.values().clone();
    render(augmentation, 7, 0, 1);
    assertThat(DATA.values()).isEqualTo(before);
  }

  @Test
  void noAmplitudeIsIdentity() {
    float[] plain = render((view, random) -> {}, 1, 0, 1);
    assertThat(plain).isEqualTo(DATA.values());
    assertThat(render(new Shear(0), 1, 0, 1)).isEqualTo(plain);
    assertThat(render(new Rotate(0, 0), 1, 0, 1)).isEqualTo(plain);
    assertThat(render(new Sometimes(0, new SpatialFlip()), 1, 0, 1)).isEqualTo(plain);
  }

  @Test
  void cropMirrorsTheEdgesAndCoversEveryShift() {
    boolean[] seen = new boolean[17];
    SplittableRandom random = RandomKey.of(8).generator();
    for (int draw = 0; draw < 500; draw++) {
      float[] view = render(Crop.published(), random.nextLong(), 0);
      seen[shiftOf(view) + 8] = true;
    }
    assertThat(seen).containsOnly(true);
  }

  /** The shift whose mirrored window this is; fails if there is none. */
  private static int shiftOf(float[] view) {
    for (int shift = -8; shift <= 8; shift++) {
      boolean same = true;
      for (int t = 0; t < T && same; t++) {
        int source = t + shift;
        source = source < 0 ? -1 - source : source >= T ? 2 * T - 1 - source : source;
        same = view[t * 50] == DATA.values()[source * 50];
      }
      if (same) {
        return shift;
      }
    }
    throw new AssertionError("the view is no mirrored window of the clip");
  }

  @Test
  void rotationKeepsLengthsAndTurnsAtMostAsToldAboutTheMainAxis() {
    SplittableRandom random = RandomKey.of(9).generator();
    for (int draw = 0; draw < 200; draw++) {
      float[] y = render(Rotate.published(), random.nextLong(), 0);
      float[] x = DATA.values();
      int channel = T * 50;
      double dot = 0;
      double length = 0;
      for (int c = 0; c < 3; c++) {
        dot += x[c * channel] * y[c * channel];
        length += y[c * channel] * y[c * channel];
      }
      double original = 0;
      for (int c = 0; c < 3; c++) {
        original += x[c * channel] * x[c * channel];
      }
      assertThat(length).isCloseTo(original, within(1e-5));
      assertThat(dot / original).isGreaterThan(Math.cos(Math.toRadians(32.5)));
    }
  }

  @Test
  void flipSwapsJointsAndKeepsCoordinates() {
    float[] y = render(new SpatialFlip(), 1, 0);
    int leftElbow = 5 * 2;
    int rightElbow = 9 * 2;
    assertThat(y[leftElbow]).isEqualTo(DATA.values()[rightElbow]);
    assertThat(y[rightElbow]).isEqualTo(DATA.values()[leftElbow]);
    assertThat(y[3 * 2]).isEqualTo(DATA.values()[3 * 2]);
  }

  @Test
  void oneViewOfAChainEqualsOneStepAfterTheOther() {
    double[] first = {1, 0.5, 0, -0.2, 1, 0.3, 0, 0, 1};
    double[] second = {0.8, 0, 0.6, 0, 1, 0, -0.6, 0, 0.8};
    float[] chained =
        render(
            (view, random) -> {
              view.multiply(first);
              view.multiply(second);
            },
            1,
            0);
    int channel = T * 50;
    float[] x = DATA.values();
    double[] p = {x[11], x[11 + channel], x[11 + 2 * channel]};
    double[] q = product(second, product(first, p));
    for (int c = 0; c < 3; c++) {
      assertThat((double) chained[11 + c * channel]).isCloseTo(q[c], within(1e-6));
    }
  }

  private static double[] product(double[] matrix, double[] p) {
    double[] q = new double[3];
    for (int i = 0; i < 9; i++) {
      q[i / 3] += matrix[i] * p[i % 3];
    }
    return q;
  }

  @Test
  void badOptionsAreRefusedByName() {
    assertThatThrownBy(() -> new Shear(-1))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("shear amplitude");
    assertThatThrownBy(() -> new Sometimes(1.5, new SpatialFlip()))
        .hasMessageContaining("probability of an augmentation");
    assertThatThrownBy(() -> new Crop(0)).hasMessageContaining("crop ratio");
    assertThatThrownBy(() -> new Rotate(Double.NaN, 1)).hasMessageContaining("main rotation");
  }

  /** Whatever was noted before is carried out first, whatever comes later afterwards. */
  @Test
  void valuesMayBeChangedBetweenLinearSteps() {
    double[] turn = {0, 1, 0, 1, 0, 0, 0, 0, 2}; // swaps x and y, doubles z
    Augmentation steps =
        (view, random) -> {
          view.rearrangeFrames(t -> T - 1 - t);
          view.multiply(turn);
          float[] values = view.values();
          for (int i = 0; i < values.length / 3; i++) {
            values[i] += 10; // the new x, which was y
          }
          view.permuteJoints(NTU.mirror());
          view.multiply(turn);
        };
    float[] x = DATA.values();
    float[] y = render(steps, 1, 0);
    int channel = T * 50;
    for (int i = 0; i < channel; i++) {
      int frame = i / 50;
      int source = (T - 1 - frame) * 50 + NTU.mirror().get(i / 2 % 25) * 2 + i % 2;
      assertThat(y[i]).isEqualTo(x[source]);
      assertThat(y[i + channel]).isCloseTo(x[source + channel] + 10, within(1e-5f));
      assertThat(y[i + 2 * channel]).isEqualTo(4 * x[source + 2 * channel]);
    }
  }
}
