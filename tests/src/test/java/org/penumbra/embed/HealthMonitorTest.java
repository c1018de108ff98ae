package org.penumbra.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcnOptions;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.Pretrained;
import org.penumbra.pretrain.Pstl;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.train.EpochReport;
import org.penumbra.train.HealthReport;
import org.penumbra.train.LearningRate;
import org.penumbra.train.TrainingOptions;

class HealthMonitorTest {
  private static final int D = 16;
  private static final Pstl METHOD =
      Pstl.preset(Scale.SMOKE)
          .withEncoder(StGcnOptions.published().withSize(2, 8))
          .withEmbedding(D)
          .withTraining(TrainingOptions.adam(3, 5, LearningRate.cosine(2e-3, 1, false), 1e-5, 7));

  private static PreparedDataset waves(int samples, int classes, SkeletonLayout layout) {
    int joints = layout.size();
    int length = 3 * 50 * joints;
    float[] values = new float[samples * length];
    for (int i = 0; i < values.length; i++) {
      int sample = i / length;
      int frame = i / joints % 50;
      double speed = 0.1 + 0.4 * (sample % classes);
      values[i] = (float) (Math.sin(frame * speed + i % joints) + 0.01 * (sample % 7));
    }
    return new PreparedDataset(
        "waves",
        layout,
        IntStream.range(0, classes).mapToObj(c -> "class " + c).toList(),
        IntStream.range(0, samples).mapToObj(i -> "c" + i).toList(),
        IntStream.range(0, samples).map(i -> i % classes).toArray(),
        50,
        1,
        values);
  }

  @Test
  void looksWithoutTouchingAndReportsEveryOtherEpochAndTheLast() {
    PreparedDataset train = waves(17, 2, SkeletonLayout.KINECT_20);
    HealthMonitor monitor =
        HealthMonitor.on(train, 12).against(waves(6, 2, SkeletonLayout.KINECT_20)).every(2);
    try (Pretrained plain = METHOD.pretrain(train);
        Pretrained watched = METHOD.pretrain(train, monitor)) {
      assertThat(watched.encoder().parameters().fingerprint())
          .isEqualTo(plain.encoder().parameters().fingerprint());
      assertThat(watched.history().losses()).isEqualTo(plain.history().losses());
      assertThat(plain.history().epochs()).allMatch(report -> report.health().isEmpty());

      List<EpochReport> epochs = watched.history().epochs();
      assertThat(epochs.get(0).health()).isEmpty();
      assertThat(epochs.get(1).health()).isPresent();
      HealthReport last = epochs.get(2).health().orElseThrow();
      assertThat(last.features()).isEqualTo(8);
      assertThat(last.effectiveRank()).isBetween(1.0, 8.0);
      double collapse = 2 * D * (D - 1) * METHOD.options().loss().lambda();
      assertThat(last.collapseRatio().orElseThrow())
          .isCloseTo(epochs.get(2).loss() / collapse, within(1e-12));
      assertThat(last.neighbourAccuracy().orElseThrow()).isBetween(0.0, 1.0);
      assertThat(watched.history().bestNeighbours()).isPresent();
    }
  }

  @Test
  void withOneClassThereAreNoNeighboursToCompare() {
    PreparedDataset train = waves(5, 1, SkeletonLayout.KINECT_20);
    Pstl once = METHOD.withTraining(METHOD.training().withEpochs(1));
    try (Pretrained result = once.pretrain(train, HealthMonitor.on(train))) {
      assertThat(result.history().last().orElseThrow().health().orElseThrow().neighbourAccuracy())
          .isEmpty();
    }
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeTheFirstStep() {
    PreparedDataset train = waves(5, 2, SkeletonLayout.KINECT_20);
    PreparedDataset others = waves(5, 2, SkeletonLayout.NTU_25);
    assertThatThrownBy(() -> METHOD.pretrain(train, HealthMonitor.on(others)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("layout of waves");
    assertThatThrownBy(() -> HealthMonitor.on(train).against(others))
        .hasMessageContaining("layout of waves");
    assertThatThrownBy(() -> HealthMonitor.on(train).against(waves(5, 3, SkeletonLayout.KINECT_20)))
        .hasMessageContaining("classes of waves");
    assertThatThrownBy(() -> HealthMonitor.on(train).every(0)).hasMessageContaining("epochs");
  }
}
