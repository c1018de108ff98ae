package org.penumbra.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penumbra.embed.Embedder;
import org.penumbra.embed.Embeddings;
import org.penumbra.evaluate.PartialBodyEvaluation.DrawPer;
import org.penumbra.evaluate.PartialBodyEvaluation.Removal;
import org.penumbra.evaluate.PartialBodyEvaluation.Unit;
import org.penumbra.evaluate.PartialBodyEvaluation.When;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;

class PartialBodyEvaluationTest {
  private static final PreparedDataset TRAIN = Waving.clips("train", 24);
  private static final PreparedDataset TEST = Waving.clips("test", 9);
  private static final LinearEvaluation LINEAR =
      LinearEvaluation.published().withEpochs(5).withBatchSize(8).withLearningRate(0.05);
  private static final PartialBodyEvaluation JOINTS =
      PartialBodyEvaluation.publishedJoints().withLinear(LINEAR).withBatchSize(4);

  private final StGcn encoder = Waving.encoder();

  @AfterEach
  void close() {
    encoder.close();
  }

  private LinearResult plain() {
    Embedder embedder = Embedder.of(encoder);
    return LINEAR.evaluate(embedder.embed(TRAIN), embedder.embed(TEST));
  }

  @ParameterizedTest
  @EnumSource(Removal.class)
  void withNothingMissingItIsThePlainEvaluationToTheLastBit(Removal removal) {
    for (When when : When.values()) {
      PartialBodyResult result =
          JOINTS
              .withRemoval(removal)
              .withWhen(when)
              .withCounts(List.of(4, 0))
              .evaluate(encoder, TRAIN, TEST);
      assertThat(result.points().get(1).draws()).containsExactly(plain());
    }
  }

  @Test
  void everyCountHasItsDraws() {
    PartialBodyResult result = JOINTS.withDraws(3).evaluate(encoder, TRAIN, TEST);
    assertThat(result.points())
        .extracting(PartialBodyResult.Point::count)
        .containsExactly(0, 2, 4, 6, 8, 10);
    assertThat(result.points().get(0).draws()).hasSize(1);
    assertThat(result.points().get(5).draws()).hasSize(3).doesNotHaveDuplicates();
    assertThat(result.table().rowCount()).isEqualTo(6);
    assertThat(JOINTS.withDraws(3).evaluate(encoder, TRAIN, TEST)).isEqualTo(result);
    assertThat(JOINTS.withDraws(3).withSeed(2).evaluate(encoder, TRAIN, TEST)).isNotEqualTo(result);
  }

  /** Independent reading: each batch of four is embedded by itself, with its own joints dropped. */
  @Test
  void aBatchSharesItsDraw() {
    Embeddings features = new PartialFeatures(JOINTS, encoder, TEST, "test").of(19, 0);
    Embeddings zeroed =
        new PartialFeatures(JOINTS.withRemoval(Removal.ZERO), encoder, TEST, "test").of(19, 0);
    assertThat(features.values()).isNotEqualTo(zeroed.values());
    boolean[] same = new boolean[2];
    for (int kept = 0; kept < 20; kept++) {
      int left = kept;
      List<Integer> gone = IntStream.range(0, 20).filter(v -> v != left).boxed().toList();
      for (int batch = 0; batch < 2; batch++) {
        int[] clips = {4 * batch, 4 * batch + 1, 4 * batch + 2, 4 * batch + 3};
        float[] expected =
            Embedder.of(encoder).withoutJoints(gone).embed(TEST.select(clips)).values();
        boolean equal = true;
        for (int i = 0; i < expected.length; i++) {
          equal &= Math.abs(features.values()[4 * batch * 8 + i] - expected[i]) < 1e-5;
        }
        same[batch] |= equal;
      }
    }
    assertThat(same).as("one joint that all clips of the batch kept").containsExactly(true, true);
  }

  @Test
  void drawsPerClipFollowItsNameAndNotItsPlace() {
    PartialBodyEvaluation perClip = JOINTS.withDrawPer(DrawPer.CLIP);
    float[] all = new PartialFeatures(perClip, encoder, TEST, "test").of(6, 0).values();
    PreparedDataset one = TEST.select(new int[] {7});
    float[] alone = new PartialFeatures(perClip, encoder, one, "test").of(6, 0).values();
    for (int f = 0; f < alone.length; f++) {
      assertThat(alone[f]).isEqualTo(all[7 * 8 + f], within(1e-6f));
    }
  }

  @Test
  void zeroedJointsAreZeroAndNoOthers() {
    float[] zeroed = TEST.withZeroed(List.of(3, 19)).values();
    for (int i = 0; i < zeroed.length; i++) {
      boolean gone = i % 20 == 3 || i % 20 == 19;
      assertThat(zeroed[i]).as("number " + i).isEqualTo(gone ? 0 : TEST.values()[i]);
    }
  }

  @Test
  void partsAreThoseOfTheLayoutAndSomethingMustBeLeft() {
    PartialBodyEvaluation parts =
        PartialBodyEvaluation.publishedParts().withLinear(LINEAR).withBatchSize(4);
    assertThat(parts.unit()).isEqualTo(Unit.PARTS);
    assertThat(parts.evaluate(encoder, TRAIN, TEST).points()).hasSize(5);
    assertThatThrownBy(() -> parts.withCounts(List.of(5)).evaluate(encoder, TRAIN, TEST))
        .hasMessage("missing body parts of layout kinect-20 must be between 0 and 4, found 5.");
    assertThatThrownBy(() -> JOINTS.withCounts(List.of(20)).evaluate(encoder, TRAIN, TEST))
        .hasMessageContaining("between 0 and 19, found 20");
  }

  @Test
  void theOcclusionMatrixHoldsLinearEvaluations() {
    Map<String, PreparedDataset> tests = new LinkedHashMap<>();
    tests.put("clean", TEST);
    tests.put("no hand", TEST.withZeroed(List.of(7)));
    OcclusionMatrix matrix = OcclusionMatrix.with(LINEAR, tests).judge("clean", encoder, TRAIN);
    assertThat(matrix.result("clean", "clean")).isEqualTo(plain());
    assertThat(matrix.result("clean", "no hand")).isNotEqualTo(plain());
    assertThat(matrix.table().columnNames())
        .containsExactly("trained on", "tested on clean", "tested on no hand");
    assertThatThrownBy(() -> matrix.result("clean", "x")).hasMessageContaining("[clean, no hand]");
    assertThatThrownBy(() -> matrix.judge("clean", encoder, TRAIN))
        .hasMessageContaining("training condition must be new");
    tests.put("fewer", TEST.select(new int[] {1}));
    assertThatThrownBy(() -> OcclusionMatrix.with(LINEAR, tests))
        .hasMessageContaining("test clips under fewer");
  }
}
