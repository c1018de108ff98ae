package org.penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.skeleton.SkeletonLayout;

class LabelledSubsetTest {
  /** As Python: round(0.1 * 5) = 0 is refused here, round(0.1 * 15) = 2, round(0.1 * 25) = 2. */
  @ParameterizedTest
  @CsvSource({"15, 2", "25, 2", "35, 4", "45, 4", "46, 5", "9, 1", "100, 10"})
  void countsAreRoundedHalfToEven(int clips, int expected) {
    LabelledSubset subset = LabelledSubset.draw(set(clips, 20), 0.1, 1);
    assertThat(subset.names()).filteredOn(name -> name.startsWith("a")).hasSize(expected);
    assertThat(subset.names()).filteredOn(name -> name.startsWith("b")).hasSize(2);
  }

  @Test
  void aDrawFollowsFromTheSeedAndTheNamesAlone() {
    SkeletonDataset data = set(50, 40);
    LabelledSubset subset = LabelledSubset.draw(data, 0.1, 7);
    assertThat(LabelledSubset.draw(data, 0.1, 7)).isEqualTo(subset);
    assertThat(LabelledSubset.draw(data, 0.1, 8).names()).isNotEqualTo(subset.names());
    List<ClipInfo> shuffled = new ArrayList<>(data.infos());
    Collections.shuffle(shuffled, new Random(3));
    SkeletonDataset reordered =
        SkeletonDataset.lazy(
            "set", data.layout(), data.classNames(), shuffled, 1, i -> null, List.of());
    assertThat(LabelledSubset.draw(reordered, 0.1, 7)).isEqualTo(subset);
  }

  @Test
  void aShareThatLeavesAClassWithoutLabelsIsRefusedByName() {
    assertThatThrownBy(() -> LabelledSubset.draw(set(30, 400), 0.01, 1))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("class 'wave' has 30 clips");
    for (double share : new double[] {0, -1, 1.01, Double.NaN}) {
      assertThatThrownBy(() -> LabelledSubset.draw(set(30, 30), share, 1))
          .isInstanceOf(InvalidOptionException.class)
          .hasMessageContaining("share must be above 0 and at most 1");
    }
  }

  @Test
  void itIsKeptAsNamesAndFoundAgain(@TempDir Path folder) {
    SkeletonDataset data = set(50, 40);
    LabelledSubset subset = LabelledSubset.draw(data, 0.1, 7);
    Path file = folder.resolve("subset.json");
    subset.write(file);
    assertThat(LabelledSubset.read(file)).isEqualTo(subset);
    SkeletonDataset labelled = subset.of(data);
    assertThat(labelled.infos()).extracting(ClipInfo::name).isEqualTo(subset.names());
    SkeletonDataset other = data.select(info -> !info.name().equals(subset.names().get(0)));
    assertThatThrownBy(() -> subset.of(other))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("expected all of its 9 clips in set, found 8")
        .hasMessageContaining(subset.names().get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|empty",
        "{|no labelled subset",
        "[]|no labelled subset",
        "{\"data set\": \"x\"}|the field 'share' is missing",
        "{\"data set\": \"x\", \"share\": \"much\", \"seed\": 1, \"clips\": [\"a\"]}|no labelled",
        "{\"data set\": \"x\", \"share\": 0.1, \"seed\": 1, \"clips\": 3}|no labelled subset"
      })
  void aWrongFileIsNamed(String text, String message, @TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("wrong.json"), text);
    assertThatThrownBy(() -> LabelledSubset.read(file))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("wrong.json")
        .hasMessageContaining(message);
    assertThatThrownBy(() -> LabelledSubset.read(folder.resolve("none.json")))
        .isInstanceOf(DataNotFoundException.class);
  }

  @Test
  void aStratifiedSplitTakesTheSameShareOfEachClass() {
    SkeletonDataset data = set(50, 25);
    TrainTest halves = data.splitStratified(0.2, 3);
    assertThat(halves.split()).isEqualTo(Split.STRATIFIED);
    assertThat(halves.test().infos()).filteredOn(i -> i.label() == 0).hasSize(10);
    assertThat(halves.test().infos()).filteredOn(i -> i.label() == 1).hasSize(5);
    assertThat(halves.train().size()).isEqualTo(60);
    assertThat(halves.train().infos()).doesNotContainAnyElementsOf(halves.test().infos());
    assertThat(data.splitStratified(0.2, 3).test().infos()).isEqualTo(halves.test().infos());
    assertThat(data.splitStratified(0.2, 4).test().infos()).isNotEqualTo(halves.test().infos());
    assertThatThrownBy(() -> data.splitStratified(1, 3))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("testShare");
    assertThatThrownBy(() -> data.splitStratified(0.001, 3))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("75 training and 0 test clips");
  }

  private static SkeletonDataset set(int waves, int kicks) {
    List<ClipInfo> infos = new ArrayList<>();
    IntStream.range(0, waves)
        .forEach(i -> infos.add(new ClipInfo("a%04d".formatted(i), 0, i, 1, 1, 1)));
    IntStream.range(0, kicks)
        .forEach(i -> infos.add(new ClipInfo("b%04d".formatted(i), 1, i, 1, 1, 1)));
    return SkeletonDataset.lazy(
        "set",
        SkeletonLayout.NTU_25,
        List.of("wave", "kick"),
        infos,
        1,
        info -> Clips.random(info.name(), info.label(), SkeletonLayout.NTU_25, 2, 1),
        List.of());
  }
}
