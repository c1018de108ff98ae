package org.penumbra.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.Datasets;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.data.SplitField;
import org.penumbra.data.SplitRule;

/** The example of datasets/README.md does what that page says. */
class OwnSkeletonsPageTest {
  @TempDir Path folder;

  @Test
  void theExampleOfThePageWorks() throws IOException {
    String page =
        Files.readString(Path.of(System.getProperty("penumbra.root"), "datasets/README.md"));
    String section = page.substring(page.indexOf("## Your own skeletons"));
    String[] blocks = section.split("```(json|java)?\n", -1);
    Files.writeString(folder.resolve("gestures.csv"), blocks[1]);
    Files.writeString(folder.resolve("gestures.layout.json"), blocks[3]);

    SkeletonDataset set = Datasets.open("gestures", folder);
    assertThat(set.size()).isEqualTo(2);
    assertThat(set.classNames()).containsExactly("rest", "wave");
    SkeletonClip wave = set.clip("wave-01");
    assertThat(wave.mask().shape()).isEqualTo("(T 2, V 5, M 1)");
    assertThat(wave.mask().count(JointState.OCCLUDED)).isEqualTo(1);
    assertThat(set.clip("rest-01").mask().count(JointState.OCCLUDED)).isEqualTo(3);
    // In metres, the hand is raised above the shoulder, and left is at the smaller x.
    assertThat(wave.at(1, 1, 4, 0)).isEqualTo(0.7f);
    assertThat(wave.at(1, 1, 2, 0)).isEqualTo(0.4f);
    assertThat(wave.at(0, 1, 1, 0)).isEqualTo(-0.18f).isLessThan(wave.at(0, 1, 2, 0));
    assertThat(set.layout().mirror()).containsExactly(0, 2, 1, 4, 3);

    var split =
        set.withSplits(List.of(SplitRule.of(Split.CROSS_SUBJECT, SplitField.SUBJECT, List.of(1))))
            .split(Split.CROSS_SUBJECT);
    assertThat(split.train().infos().get(0).name()).isEqualTo("wave-01");
  }
}
