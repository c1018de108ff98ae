package org.penumbra.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.core.DataFormatException;
import org.penumbra.evaluate.Accuracy;
import org.penumbra.evaluate.LinearResult;
import org.penumbra.evaluate.Predictions;

class LinearResultCodecTest {
  private static final LinearResultCodec CODEC = new LinearResultCodec();

  @TempDir Path folder;

  private static Predictions predictions(List<String> clips, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] scores = new float[3 * 2];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) random.nextGaussian();
    }
    scores[0] = Float.NEGATIVE_INFINITY;
    return Predictions.ofScores(
        List.of("sit \"down\"", "wave"), clips, new int[] {0, 1, 1}, scores);
  }

  private static LinearResult result(List<String> clips) {
    Predictions first = predictions(clips, 1);
    Predictions best = predictions(clips, 4);
    for (long seed = 5; best.accuracy().correct() <= first.accuracy().correct(); seed++) {
      best = predictions(clips, seed);
    }
    List<Accuracy> epochs = List.of(best.accuracy(), first.accuracy());
    return new LinearResult(epochs, List.of(first, best));
  }

  @Test
  void aResultComesBackToTheBit() {
    LinearResult named = result(List.of("a", "b", "ü"));
    CODEC.write(named, folder);
    assertThat(CODEC.read(folder)).isEqualTo(named);
    LinearResult unnamed = result(List.of());
    CODEC.write(unnamed, folder);
    assertThat(CODEC.read(folder)).isEqualTo(unnamed).isNotEqualTo(named);
  }

  @Test
  void aResultOfAccuraciesOnlyHasNoScores() {
    LinearResult bare = new LinearResult(List.of(new Accuracy(1, 3), new Accuracy(2, 3)));
    CODEC.write(bare, folder);
    assertThat(folder).isDirectoryContaining(file -> file.endsWith("result.json"));
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".npy"));
    assertThat(CODEC.read(folder)).isEqualTo(bare);
  }

  @Test
  void filesThatDoNotFitAreNoResult() throws IOException {
    CODEC.write(result(List.of()), folder);
    Path json = folder.resolve("result.json");
    String text = Files.readString(json);
    Files.writeString(json, text.replace("[0,1,1]", "[0,1]"));
    assertThatThrownBy(() -> CODEC.read(folder)).isInstanceOf(DataFormatException.class);
    Files.writeString(json, "{}");
    assertThatThrownBy(() -> CODEC.read(folder))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("no result of a linear evaluation");
    Files.writeString(json, text);
    Files.delete(folder.resolve("scores-1.npy"));
    assertThatThrownBy(() -> CODEC.read(folder)).isInstanceOf(DataFormatException.class);
  }
}
