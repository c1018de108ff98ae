package org.penumbra.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.penumbra.data.Split;
import org.penumbra.data.TrainTest;
import org.penumbra.occlusion.BodyPartOcclusion;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.preprocess.Preprocessing;

/** Whether the small set is worth learning: neither trivial nor hopeless. Chance is 1 in 23. */
class DifficultyTest {
  private static final Preprocessing PUBLISHED = Preprocessing.published();
  private static TrainTest subjects;
  private static TrainTest views;
  private static PreparedDataset train;
  private static PreparedDataset test;

  @BeforeAll
  static void prepare() {
    var data = SyntheticActions.small().generate();
    subjects = data.split(Split.CROSS_SUBJECT);
    views = data.split(Split.CROSS_VIEW);
    train = PUBLISHED.apply(subjects.train());
    test = PUBLISHED.apply(subjects.test());
  }

  @Test
  void nearestNeighbourLearnsButDoesNotSaturate() {
    assertThat(NearestNeighbour.accuracy(train, test)).as("cross subject").isBetween(0.5, 0.8);
    assertThat(
            NearestNeighbour.accuracy(
                PUBLISHED.apply(views.train()), PUBLISHED.apply(views.test())))
        .as("cross view: the same performances from another side")
        .isBetween(0.6, 0.99);
  }

  @Test
  void aKernelClassifierDoesNotSaturateEither() {
    assertThat(KernelClassifier.accuracy(train, test)).as("cross subject").isBetween(0.55, 0.92);
  }

  @Test
  void hidingJointsOfTestClipsCostsALot() {
    PreparedDataset hidden = PUBLISHED.apply(BodyPartOcclusion.of(2).apply(subjects.test()));
    assertThat(NearestNeighbour.accuracy(train, hidden))
        .isLessThan(NearestNeighbour.accuracy(train, test) - 0.1);
    assertThat(KernelClassifier.accuracy(train, hidden))
        .isLessThan(KernelClassifier.accuracy(train, test) - 0.1);
  }
}
