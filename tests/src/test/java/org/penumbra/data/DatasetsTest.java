package org.penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;

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
}
