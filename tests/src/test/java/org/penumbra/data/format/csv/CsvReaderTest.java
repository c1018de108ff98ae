package org.penumbra.data.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.DamagedFiles;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.LayoutFile;
import org.penumbra.skeleton.SourceFrame;

class CsvReaderTest {
  private static final LayoutFile FIVE = LayoutFile.of(OwnLayouts.five());

  @Test
  void aClipWithEveryColumn() {
    SkeletonDataset set =
        read(
            """
            label,z,y,x,joint,body,frame,clip,state,subject,camera,setup,repetition,confidence
            wave,3,2.5,-1e-1,hip,0,0,a,observed,7,2,11,4,0.9
            wave,6,5,4,"right ""hand""\",0,0,a,inferred,7,2,11,4,0.1
            wave,9,8,7,3,0,0,a,occluded,7,2,11,4,0
            wave,,,,4,0,0,a,absent,7,2,11,4,
            wave,3,2,1,0,1,2,a,tracked,,,,,
            """);
    SkeletonClip clip = set.clip("a");
    assertThat(clip.info()).isEqualTo(new ClipInfo("a", 0, 7, 2, 11, 4));
    assertThat(set.classNames()).containsExactly("wave");
    assertThat(clip.mask().shape()).isEqualTo("(T 3, V 5, M 2)");
    assertThat(List.of(clip.at(0, 0, 0, 0), clip.at(1, 0, 0, 0), clip.at(2, 0, 0, 0)))
        .containsExactly(-0.1f, 2.5f, 3f);
    assertThat(clip.at(2, 0, 2, 0)).isEqualTo(6);
    assertThat(clip.hasTrackingState()).isTrue();
    assertThat(clip.isInferred(0, 2, 0)).isTrue();
    assertThat(clip.isInferred(0, 0, 0)).isFalse();
    assertThat(states(clip, 0, 0)).isEqualTo("OBSERVED OCCLUDED OBSERVED OCCLUDED ABSENT");
    assertThat(states(clip, 0, 1)).isEqualTo("ABSENT ABSENT ABSENT ABSENT ABSENT");
    assertThat(states(clip, 1, 0)).isEqualTo("ABSENT ABSENT ABSENT ABSENT ABSENT");
    assertThat(states(clip, 2, 1)).isEqualTo("OBSERVED OCCLUDED OCCLUDED OCCLUDED OCCLUDED");
  }

  @Test
  void labelsAreNamesOrNumbersThroughout() {
    SkeletonDataset tables = read(table("2.0", "10.0", "1"));
    assertThat(tables.labels()).containsExactly(2, 10, 1);
    assertThat(tables.classNames()).hasSize(11);
    for (String[] mixed : new String[][] {{"2", "10", "x"}, {"2", "-1", "1"}, {"2", "1.5", "1"}}) {
      assertThatThrownBy(() -> read(table(mixed)))
          .hasMessageContaining("column label")
          .hasMessageContaining("throughout");
    }
    assertThat(read(table("b", "a", "1O")).classNames()).containsExactly("1O", "a", "b");
  }

  private static String table(String... labels) {
    StringBuilder text = new StringBuilder("clip,frame,joint,x,y,z,label\n");
    for (int i = 0; i < labels.length; i++) {
      text.append((char) ('a' + i)).append(",0,0,1,2,3,").append(labels[i]).append('\n');
    }
    return text.toString();
  }

  @Test
  void whatIsMissingIsOccludedOrAbsent() {
    SkeletonDataset set =
        read(
            """
            clip,frame,joint,x,y,z,state
            a,0,0,1,2,3,
            a,0,1,,,,
            a,0,2,NaN,nan,NaN,
            a,0,3,1,2,NA,
            """);
    SkeletonClip clip = set.clip("a");
    assertThat(states(clip, 0, 0)).isEqualTo("OBSERVED OCCLUDED OCCLUDED OCCLUDED OCCLUDED");
    assertThat(clip.info()).isEqualTo(new ClipInfo("a", 0, 0, 0, 0, 0));
    assertThat(clip.hasTrackingState()).isFalse();
    assertThat(set.classNames()).containsExactly("unlabelled");
  }

  @Test
  void millimetresWithTheSecondAxisDownBecomeMetresWithYUp() {
    for (var layout : List.of(OwnLayouts.five(), OwnLayouts.chain())) {
      String text = "clip,frame,joint,x,y,z\na,0,0,1234.5,-800,2500\na,0,1,0,0.1,1\n";
      SkeletonClip clip = read(text, OwnLayouts.millimetresDown(layout)).clip("a");
      assertThat(clip.layout()).isEqualTo(layout);
      assertThat(List.of(clip.at(0, 0, 0, 0), clip.at(1, 0, 0, 0), clip.at(2, 0, 0, 0)))
          .containsExactly(1.2345f, 0.8f, 2.5f);
      assertThat(clip.at(1, 0, 1, 0)).isEqualTo(-0.0001f);
    }
  }

  @Test
  void axesMayChangePlaces() {
    LayoutFile file =
        new LayoutFile(OwnLayouts.five(), new SourceFrame(2, List.of("z", "-x", "y")), List.of());
    SkeletonClip clip = read("clip,frame,joint,x,y,z\na,0,0,1,2,3\n", file).clip("a");
    assertThat(List.of(clip.at(0, 0, 0, 0), clip.at(1, 0, 0, 0), clip.at(2, 0, 0, 0)))
        .containsExactly(-4f, 6f, 2f);
  }

  @Test
  void labelsAreNumbersOrNames() {
    assertThat(labels("2", "0")).isEqualTo("[2, 0] [class 0, class 1, class 2]");
    assertThat(labels("wave", "Jump up")).isEqualTo("[1, 0] [Jump up, wave]");
    LayoutFile listed =
        new LayoutFile(FIVE.layout(), FIVE.frame(), List.of("wave", "sit", "Jump up"));
    assertThat(labels(listed, "Jump up", "wave")).isEqualTo("[2, 0] [wave, sit, Jump up]");
    assertThat(labels(listed, "1", "2")).isEqualTo("[1, 2] [wave, sit, Jump up]");
    assertThatThrownBy(() -> labels(listed, "wav", "sit"))
        .hasMessageContaining("line 2, column label")
        .hasMessageContaining("[wave, sit, Jump up]")
        .hasMessageContaining("'wav'");
    assertThatThrownBy(() -> labels(listed, "0", "3"))
        .hasMessageContaining("line 3, column label")
        .hasMessageContaining("from 0 to 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void separatorsLineEndsMarksQuotesAndBlankLinesDoNotMatter(String separator) {
    String text = "clip,frame,body,joint,x,y,z\na b,0,0,1,1.5,2,3\na b,1,0,0,4,5,6\n";
    SkeletonDataset expected = read(text);
    String other = text.replace(",", separator);
    assertThat(read(other).clips()).isEqualTo(expected.clips());
    assertThat(read(other.replace("\n", "\r\n")).clips()).isEqualTo(expected.clips());
    assertThat(read("\uFEFF" + other).clips()).isEqualTo(expected.clips());
    assertThat(read("\n\r\n" + other.replace("\n", "\n\r\n") + "\n").clips())
        .isEqualTo(expected.clips());
    assertThat(read(other.replaceAll("([^\\n" + separator + "]+)", "\"$1\"")).clips())
        .isEqualTo(expected.clips());
    assertThat(read(other.replace(separator, " " + separator + "  ")).clips())
        .isEqualTo(expected.clips());
    assertThat(read(text.replaceFirst("clip,frame", "CLIP,Frame")).clips())
        .isEqualTo(expected.clips());
    assertThat(read(text.replace("0,0,1,", "0.0,0.0,1,")).clips()).isEqualTo(expected.clips());
  }

  @Test
  void namesMayHoldSeparatorsQuotesLineBreaksAndEveryLetter() {
    SkeletonDataset set =
        read("clip,frame,joint,x,y,z\n\"a,\"\"b\"\"\n\u00e9\u732b\",0,\"left, hand\",1,2,3\n");
    assertThat(set.clips().get(0).name()).isEqualTo("a,\"b\"\n\u00e9\u732b");
    assertThat(set.clips().get(0).at(0, 0, 1, 0)).isEqualTo(1);
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    long seed = 4;
    List<String> rows =
        new ArrayList<>(
            IntStream.range(0, 300)
                .mapToObj(
                    i ->
                        String.format(
                            Locale.ROOT,
                            "clip %d,%d,%d,%d,%d,1,2,%s",
                            i % 3,
                            i / 30,
                            i / 15 % 2,
                            i / 3 % 5,
                            i,
                            i % 3 == 0 ? "sit" : "go"))
                .toList());
    String header = "clip,frame,body,joint,x,y,z,label\n";
    SkeletonDataset expected = read(header + String.join("\n", rows) + "\n");
    Collections.shuffle(rows, new Random(seed));
    SkeletonDataset shuffled = read(header + String.join("\n", rows) + "\n");
    assertThat(shuffled.clips()).as("seed %d", seed).isEqualTo(expected.clips());
    assertThat(expected.clips()).hasSize(3);
    assertThat(expected.clip("clip 0").mask().count(JointState.OBSERVED)).isEqualTo(100);
  }

  @Test
  void aLongFileIsReadAcrossTheEdgesOfTheBuffer() {
    StringBuilder text = new StringBuilder("clip,frame,joint,x,y,z,comment\n");
    for (int i = 0; i < 5000; i++) {
      text.append("a,").append(i).append(",0,").append(i).append(",1,2,");
      text.append("\"").append("n\n".repeat(i % 37)).append("\"\n");
    }
    text.append("a,0,1,1,1,1,").append("x".repeat(200_000)).append("\n");
    SkeletonClip clip = read(text.toString()).clip("a");
    float[] xs = new float[5000];
    for (int t = 0; t < xs.length; t++) {
      xs[t] = clip.at(0, t, 0, 0) - t;
    }
    assertThat(clip.frames()).isEqualTo(5000);
    assertThat(Arrays.equals(xs, new float[5000])).isTrue();
  }

  private static String labels(String first, String second) {
    return labels(FIVE, first, second);
  }

  private static String labels(LayoutFile layout, String first, String second) {
    SkeletonDataset set =
        read(
            "clip,frame,joint,x,y,z,label\na,0,0,1,1,1,%s\nb,0,0,1,1,1,%s\n"
                .formatted(first, second),
            layout);
    return Arrays.toString(set.labels()) + " " + set.classNames();
  }

  private static String states(SkeletonClip clip, int frame, int body) {
    return String.join(
        " ",
        IntStream.range(0, 5).mapToObj(v -> clip.mask().state(frame, v, body).name()).toList());
  }

  private static SkeletonDataset read(String text) {
    return read(text, FIVE);
  }

  static SkeletonDataset read(String text, LayoutFile layout) {
    return read(text.getBytes(StandardCharsets.UTF_8), layout, DamagedFiles.REFUSE);
  }

  static SkeletonDataset read(byte[] text, LayoutFile layout, DamagedFiles damaged) {
    try {
      return CsvReader.read("mine", "mine.csv", new ByteArrayInputStream(text), layout, damaged);
    } catch (IOException never) {
      throw new AssertionError(never);
    }
  }
}
