package org.penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.skeleton.SkeletonLayout;

/** Counts and ids are those of methods.md section 8. */
class SplitRulesTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBack() {
    Path file = folder.resolve("own.splits.json");
    for (String name : List.of("ntu-60", "nw-ucla")) {
      SplitRules.write(name, SplitRules.of(name), file);
      assertThat(SplitRules.read(file)).isEqualTo(SplitRules.of(name));
    }
    SplitRule plain = SplitRule.of(Split.CROSS_SUBJECT, SplitField.SUBJECT, List.of(3, 1));
    SplitRules.write("own", List.of(plain), file);
    assertThat(SplitRules.read(file)).containsExactly(plain);
  }

  @Test
  void ntu60() {
    List<SplitRule> rules = SplitRules.of("ntu-60");
    assertThat(rules)
        .extracting(SplitRule::split)
        .containsExactly(Split.CROSS_SUBJECT, Split.CROSS_VIEW);
    assertThat(rules.get(0).training()).hasSize(20);
    assertThat(trainingSubjects(rules.get(0), 40))
        .containsExactlyInAnyOrder(
            1, 2, 4, 5, 8, 9, 13, 14, 15, 16, 17, 18, 19, 25, 27, 28, 31, 34, 35, 38);
    assertThat(rules.get(1).training()).containsExactlyInAnyOrder("2", "3");
    assertThat(rules)
        .allSatisfy(
            rule -> assertThat(rule.expectedTrain() + rule.expectedTest()).isEqualTo(56_578));
  }

  @Test
  void ntu120() {
    List<SplitRule> rules = SplitRules.of("ntu-120");
    assertThat(rules)
        .extracting(SplitRule::split)
        .containsExactly(Split.CROSS_SUBJECT, Split.CROSS_SETUP);
    assertThat(trainingSubjects(rules.get(0), 106)).hasSize(53);
    assertThat(trainingSubjects(rules.get(0), 106).stream().filter(id -> id <= 40))
        .containsExactlyInAnyOrderElementsOf(trainingSubjects(SplitRules.of("ntu-60").get(0), 40));
    for (int setup = 1; setup <= 32; setup++) {
      ClipInfo info = new ClipInfo("c", 0, 1, 1, setup, 1);
      assertThat(rules.get(1).trains(info)).as("setup " + setup).isEqualTo(setup % 2 == 0);
    }
    assertThat(rules)
        .allSatisfy(
            rule -> assertThat(rule.expectedTrain() + rule.expectedTest()).isEqualTo(113_945));
  }

  @Test
  void nwUcla() {
    List<SplitRule> rules = SplitRules.of("nw-ucla");
    assertThat(rules)
        .extracting(SplitRule::split)
        .containsExactly(Split.CROSS_VIEW, Split.CROSS_SUBJECT);
    assertThat(rules)
        .allSatisfy(
            rule -> assertThat(rule.expectedTrain() + rule.expectedTest()).isEqualTo(1_484));
  }

  @Test
  void everyFieldIsLookedAt() {
    ClipInfo info = new ClipInfo("0002-L_007", 3, 11, 2, 5, 4);
    assertThat(SplitField.SUBJECT.of(info)).isEqualTo("11");
    assertThat(SplitField.CAMERA.of(info)).isEqualTo("2");
    assertThat(SplitField.SETUP.of(info)).isEqualTo("5");
    assertThat(SplitField.RECORDING.of(info)).isEqualTo("0002-L");
    assertThat(SplitField.CLIP.of(info)).isEqualTo("0002-L_007");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("", "empty"),
        Arguments.of("{", "no splits in JSON"),
        Arguments.of("[]", "no splits in JSON"),
        Arguments.of("{}", "splits must be a list, found null"),
        Arguments.of("{\"splits\": [3]}", "each split must be an object, found 3"),
        Arguments.of(
            rule("cross room", "subject", "[1]", ""), "split must be one of cross subject"),
        Arguments.of(
            rule("cross view", "height", "[1]", ""), "field must be one of subject, camera"),
        Arguments.of(rule("cross view", "camera", "[]", ""), "at least one value"),
        Arguments.of(rule("cross view", "camera", "7", ""), "training must be a list, found 7"),
        Arguments.of(rule("cross view", "camera", "[[1]]", ""), "numbers or names, found [1]"),
        Arguments.of(
            rule("cross view", "camera", "[1]", ", \"expected\": {\"train\": -1, \"test\": 2}"),
            "number of train clips"),
        Arguments.of(
            rule("cross view", "camera", "[1]", ", \"expected\": {\"train\": 1}"),
            "number of test clips"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongFileIsNamedWithItsFault(String json, String message) {
    assertThatThrownBy(() -> SplitRules.read("my.json", new StringReader(json)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageStartingWith("my.json: ")
        .hasMessageContaining(message);
  }

  @Test
  void aDifferenceFromTheExpectedCountsIsExplained() {
    SplitRule rule =
        new SplitRule(Split.CROSS_SUBJECT, SplitField.SUBJECT, Set.of("1", "2", "10"), 5, 1);
    List<SkeletonClip> clips =
        IntStream.rangeClosed(1, 4)
            .mapToObj(
                subject ->
                    Clips.random("c" + subject, 0, SkeletonLayout.NTU_25, 2, 1)
                        .withInfo(new ClipInfo("c" + subject, 0, subject, 1, 1, 1)))
            .toList();
    SkeletonDataset data =
        new SkeletonDataset(
            "d", SkeletonLayout.NTU_25, List.of("wave", "kick"), clips, List.of(rule));
    TrainTest halves =
        data.withSkipped(List.of(new SkippedFile("x", "bad"))).split(Split.CROSS_SUBJECT);
    assertThat(halves.notes())
        .containsExactly(
            "The literature counts 5 training and 1 test clips; here are 2 and 2.",
            "1 damaged files were left out.",
            "There is no clip of training subject 10.",
            "There is no clip of class 'kick'.");
    assertThat(halves.toString()).contains("NOTE: The literature counts 5");
    SplitRule fits = new SplitRule(Split.CROSS_SUBJECT, SplitField.SUBJECT, Set.of("1", "2"), 2, 2);
    assertThat(data.withSplits(List.of(fits)).split(Split.CROSS_SUBJECT).notes()).isEmpty();
  }

  private static String rule(String split, String field, String training, String more) {
    return "{\"splits\": [{\"split\": \"%s\", \"field\": \"%s\", \"training\": %s%s}]}"
        .formatted(split, field, training, more);
  }

  private static Set<Integer> trainingSubjects(SplitRule rule, int last) {
    return IntStream.rangeClosed(1, last)
        .filter(subject -> rule.trains(new ClipInfo("c", 0, subject, 1, 1, 1)))
        .boxed()
        .collect(Collectors.toSet());
  }
}
