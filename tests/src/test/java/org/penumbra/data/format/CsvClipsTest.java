package org.penumbra.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.Clips;
import org.penumbra.data.DamagedFiles;
import org.penumbra.data.Datasets;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.OpenOptions;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.SkeletonLayout;

class CsvClipsTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenReadsTheSame() {
    for (SkeletonLayout layout :
        List.of(OwnLayouts.five(), OwnLayouts.chain(), SkeletonLayout.NTU_25)) {
      for (long seed = 0; seed < 25; seed++) {
        SkeletonDataset written = random(seed, layout);
        Path file = folder.resolve("set " + seed + ".csv");
        CsvClips.write(written, file);
        SkeletonDataset read = CsvClips.read(file);
        assertThat(read.clips()).as("%s, seed %d", layout.name(), seed).isEqualTo(written.clips());
        assertThat(read.classNames()).isEqualTo(written.classNames());
        assertThat(read.layout()).isEqualTo(written.layout());
        assertThat(read.name()).isEqualTo("set " + seed);
      }
    }
  }

  @Test
  void hidingOnPurposeKeepsWhatTheSensorGuessed() {
    JointMask mask = JointMask.filled(2, 5, 1, JointState.OBSERVED);
    BitSet guessed = new BitSet();
    guessed.set(3);
    SkeletonClip plain = Clips.of("a", 0, OwnLayouts.five(), mask);
    SkeletonClip clip =
        SkeletonClip.of(plain.info(), plain.layout(), plain.toArray(), mask, guessed)
            .hide(JointMask.filled(2, 5, 1, JointState.OCCLUDED));
    CsvClips.write(set(List.of(clip)), folder.resolve("a.csv"));
    SkeletonClip read = CsvClips.read(folder.resolve("a.csv")).clip("a");
    assertThat(read).isEqualTo(clip);
    assertThat(read.isInferred(0, 3, 0)).isTrue();
    assertThat(read.mask().count(JointState.OCCLUDED)).isEqualTo(10);
  }

  @Test
  void aSetOfOnesOwnOpensByName() throws IOException {
    Files.writeString(
        folder.resolve("My-Set.csv"), "clip,frame,joint,x,y,z\na,0,nose,100,-50,300\n");
    assertThatThrownBy(() -> Datasets.open("my-set", folder))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("My-Set.layout.json")
        .hasMessageContaining("\"layout\": \"ntu-25\"");
    Files.writeString(
        folder.resolve("My-Set.layout.json"),
        "{\"layout\": \"coco-17\", \"units\": \"cm\", \"axes\": [\"x\", \"-y\", \"z\"]}");
    SkeletonDataset set = Datasets.open(" my-set ", folder);
    assertThat(set.name()).isEqualTo("My-Set");
    assertThat(set.clip("a").at(1, 0, 0, 0)).isEqualTo(0.5f);
    assertThatThrownBy(() -> Datasets.open("other", folder))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("My-Set")
        .hasMessageContaining("nw-ucla");
    Files.writeString(folder.resolve("my-set.csv"), "");
    assertThatThrownBy(() -> Datasets.open("my-set", folder))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("one file of this name")
        .hasMessageContaining("my-set.csv");
  }

  @Test
  void damagedClipsAreLeftOutWhenAskedFor() throws IOException {
    Files.writeString(folder.resolve("s.layout.json"), "{\"layout\": \"coco-17\"}");
    Files.writeString(
        folder.resolve("s.csv"), "clip,frame,joint,x,y,z\na,0,nose,1,1,1\nb,0,nose,1,?,1\n");
    var skip = OpenOptions.published().withDamaged(DamagedFiles.SKIP);
    SkeletonDataset set = Datasets.open("s", folder, skip);
    assertThat(set.clips()).extracting(SkeletonClip::name).containsExactly("a");
    assertThat(set.skipped()).hasSize(1);
    assertThatThrownBy(() -> Datasets.open("s", folder)).isInstanceOf(DataFormatException.class);
  }

  @Test
  void nothingIsLeftOfAFileThatCouldNotBeWritten() throws IOException {
    SkeletonClip empty =
        SkeletonClip.of(
            new ClipInfo("none", 0, 0, 0, 0, 0),
            OwnLayouts.five(),
            new float[0],
            JointMask.filled(0, 5, 1, JointState.OBSERVED));
    assertThatThrownBy(() -> CsvClips.write(set(List.of(empty)), folder.resolve("a.csv")))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("none of 0 frames");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
    assertThatThrownBy(() -> CsvClips.write(set(List.of()), folder.resolve("a.txt")))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("NAME.csv");
    assertThatThrownBy(() -> CsvClips.read(folder.resolve("gone.csv")))
        .isInstanceOf(DataNotFoundException.class);
  }

  private static SkeletonDataset set(List<SkeletonClip> clips) {
    return new SkeletonDataset("set", OwnLayouts.five(), List.of("only"), clips, List.of());
  }

  /** Clips of every kind, with coordinates of every size. */
  private static SkeletonDataset random(long seed, SkeletonLayout layout) {
    SplittableRandom random = RandomKey.of(seed).with("csv").generator();
    List<String> classNames = List.of("7", "sit, down", "sit, down", "\u732b");
    List<SkeletonClip> clips = new ArrayList<>();
    for (int n = 0; n < 6; n++) {
      int frames = 1 + random.nextInt(6);
      int bodies = 1 + random.nextInt(3);
      JointMask mask = Clips.mask(seed * 10 + n, frames, layout.size(), bodies);
      if (n == 1) {
        mask = JointMask.filled(frames, layout.size(), bodies, JointState.ABSENT);
      }
      float[] coordinates = new float[3 * frames * layout.size() * bodies];
      for (int i = 0; i < coordinates.length; i++) {
        float any = Float.intBitsToFloat(random.nextInt());
        coordinates[i] = Float.isFinite(any) ? any : -0f;
      }
      ClipInfo info =
          new ClipInfo(
              "clip \"" + n + "\", " + seed,
              random.nextInt(classNames.size()),
              random.nextInt(),
              random.nextInt(),
              random.nextInt(),
              random.nextInt());
      BitSet guessed = new BitSet();
      for (int i = 0; n % 2 == 0 && i < frames * layout.size() * bodies; i++) {
        guessed.set(i, random.nextInt(4) == 0);
      }
      clips.add(
          n < 3
              ? SkeletonClip.of(info, layout, coordinates, mask, guessed)
              : SkeletonClip.of(info, layout, coordinates, mask));
    }
    return new SkeletonDataset("set", layout, classNames, clips, List.of());
  }
}
