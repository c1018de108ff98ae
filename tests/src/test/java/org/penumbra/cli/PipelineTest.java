package org.penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.cli.CommandLine.Said;

/** OPSTL from a set to a figure, by commands alone. */
@Tag("slow")
class PipelineTest {
  private static final String TRAINING = " --split cross-view --batch-size 4 --epochs 1 --json";

  @TempDir Path folder;

  private JsonObject json(CommandLine line, String command) {
    Said said = line.run(command.replace("OUT", folder.toString()));
    assertThat(said.status()).as(said.err()).isZero();
    return said.json().getAsJsonObject();
  }

  @Test
  void fromAWholeSetToAFigureThroughFilesAndRuns() {
    VerbsTest.write(folder);
    CommandLine line = new CommandLine(folder);
    json(line, "data convert --dataset tiny --out OUT/whole.npz --json");
    json(line, "occlude --dataset whole --occlusion random-20 --out OUT/hidden.npz --json");
    JsonObject first = json(line, "pretrain --dataset hidden --method OPSTL" + TRAINING);
    JsonObject filled =
        json(
            line,
            "impute --dataset hidden --imputer knn-2 --clusters 2 --method OPSTL --out"
                + " OUT/filled.npz"
                + TRAINING);
    assertThat(filled.get("left_hidden_joints").getAsInt()).isZero();
    String stage2 = " --dataset filled --method OPSTL --stage 2" + TRAINING;
    JsonObject second = json(line, "pretrain" + stage2);
    JsonObject figure = json(line, "evaluate" + stage2);
    assertThat(figure.get("test_clips").getAsInt()).isPositive();
    assertThat(figure.get("last_percent").getAsDouble()).isBetween(0.0, 100.0);
    assertThat(json(line, "evaluate" + stage2)).as("found again").isEqualTo(figure);

    JsonArray trainings = line.run("runs list --kind pretrain --json").json().getAsJsonArray();
    assertThat(trainings).as("nothing was trained twice").hasSize(2);
    String name = second.get("run").getAsString();
    assertThat(trainings.get(0).getAsJsonObject().get("run").getAsString()).isEqualTo(name);
    String known = line.run("runs show " + name).out();
    assertThat(known).contains("train is from impute/", first.get("run").getAsString());

    JsonObject byRun =
        json(
            line,
            "evaluate --dataset whole --test-dataset hidden --protocol knn --encoder "
                + name
                + TRAINING);
    assertThat(byRun.get("test_data_set").getAsString()).isEqualTo("hidden");
    JsonObject untrained =
        json(line, "evaluate --dataset whole --encoder random --method OPSTL" + TRAINING);
    assertThat(untrained.get("protocol").getAsString()).isEqualTo("linear");
    assertThat(line.run("runs list --kind pretrain --json").json().getAsJsonArray()).hasSize(2);
  }
}
