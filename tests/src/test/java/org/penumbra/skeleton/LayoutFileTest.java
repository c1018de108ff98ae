package org.penumbra.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.PenumbraException;

class LayoutFileTest {
  private static final String SHORT =
      """
      {"name": "five", "joints": ["hip", "left shoulder", "right shoulder", "leftHand", "rightHand"],
       "bones": [["left shoulder", "hip"], ["right shoulder", "hip"],
                 ["leftHand", "left shoulder"], ["rightHand", "right shoulder"]],
       "centre": "hip"}
      """;

  @TempDir Path folder;

  @Test
  void aBuiltInLayoutByNameWithUnitsAndAxes() throws IOException {
    LayoutFile file = read("{'layout': 'coco-17', 'units': 'mm', 'axes': ['-x', '-y', 'z']}");
    assertThat(file.layout()).isEqualTo(SkeletonLayout.named("coco-17"));
    assertThat(file.frame()).isEqualTo(new SourceFrame(0.001, List.of("-x", "-y", "z")));
    assertThat(file.classNames()).isEmpty();
    assertThat(read("{'layout': 'ntu-25'}")).isEqualTo(LayoutFile.of(SkeletonLayout.NTU_25));
    assertThat(read("{'layout': 'ntu-25', 'units': 0.3048}").frame().metresPerUnit())
        .isEqualTo(0.3048);
    assertThat(read("{'layout': 'ntu-25', 'units': ' CM '}").frame().metresPerUnit())
        .isEqualTo(0.01);
  }

  @Test
  void sidesShouldersAndPartsFollowFromNamesWhereTheyAreNotSaid() throws IOException {
    SkeletonLayout layout = read(SHORT).layout();
    assertThat(layout.mirror()).containsExactly(0, 2, 1, 4, 3);
    assertThat(List.of(layout.leftShoulder(), layout.rightShoulder())).containsExactly(1, 2);
    assertThat(layout.parts()).containsExactly(new BodyPart("body", List.of(0, 1, 2, 3, 4)));
  }

  @Test
  void aLayoutInAFileBesideItKeepsItsUnitsUnlessOthersAreGiven() throws IOException {
    Files.writeString(
        folder.resolve("five.json"),
        SHORT.replace("\"centre\"", "\"units\": \"cm\", \"classes\": [\"a\"], \"centre\""));
    LayoutFile file = read("{'layout': 'five.json', 'axes': ['x', '-y', 'z']}");
    assertThat(file.layout().name()).isEqualTo("five");
    assertThat(file.frame()).isEqualTo(new SourceFrame(0.01, List.of("x", "-y", "z")));
    assertThat(file.classNames()).containsExactly("a");
    assertThat(read("{'layout': 'five.json', 'units': 'm'}").frame().metresPerUnit()).isEqualTo(1);
  }

  @Test
  void whatIsWrittenReadsTheSame() throws IOException {
    Path file = folder.resolve("copy.json");
    SourceFrame frame = new SourceFrame(0.001, List.of("z", "-y", "x"));
    for (SkeletonLayout layout : List.of(SkeletonLayout.NTU_25, read(SHORT).layout())) {
      LayoutFile written = new LayoutFile(layout, frame, List.of("b", "a", "\u00e9 \"<1>\""));
      written.write(file);
      assertThat(LayoutFile.read(file)).isEqualTo(written);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'layout': 'ntu-26'}|[ntu-25, kinect-20, coco-17, h36m-17]|'ntu-26'
          {'layout': 7}|layout must be text|7
          {'layout': 'ntu-25', 'unit': 'mm'}|units|'unit'
          {'layout': 'ntu-25', 'units': 'inch'}|"m", "cm", "mm"|inch
          {'layout': 'ntu-25', 'units': true}|"m", "cm", "mm"|true
          {'layout': 'ntu-25', 'units': -1}|above 0|-1
          {'layout': 'ntu-25', 'axes': ['x', 'x', 'z']}|x, y and z once each|[x, x, z]
          {'layout': 'ntu-25', 'axes': 'xyz'}|axes must be a list|xyz
          {'layout': 'ntu-25', 'axes': [1, 2, 3]}|axes must be text|1
          {'layout': 'ntu-25', 'classes': {}}|classes must be a list|{}
          {'layout': 'ntu-25', 'joints': []}|either 'layout' or 'joints'|both
          {'units': 'mm'}|'joints' is missing|joints
          ['ntu-25']|no layout in JSON|JSON
          {'layout': |no layout in JSON|JSON
          """)
  void aWrongFileIsRefusedWithItsName(String json, String expected, String found) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("mine.layout.json")
        .hasMessageContaining(expected)
        .hasMessageContaining(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rightHand|rightPalm|'mirror' is missing and 'leftHand' has no counterpart
          left shoulder|l shoulder|'shoulders' is missing
          "centre"|"parts": {"a": ["hip"]}, "centre"|parts that hold joint 1
          "leftHand", "rightHand"],|"leftHand", "leftHand"],|rightHand
          "centre"|"shoulders": ["hip", "tail"], "centre"|tail
          "five"|5|name must be text
          """)
  void aWrongLayoutIsRefusedByName(String right, String wrong, String named) {
    assertThat(SHORT).contains(right);
    assertThatThrownBy(() -> read(SHORT.replace(right, wrong)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("mine.layout.json")
        .hasMessageContaining(named);
  }

  @Test
  void sidesAreNeverGuessedAway() {
    String oneSided =
        SHORT
            .replace("leftHand", "hand one")
            .replace("rightHand", "hand two")
            .replace("left shoulder", "a")
            .replace("right shoulder", "b")
            .replace("\"centre\"", "\"shoulders\": [\"a\", \"b\"], \"centre\"");
    assertThatThrownBy(() -> read(oneSided)).hasMessageContaining("or [] if there are none");
    assertThatThrownBy(() -> read(oneSided.replace("hand one", "right knee")))
        .hasMessageContaining("write the pairs");
    assertThat(parsed(oneSided.replace("\"centre\"", "\"mirror\": [], \"centre\"")).mirror())
        .containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void aFileThatIsNotThereOrNoTextIsSaidSo() throws IOException {
    Path missing = folder.resolve("gone.layout.json");
    assertThatThrownBy(() -> LayoutFile.read(missing))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining(missing.toString())
        .hasMessageContaining("\"layout\": \"ntu-25\"");
    Path binary = Files.write(folder.resolve("b.json"), new byte[] {(byte) 0xff, 1, 2});
    assertThatThrownBy(() -> LayoutFile.read(binary))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> LayoutFile.read(folder)).isInstanceOf(DataFormatException.class);
    assertThatThrownBy(() -> read("{'layout': 'gone.json'}"))
        .isInstanceOf(DataNotFoundException.class);
    Files.writeString(folder.resolve("loop.json"), "{\"layout\": \"loop.json\"}");
    assertThatThrownBy(() -> LayoutFile.read(folder.resolve("loop.json")))
        .isInstanceOf(DataFormatException.class);
  }

  @Test
  void aFileCutOffAnywhereIsRefused() throws IOException {
    byte[] whole = SHORT.strip().getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      Path file = Files.write(folder.resolve("cut.json"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> LayoutFile.read(file))
          .as("cut at %d", length)
          .isInstanceOf(PenumbraException.class)
          .hasMessageContaining("cut.json");
    }
  }

  @Test
  void theJointOrdersOfTheFieldAreBuiltIn() {
    // Parents of Human3.6M's 17 joints, and COCO's key points, as public code lists them.
    SkeletonLayout human36m = SkeletonLayout.named("h36m-17");
    assertThat(human36m.parents())
        .containsExactly(0, 0, 1, 2, 0, 4, 5, 0, 7, 8, 9, 8, 11, 12, 8, 14, 15);
    assertThat(human36m.mirror())
        .containsExactly(0, 4, 5, 6, 1, 2, 3, 7, 8, 9, 10, 14, 15, 16, 11, 12, 13);
    SkeletonLayout coco = SkeletonLayout.named("coco-17");
    assertThat(coco.joints().stream().map(Joint::name).toList())
        .startsWith("nose", "left eye", "right eye", "left ear", "right ear", "left shoulder")
        .endsWith("right knee", "left ankle", "right ankle");
    assertThat(coco.mirror())
        .containsExactly(0, 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11, 14, 13, 16, 15);
    assertThat(SkeletonLayout.builtIn()).allSatisfy(l -> assertThat(l.parts().size()).isEqualTo(5));
  }

  private static SkeletonLayout parsed(String json) {
    return LayoutFile.parse(Path.of("mine.layout.json"), json, true).layout();
  }

  private LayoutFile read(String json) throws IOException {
    return LayoutFile.read(
        Files.writeString(folder.resolve("mine.layout.json"), json.replace('\'', '"')));
  }
}
