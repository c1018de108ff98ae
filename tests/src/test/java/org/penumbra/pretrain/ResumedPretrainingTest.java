package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.TrainingException;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.masking.MotionAttentionTemporalMasking;
import org.penumbra.pretrain.masking.RandomTemporalMasking;
import org.penumbra.train.Checkpoint;
import org.penumbra.train.Checkpoints;
import org.penumbra.train.RunIdentity;
import org.penumbra.train.TrainingListener;

/** Checkpoints as a user of a method meets them. */
class ResumedPretrainingTest {
  private static final PreparedDataset DATA = KilledTraining.data();

  @TempDir Path folder;

  private static PretrainingMethod method(String name) {
    PretrainingMethod method = KilledTraining.methods().get(name);
    return method.withTraining(method.training().withEpochs(2));
  }

  private static TrainingListener stopAfter(int steps) {
    return new TrainingListener() {
      private int done;

      @Override
      public void stepEnded(int epoch, int step, int all, int epochs, double loss) {
        if (++done == steps) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"adam", "sgd"})
  void interruptedAndResumedItEndsTheSame(String name) {
    PretrainingMethod method = method(name);
    try (Pretrained whole = method.pretrain(DATA);
        Pretrained stopped = method.pretrain(DATA, folder, stopAfter(4));
        Pretrained resumed = method.pretrain(DATA, folder)) {
      assertThat(stopped.history().interrupted()).isTrue();
      assertThat(resumed.history().interrupted()).isFalse();
      assertThat(resumed.history().losses()).isEqualTo(whole.history().losses());
      assertThat(resumed.encoder().parameters().fingerprint())
          .isEqualTo(whole.encoder().parameters().fingerprint());
    }
  }

  @Test
  void theEncoderOfAnEpochThatWasKeptCanBeLoaded() {
    PretrainingMethod method = method("adam");
    Checkpoints checkpoints = Checkpoints.in(folder).keepingAll();
    try (Pretrained end = method.pretrain(DATA, checkpoints);
        Pretrained last = method.restore(DATA, checkpoints.ofEpoch(1));
        Pretrained first = method.restore(DATA, checkpoints.ofEpoch(0))) {
      String weights = end.encoder().parameters().fingerprint();
      assertThat(last.encoder().parameters().fingerprint()).isEqualTo(weights);
      assertThat(first.encoder().parameters().fingerprint()).isNotEqualTo(weights);
      assertThat(first.history().epochs()).isEqualTo(end.history().epochs().subList(0, 1));
      assertThatThrownBy(() -> method.withSeed(5).restore(DATA, checkpoints.ofEpoch(1)))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("options.training.seed: expected 5, found 7");
    }
  }

  @Test
  void checkpointsOfOtherSettingsOrDataAreRefusedWithAListOfWhatDiffers() throws IOException {
    method("adam").pretrain(DATA, folder, stopAfter(1)).close();
    Pstl wide = (Pstl) method("wide");
    assertThatThrownBy(() -> wide.pretrain(DATA, folder))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("belongs to another training")
        .hasMessageContaining("options.embedding: expected 600, found 16")
        .hasMessageContaining("options.loss.lambda: expected ")
        .hasMessageNotContaining("data: ");

    float[] values = DATA.values().clone();
    values[values.length / 2] = Math.nextUp(values[values.length / 2]);
    PreparedDataset other =
        new PreparedDataset(
            "other",
            DATA.layout(),
            DATA.classNames(),
            DATA.clipNames(),
            DATA.labels(),
            DATA.frames(),
            DATA.bodies(),
            values);
    assertThatThrownBy(() -> method("adam").pretrain(other, folder))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("data: content: expected ")
        .hasMessageNotContaining("options.");
    Path file = folder.resolve("epoch-0000-step-00001.safetensors");
    assertThat(Checkpoint.read(file).run()).isEqualTo(method("adam").identity(DATA));
    assertThat(Files.size(file)).isPositive();
  }

  @Test
  void theKeyOfARunDependsOnEverySettingAndNotOnTheDay() {
    RunIdentity identity = method("adam").identity(DATA);
    assertThat(identity.key()).hasSize(64).isEqualTo(method("adam").identity(DATA).key());
    assertThat(List.of(method("sgd"), method("wide"), method("adam").withSeed(8)))
        .allSatisfy(other -> assertThat(other.identity(DATA).key()).isNotEqualTo(identity.key()));
    assertThat(identity.facts())
        .containsEntry("method", "PSTL")
        .containsEntry("options.training.rate.peak", "0.002")
        .containsEntry("options.encoder.features", "8")
        .allSatisfy((name, value) -> assertThat(value).doesNotContain("@"));
  }

  @Test
  void twoMaskingsWithTheSameNumbersAreTwoTrainings() {
    Pstl pstl = (Pstl) method("adam");
    RunIdentity random = pstl.withTemporal(new RandomTemporalMasking(10)).identity(DATA);
    RunIdentity moving = pstl.withTemporal(new MotionAttentionTemporalMasking(10)).identity(DATA);
    assertThat(random.key()).isNotEqualTo(moving.key());
    assertThat(random.differences(moving))
        .containsExactly(
            "temporal: expected RandomTemporalMasking, found MotionAttentionTemporalMasking");
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidBeforeTraining() throws IOException {
    Path file = folder.resolve("file");
    Files.writeString(file, "");
    TrainingListener never =
        new TrainingListener() {
          @Override
          public void stepEnded(int epoch, int step, int all, int epochs, double loss) {
            throw new AssertionError("trained");
          }
        };
    for (Path bad : List.of(file, file.resolve("inside"))) {
      assertThatThrownBy(() -> method("adam").pretrain(DATA, bad, never))
          .isInstanceOf(InvalidOptionException.class)
          .hasMessageContaining("folder of checkpoints must be a folder that can be written")
          .hasMessageContaining(bad.toString());
    }
  }

  @Test
  void twoTrainingsDoNotShareAFolder() {
    PretrainingMethod method = method("adam");
    try (var open = Checkpoints.in(folder).open(method.identity(DATA))) {
      assertThat(open.last()).isEmpty();
      assertThatThrownBy(() -> method.pretrain(DATA, folder))
          .isInstanceOf(InvalidOptionException.class)
          .hasMessageContaining("no other training is writing to");
    }
  }

  @Test
  void noClipsAndFewerClipsThanAWholeBatchAreRefused() {
    PreparedDataset none =
        new PreparedDataset(
            "none",
            DATA.layout(),
            DATA.classNames(),
            List.of(),
            new int[0],
            DATA.frames(),
            DATA.bodies(),
            new float[0]);
    assertThatThrownBy(() -> method("adam").pretrain(none))
        .hasMessage("number of training samples must be at least 2, found 0.");
    PretrainingMethod whole =
        method("adam").withTraining(method("adam").training().withBatchSize(12).withDropLast(true));
    assertThatThrownBy(() -> whole.pretrain(DATA))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("at least the batch size 12")
        .hasMessageContaining("found 11");
  }
}
