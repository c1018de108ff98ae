package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.augment.Augmentation;
import org.penumbra.augment.Crop;
import org.penumbra.augment.DrawUnit;
import org.penumbra.augment.Shear;
import org.penumbra.core.RandomKey;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.masking.MotionAttentionTemporalMasking;
import org.penumbra.pretrain.masking.ReferenceTemporalMasking;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.Compute;
import org.penumbra.train.Batch;
import org.penumbra.train.BatchFixture;

class BatchViewsTest {
  private static final int N = 6;
  private static final int T = 18;
  private static final int M = 2;
  private static final int ROW = 20 * M;
  private static final int MASKED = 4;
  private static final long SEED = 82;
  private static final MotionAttentionTemporalMasking MASKING =
      new MotionAttentionTemporalMasking(MASKED);
  private static final Augmentation CHANGES = Augmentation.chain(Crop.published(), new Shear(1));
  private static final PreparedDataset DATA = data();
  private static final Batch LARGE = BatchFixture.of(0, 4, 1, 0, 2);
  private static final Batch SMALL = BatchFixture.of(1, 5, 3);

  private final NDManager manager = Compute.newManager();
  private final BatchViews views = views();

  private static PreparedDataset data() {
    SplittableRandom random = RandomKey.of(SEED).generator();
    float[] values = new float[N * 3 * T * ROW];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    List<String> names = IntStream.range(0, N).mapToObj(i -> "c" + i).toList();
    return new PreparedDataset(
        "noise", SkeletonLayout.KINECT_20, List.of("a"), names, new int[N], T, M, values);
  }

  private BatchViews views() {
    return new BatchViews(DATA, DrawUnit.BATCH, manager);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void aViewIsOneOfTheSamplesAskedFor() {
    BatchViews plain = new BatchViews(DATA, DrawUnit.BATCH, manager);
    NDArray view = plain.draw(SMALL, "anchor", (clip, random) -> {});
    int length = DATA.sampleLength();
    float[] expected = new float[2 * length];
    System.arraycopy(DATA.values(), 5 * length, expected, 0, length);
    System.arraycopy(DATA.values(), 3 * length, expected, length, length);
    assertThat(view.getShape()).isEqualTo(new Shape(2, 3, T, 20, M));
    assertThat(view.toFloatArray()).isEqualTo(expected);
  }

  /** Cropping and shearing change which frames are calm, so masking first would show. */
  @Test
  void framesAreMaskedByTheMotionOfTheAugmentedView() {
    float[] augmented = views.draw(LARGE, "temporal", CHANGES).toFloatArray();
    NDArray masked = views.drawMasked(LARGE, "temporal", CHANGES, MASKING);
    assertThat(masked.getShape()).isEqualTo(new Shape(4, 3, T - 2 * MASKED, 20, M));
    ReferenceTemporalMasking reference = new ReferenceTemporalMasking(augmented, 4, T, ROW);
    reference.assertMasked("seed " + SEED, masked.toFloatArray(), MASKED);

    float[] raw = Arrays.copyOfRange(DATA.values(), 4 * 3 * T * ROW, 5 * 3 * T * ROW);
    assertThat(reference.calmFrames(0, MASKED))
        .as("calm frames of sample 4 before augmentation; if equal, this test shows nothing")
        .isNotEqualTo(new ReferenceTemporalMasking(raw, 1, T, ROW).calmFrames(0, MASKED));
  }

  @Test
  void viewsOfAStepDoNotOverwriteEachOther() {
    NDArray anchor = views.draw(LARGE, "anchor", CHANGES);
    float[] anchorBefore = anchor.toFloatArray();
    NDArray temporal = views.drawMasked(LARGE, "temporal", CHANGES, MASKING);
    float[] temporalBefore = temporal.toFloatArray();
    NDArray spatial = views.draw(LARGE, "spatial", CHANGES);
    assertThat(anchor.toFloatArray()).isEqualTo(anchorBefore);
    assertThat(temporal.toFloatArray()).isEqualTo(temporalBefore);
    assertThat(spatial.toFloatArray()).isNotEqualTo(anchorBefore);
  }

  @Test
  void aSmallerBatchAfterALargerOneIsAsIfItWereTheFirst() {
    views.draw(LARGE, "anchor", CHANGES);
    views.drawMasked(LARGE, "temporal", CHANGES, MASKING);
    assertSame(views.draw(SMALL, "anchor", CHANGES), views().draw(SMALL, "anchor", CHANGES), T);
    assertSame(
        views.drawMasked(SMALL, "temporal", CHANGES, MASKING),
        views().drawMasked(SMALL, "temporal", CHANGES, MASKING),
        T - 2 * MASKED);
    assertThat(
            views.draw(LARGE, "anchor", CHANGES).toFloatArray()) // and a larger one after a smaller
        .isEqualTo(views().draw(LARGE, "anchor", CHANGES).toFloatArray());
  }

  private static void assertSame(NDArray found, NDArray fresh, int frames) {
    assertThat(found.getShape()).isEqualTo(new Shape(2, 3, frames, 20, M));
    assertThat(found.toFloatArray()).isEqualTo(fresh.toFloatArray());
  }

  @Test
  void purposeAndStepDecideTheView() {
    float[] anchor = views.draw(LARGE, "anchor", CHANGES).toFloatArray();
    float[] nextStep =
        views.draw(BatchFixture.of(1, LARGE.samples()), "anchor", CHANGES).toFloatArray();
    float[] masked = views.drawMasked(LARGE, "temporal", CHANGES, MASKING).toFloatArray();
    assertThat(views.draw(LARGE, "spatial", CHANGES).toFloatArray()).isNotEqualTo(anchor);
    assertThat(nextStep).isNotEqualTo(anchor);
    assertThat(views.draw(LARGE, "anchor", CHANGES).toFloatArray()).isEqualTo(anchor);
    assertThat(views.drawMasked(LARGE, "temporal", CHANGES, MASKING).toFloatArray())
        .isEqualTo(masked);
  }

  @Test
  void withADrawPerSampleTheBatchDoesNotMatter() {
    BatchViews perSample = new BatchViews(DATA, DrawUnit.SAMPLE, manager);
    int length = DATA.sampleLength();
    float[] large = perSample.draw(LARGE, "anchor", CHANGES).toFloatArray(); // 4, 1, 0, 2
    float[] other = perSample.draw(BatchFixture.of(0, 0, 4), "anchor", CHANGES).toFloatArray();
    assertThat(Arrays.copyOfRange(other, length, 2 * length))
        .isEqualTo(Arrays.copyOfRange(large, 0, length));
    assertThat(other)
        .isNotEqualTo(views.draw(BatchFixture.of(0, 0, 4), "anchor", CHANGES).toFloatArray());
  }
}
