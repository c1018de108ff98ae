package org.penumbra.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.DamagedFiles;
import org.penumbra.data.OpenOptions;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.SkippedFile;

/** Damaged PKU-MMD files: each one a message that says where and what. */
class PkuMmdDamageTest {
  private static final String SKELETONS = "Data/PKU_Skeleton_Renew/0002-M.txt";
  private static final String LABELS = "Label/Train_Label_PKU_final/0002-M.txt";
  private static final OpenOptions SKIP = OpenOptions.published().withDamaged(DamagedFiles.SKIP);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3,2,5|line 1|class,start,end,confidence|'3,2,5'
          3,2,5,2,7|line 1|class,start,end,confidence|'3,2,5,2,7'
          3,2,5,|line 1|whole number as confidence|''
          0,2,5,2|line 1|class from 1 to 51|found 0
          52,2,5,2|line 1|class from 1 to 51|found 52
          x,2,5,2|line 1|whole number as class|'x'
          3,2.5,5,2|line 1|whole number as start|'2.5'
          3,-2,5,2|line 1|whole number as start|'-2'
          3,2,9999999999,2|line 1|whole number as end|'9999999999'
          3,0,5,2|line 1|start from 1|0 to 5
          3,6,5,2|line 1|end not before it|6 to 5
          3,2,5,2\\n\\n4,1,2,2|line 2|class,start,end,confidence|''
          3,2,5,2\\n4,10,13,2|line 2|within the recording, which has 12|10 to 13
          ''|0002-M.txt|lines of class,start,end,confidence|none
          """)
  void aWrongLabelIsRefusedAndOnlyItsClipLeftOut(
      String labels, String place, String expected, String found) throws IOException {
    open(LABELS, labels.replace("\\n", "\n"));
    assertThatThrownBy(() -> new PkuMmd1().open(folder).inMemory())
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(LABELS)
        .hasMessageContaining(place)
        .hasMessageContaining(expected)
        .hasMessageContaining(found);
    SkeletonDataset left = new PkuMmd1().open(folder, SKIP);
    assertThat(left.skipped()).hasSize(1);
    assertThat(left.skipped().get(0).problem()).contains(expected, found);
    int whole = labels.split("\\\\n", -1).length - 1; // all lines but one
    assertThat(left.inMemory().size()).isEqualTo(5 + whole);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ' 0.000000\\n'|' 0.000000 1\\n'|line 1|150 numbers|more
          ' 0.000000\\n'|'\\n'|line 1|150 numbers|149
          ' 0.000000\\n'|' nan\\n'|line 1|finite number at position 150|'nan'
          ' 0.000000\\n'|' 1e39\\n'|line 1|finite number at position 150|'1e39'
          ' 0.000000\\n'|' 0,5\\n'|line 1|finite number at position 150|'0,5'
          ' 0.000000\\n'|' 0.000000\\n \\n'|line 2|150 numbers|a blank line
          """)
  void aWrongRecordingIsRefusedOrLeftOut(
      String right, String wrong, String place, String expected, String found) throws IOException {
    String good = PkuFiles.first().get(SKELETONS);
    String from = right.replace("\\n", "\n");
    int at = good.indexOf(from);
    open(
        SKELETONS,
        good.substring(0, at) + wrong.replace("\\n", "\n") + good.substring(at + from.length()));
    SkeletonDataset set = new PkuMmd1().open(folder);
    assertThat(set.size()).isEqualTo(7);
    assertThat(set.clip("0002-L_001").frames()).isEqualTo(4);
    assertThatThrownBy(() -> set.clip("0002-M_001"))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(SKELETONS)
        .hasMessageContaining(place)
        .hasMessageContaining(expected)
        .hasMessageContaining(found);
    SkeletonDataset left = new PkuMmd1().open(folder, SKIP);
    assertThat(left.inMemory().size()).isEqualTo(5);
    assertThat(left.skipped())
        .extracting(SkippedFile::place)
        .containsExactly(folder.resolve(SKELETONS).toString());
  }

  @Test
  void aRecordingCutOffAnywhereIsRefusedUnlessWholeFramesAreGone() {
    String text = PkuFiles.skeletons("x", 2);
    byte[] whole = text.getBytes(StandardCharsets.UTF_8);
    int first = text.indexOf('\n');
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      boolean legal = length == first || length == first + 1 || length == whole.length - 1;
      // A frame's line break may be followed by the blank that begins the next line.
      if (legal || length == first + 2) {
        assertThat(PkuRecording.parse("x.txt", cut).frames())
            .as("cut at %d", length)
            .isEqualTo(length < whole.length - 1 ? 1 : 2);
      } else {
        assertThatThrownBy(() -> PkuRecording.parse("x.txt", cut))
            .as("cut at %d", length)
            .isInstanceOf(DataFormatException.class)
            .hasMessageContaining("x.txt");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'a\\n0002-L, 0002-M, 0002-R\\nb\\n'|line 4|separated by commas|none
          'a\\n\\nb\\n0010-L\\n'|line 2|separated by commas|none
          ''|line 2|separated by commas|none
          'a\\n0002-L 0002-M\\nb\\n0010-L\\n'|line 2|recordings as 0002-L|'0002-L 0002-M'
          'a\\n0002-L\\nb\\n0010-\\n'|line 4|recordings as 0002-L|'0010-'
          'a\\n0002-L,0002-M,0002-R\\nb\\n0010-L,0002-M\\n'|.txt|to train or to test|0002-M in both
          """)
  void aWrongSplitIsRefused(String text, String place, String expected, String found)
      throws IOException {
    open("Split/cross-subject.txt", text.replace("\\n", "\n"));
    assertThatThrownBy(() -> new PkuMmd1().open(folder))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("cross-subject.txt")
        .hasMessageContaining(place)
        .hasMessageContaining(expected)
        .hasMessageContaining(found);
  }

  @Test
  void aRecordingInNeitherListIsSaidSo() throws IOException {
    open("Split/cross-subject.txt", "a\n0002-L,0002-M\nb\n0010-L\n");
    assertThatThrownBy(() -> new PkuMmd1().open(folder))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("0002-R.txt")
        .hasMessageContaining("cross-subject.txt")
        .hasMessageContaining("in neither");
    SkeletonDataset left = new PkuMmd1().open(folder, SKIP);
    assertThat(left.infos()).extracting(ClipInfo::camera).doesNotContain(3).hasSize(5);
    assertThat(left.skipped()).extracting(SkippedFile::place).containsExactly("0002-R.txt");
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    assertThatThrownBy(() -> new PkuMmd2().open(folder.resolve("gone")))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("gone, which does not exist")
        .hasMessageContaining("A01N01-L.txt");
    assertThat(new PkuMmd1().isIn(folder)).isFalse();
    Map<String, String> files = PkuFiles.first();
    files.keySet().removeIf(name -> name.startsWith("Label"));
    PkuFiles.write(folder, files);
    assertThat(new PkuMmd1().isIn(folder)).isFalse();
    assertThatThrownBy(() -> new PkuMmd1().open(folder))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("PKU_Skeleton_Renew")
        .hasMessageContaining("no label texts");
    PkuFiles.write(folder, PkuFiles.first());
    Files.delete(folder.resolve(LABELS));
    assertThatThrownBy(() -> new PkuMmd1().open(folder))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("0002-M.txt")
        .hasMessageContaining("a label text for each recording");
    Files.delete(folder.resolve(SKELETONS.replace("-M", "-R")));
    SkeletonDataset left = new PkuMmd1().open(folder, SKIP);
    assertThat(left.inMemory().size()).isEqualTo(3);
    assertThat(left.skipped()).hasSize(2);
  }

  private void open(String name, String content) throws IOException {
    Map<String, String> files = PkuFiles.first();
    files.put(name, content);
    PkuFiles.write(folder, files);
  }
}
