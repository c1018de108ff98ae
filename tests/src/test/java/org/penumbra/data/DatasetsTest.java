package org.penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.integrity.Manifest;
import org.penumbra.data.integrity.ManifestCheck;

class DatasetsTest {
  @TempDir Path folder;

  @Test
  void anUnknownNameListsTheKnownOnes() {
    assertThatThrownBy(() -> Datasets.open("imagenet", folder))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("nw-ucla")
        .hasMessageContaining("synthetic")
        .hasMessageContaining("'imagenet'");
  }

  @Test
  void aSetThatIsNotThereSaysWhereItWasSoughtAndHowToGetIt() {
    assertThatThrownBy(() -> Datasets.open("nw-ucla", folder))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("all_sqe");
    Path missing = folder.resolve("not/there");
    assertThatThrownBy(() -> Datasets.open("nw-ucla", missing))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining(missing + ", which does not exist");
  }

  @Test
  void aNameIsFoundInAnyLetterCaseAndWithBlanksAround() {
    assertThat(Datasets.open(" Synthetic ", folder).clips()).isNotEmpty();
    assertThatThrownBy(() -> Datasets.open(" NW-UCLA ", folder))
        .isInstanceOf(DataNotFoundException.class);
    assertThatThrownBy(() -> Datasets.open(null, folder))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("found null");
  }

  @Test
  void theListHasEverySetWithWhatToDo() {
    var table = Datasets.list();
    assertThat(table.stringColumn("data set").asList()).contains("nw-ucla", "synthetic");
    assertThat(table.stringColumn("how to get it").asList()).noneMatch(String::isBlank);
    int synthetic = table.stringColumn("data set").asList().indexOf("synthetic");
    assertThat(table.stringColumn("there").get(synthetic)).isEqualTo("yes");
  }

  @Test
  void theSetWithoutANameIsTheSmallSyntheticOne() {
    assertThat(Datasets.DEFAULT_NAME).isEqualTo("synthetic-small");
    assertThat(Datasets.open(Datasets.DEFAULT_NAME, folder).name()).isEqualTo("synthetic-small");
  }

  @Test
  void filesAreVerifiedAgainstTheManifestBesideThem() throws IOException {
    Path clips = Files.createDirectories(folder.resolve("nw-ucla/all_sqe"));
    Files.writeString(clips.resolve("a01_s01_e00_v01.json"), "one");
    Files.writeString(clips.resolve("a02_s01_e00_v01.json"), "two");
    ManifestCheck shipped = Datasets.verify("nw-ucla", folder);
    assertThat(shipped.passed()).as("made-up clips are not the real ones").isFalse();
    assertThat(shipped.missing()).hasSize(1482);
    assertThat(shipped.changed()).hasSize(2);

    Manifest.of(folder.resolve("nw-ucla")).write(folder.resolve("nw-ucla.manifest"));
    assertThat(Datasets.verify("NW-UCLA", folder).passed())
        .as("the user's own goes first")
        .isTrue();
    Files.writeString(clips.resolve("a02_s01_e00_v01.json"), "changed");
    assertThat(Datasets.verify("nw-ucla", folder).changed())
        .containsExactly("all_sqe/a02_s01_e00_v01.json");
  }

  @Test
  void whatCannotBeVerifiedSaysWhy() throws IOException {
    assertThatThrownBy(() -> Datasets.verify("synthetic", folder))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("No files of synthetic");
    assertThatThrownBy(() -> Datasets.verify("imagenet", folder))
        .isInstanceOf(InvalidOptionException.class);
    Files.createDirectories(folder.resolve("nturgb+d_skeletons"));
    assertThatThrownBy(() -> Datasets.verify("ntu-60", folder))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("no manifest of ntu-60")
        .hasMessageContaining("Manifest.of(");
  }
}
