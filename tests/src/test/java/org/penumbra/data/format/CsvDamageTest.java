package org.penumbra.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.DamagedFiles;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.LayoutFile;

/** Damaged CSV files: each one a message that says where and what. */
class CsvDamageTest {
  private static final LayoutFile LAYOUT = LayoutFile.of(OwnLayouts.five());
  private static final String GOOD =
      """
      clip,frame,body,joint,x,y,z,state,label,subject
      a,0,0,hip,1.25,2.25,3.25,observed,wave,3
      a,0,0,left shoulder,1,2,3,inferred,wave,3
      a,1,1,hip,4,5,6,tracked,wave,3
      b,0,0,hip,7,8,9.5,observed,sit,4
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a,0,0,hip|,0,0,hip|line 2, column clip|the clip's name|nothing
          a,0,0,hip|a,-1,0,hip|line 2, column frame|between 0 and 99999|'-1'
          a,0,0,hip|a,100000,0,hip|line 2, column frame|between 0 and 99999|'100000'
          a,0,0,hip|a,99999999999999,0,hip|line 2, column frame|whole number|'99999999999999'
          a,0,0,hip|a,1.5,0,hip|line 2, column frame|whole number|'1.5'
          a,0,0,hip|a,,0,hip|line 2, column frame|whole number|nothing
          a,0,0,hip|a,0,16,hip|line 2, column body|between 0 and 15|'16'
          a,0,0,hip|a,0,0,tail|line 2, column joint|[hip, left, hand,|'tail'
          a,0,0,hip|a,0,0,5|line 2, column joint|0 to 4|'5'
          1.25|1,25|line 2|10 columns|found 11
          1.25|~"1,25"~|line 2, column x|decimal point|'1,25'
          2.25|two|line 2, column y|a number|'two'
          3.25|inf|line 2, column z|a number|'inf'
          3.25|1e40|line 2, column z|float can hold|'1e40'
          3.25|0x1p3|line 2, column z|a number|'0x1p3'
          3.25|1f|line 2, column z|a number|'1f'
          3.25|3.2.5|line 2, column z|a number|'3.2.5'
          3.25|-|line 2, column z|a number|'-'
          3.25|.|line 2, column z|a number|'.'
          3.25|1e|line 2, column z|a number|'1e'
          1.25||line 2, column state|occluded or absent where|'observed'
          inferred|guessed|line 3, column state|observed, inferred|'guessed'
          wave,3\\na,1|walk,3\\na,1|line 3, column label|'wave' as in the first|'walk'
          wave,3\\na,1|wave,33\\na,1|line 3, column subject|'3' as in the first|'33'
          wave,3\\na,1|wave,three\\na,1|line 3, column subject|'3' as in|'three'
          sit,4|sit,four|line 5, column subject|a whole number|'four'
          sit,4|sit,2147483648|line 5, column subject|a whole number|'2147483648'
          sit,4|,4|mine.csv|a label for each clip|none for 'b'
          left shoulder|0|line 3|one line for each joint|joint 'hip' also on line 2
          ,6,tracked|,6|line 4|10 columns|found 9
          clip,|name,|line 1|[clip, frame, joint, x, y, z]|none called clip
          clip,|x,|line 1|two columns|called x
          clip,frame,body,joint,x,y,z,state,label,subject|clip|line 1|separated by comma|none
          b,0,0,hip,7|~"b,0,0,hip,7~|line 5|a quote is opened|never closed
          b,0,0,hip,7|~b"c,0,0,hip"d,7~|line 5|column 1|a quote inside
          b,0,0,hip,7|~"b"c,0,0,hip,7~|line 5|column 1|after the closing quote
          """)
  void aWrongFileIsRefusedWithPlaceExpectedAndFound(
      String right, String wrong, String place, String expected, String found) {
    String from = right.replace("\\n", "\n");
    assertThat(GOOD).contains(from);
    String text = GOOD.replace(from, wrong == null ? "" : wrong.replace("\\n", "\n"));
    assertThatThrownBy(() -> CsvReaderTest.read(text, LAYOUT))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("mine.csv")
        .hasMessageContaining(place)
        .hasMessageContaining(expected)
        .hasMessageContaining(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n\r\n", "\uFEFF"})
  void anEmptyFileIsRefused(String text) {
    assertThatThrownBy(() -> CsvReaderTest.read(text, LAYOUT))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("mine.csv");
  }

  @Test
  void columnsWithoutLinesAreRefused() {
    String header = GOOD.substring(0, GOOD.indexOf('\n') + 1);
    assertThatThrownBy(() -> CsvReaderTest.read(header, LAYOUT))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("expected lines after the column names, found none");
  }

  @Test
  void otherEncodingsAndLineEndsAreNamed() {
    assertThatThrownBy(() -> read(GOOD.getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("line 1")
        .hasMessageContaining("UTF-16");
    assertThatThrownBy(
            () -> read(GOOD.replace("b,", "\u00e9,").getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("line 5, clip")
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> CsvReaderTest.read(GOOD.replace('\n', '\r') + "\n", LAYOUT))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("carriage return");
  }

  @Test
  void aFileCutOffAnywhereIsRefusedUnlessWholeLinesAreGone() {
    byte[] whole = GOOD.getBytes(StandardCharsets.UTF_8);
    int lines = 0;
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      boolean wholeLines = length > 0 && whole[length - 1] == '\n';
      lines += wholeLines ? 1 : 0;
      if (wholeLines && lines > 1) {
        assertThat(read(cut).size()).as("cut at %d", length).isEqualTo(1);
      } else {
        assertThatThrownBy(() -> read(cut))
            .as("cut at %d", length)
            .isInstanceOf(DataFormatException.class)
            .hasMessageContaining("mine.csv");
      }
    }
    assertThat(lines).isEqualTo(4);
    assertThatThrownBy(() -> read(GOOD.strip().getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("line 5")
        .hasMessageContaining("add a line break at its end");
  }

  @Test
  void aSmallFileCannotAskForAllMemory() {
    StringBuilder text = new StringBuilder("clip,frame,body,joint,x,y,z\n");
    for (int i = 0; i < 50; i++) {
      text.append(i).append(",99999,15,0,1,1,1\n");
    }
    assertThatThrownBy(() -> CsvReaderTest.read(text.toString(), LAYOUT))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("without huge gaps")
        .hasMessageContaining("50 lines");
    assertThatThrownBy(() -> CsvReaderTest.read("x".repeat(3_000_000), LAYOUT))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("at most 1 MiB");
    assertThatThrownBy(
            () -> CsvReaderTest.read("clip,frame,joint,x,y,z,label\na,0,0,1,1,1,99999\n", LAYOUT))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("a class from 0 to 9999");
  }

  @Test
  void clipsWithWrongLinesCanBeLeftOut() {
    String text = GOOD.replace("7,8,9.5", "7,eight,9.5") + "c,0,0,hip,1,1,1,,sit,1\n";
    String twice = text + "d,0,0,hip,1,1,1,,go,1\nd,0,0,hip,1,1,1,,go,1\n";
    SkeletonDataset set =
        CsvReaderTest.read(twice.getBytes(StandardCharsets.UTF_8), LAYOUT, DamagedFiles.SKIP);
    assertThat(set.clips()).extracting(clip -> clip.name()).containsExactly("a", "c");
    assertThat(set.skipped()).hasSize(2);
    assertThat(set.skipped().get(0).place()).isEqualTo("mine.csv, clip b");
    assertThat(set.skipped().get(0).problem()).contains("line 5, column y", "'eight'");
    assertThat(set.skipped().get(1).problem()).contains("line 8", "also on line 7");
    assertThat(set.toString()).contains("2 damaged files");
    assertThatThrownBy(
            () ->
                CsvReaderTest.read(
                    "clip,frame,joint,x,y,z\na,0,tail,1,1,1\n".getBytes(StandardCharsets.UTF_8),
                    LAYOUT,
                    DamagedFiles.SKIP))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("no clip is whole")
        .hasMessageContaining("'tail'");
  }

  private static SkeletonDataset read(byte[] text) {
    return CsvReaderTest.read(text, LAYOUT, DamagedFiles.REFUSE);
  }
}
