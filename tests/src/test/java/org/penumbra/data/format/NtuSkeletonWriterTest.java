package org.penumbra.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.data.BodySelection;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.Clips;
import org.penumbra.data.Datasets;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.NtuName;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.synthetic.SyntheticActions;

class NtuSkeletonWriterTest {
  private static final long SEED = 20_262;
  private static final ClipInfo INFO = NtuName.parse(NtuFiles.NAME).info();

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBackEqualWhateverTheStates() {
    for (int n = 0; n < 300; n++) {
      SkeletonClip clip = random(n);
      byte[] file = NtuSkeletonWriter.bytes(clip);
      for (JointMarker marker : JointMarker.values()) {
        assertThat(read(file, BodySelection.FIRST_IN_FILE, marker))
            .as("seed %d, clip %d, %s", SEED, n, marker)
            .isEqualTo(clip);
      }
      if (clip.bodies() == 1) {
        assertThat(read(file, BodySelection.MOST_ENERGETIC, JointMarker.TRACKING_STATE))
            .as("seed %d, clip %d", SEED, n)
            .isEqualTo(clip);
      }
    }
  }

  /** Any states, but no gap before the second body and somebody in the last slot. */
  private static SkeletonClip random(int number) {
    SplittableRandom random = RandomKey.of(SEED).with(number).generator();
    int bodies = random.nextInt(1, 3);
    int frames = random.nextInt(1, 9);
    JointMask.Builder mask = JointMask.builder(frames, 25, bodies);
    BitSet inferred = new BitSet();
    float[] coordinates = new float[3 * frames * 25 * bodies];
    for (int t = 0; t < frames; t++) {
      int present = t == 0 ? bodies : random.nextInt(bodies + 1);
      for (int v = 0; v < 25; v++) {
        for (int m = 0; m < bodies; m++) {
          boolean hidden = random.nextInt(4) == 0;
          JointState there = hidden ? JointState.OCCLUDED : JointState.OBSERVED;
          mask.set(t, v, m, m < present ? there : JointState.ABSENT);
          inferred.set((t * 25 + v) * bodies + m, !hidden && m < present && random.nextBoolean());
        }
      }
    }
    for (int i = 0; i < coordinates.length; i++) {
      float any = Float.intBitsToFloat(random.nextInt());
      coordinates[i] =
          Float.isFinite(any) && random.nextBoolean() ? any : (float) random.nextDouble(-3, 3);
    }
    return random.nextInt(4) == 0
        ? SkeletonClip.of(INFO, SkeletonLayout.NTU_25, coordinates, mask.build())
        : SkeletonClip.of(INFO, SkeletonLayout.NTU_25, coordinates, mask.build(), inferred);
  }

  @Test
  void allFloatsOfAClipSurvive() {
    float[] special = {
      0f, -0f, Float.MIN_VALUE, -Float.MIN_NORMAL, Float.MAX_VALUE, 1e-10f, 16777216f, 2e-3f
    };
    float[] coordinates = new float[75];
    for (int i = 0; i < 75; i++) {
      coordinates[i] = special[i % special.length];
    }
    JointMask all = JointMask.filled(1, 25, 1, JointState.OBSERVED);
    SkeletonClip clip =
        SkeletonClip.of(INFO, SkeletonLayout.NTU_25, coordinates, all, new BitSet());
    SkeletonClip back =
        read(
            NtuSkeletonWriter.bytes(clip), BodySelection.FIRST_IN_FILE, JointMarker.TRACKING_STATE);
    for (int i = 0; i < 75; i++) {
      assertThat(Float.floatToRawIntBits(back.toArray()[i]))
          .isEqualTo(Float.floatToRawIntBits(coordinates[i]));
    }
  }

  @Test
  void theFileHasTheFormOfTheOriginals() {
    JointMask.Builder some = JointMask.builder(2, 25, 2).fill(JointState.ABSENT);
    for (int v = 0; v < 25; v++) {
      some.set(1, v, 0, v == 3 ? JointState.OCCLUDED : JointState.OBSERVED);
    }
    BitSet inferred = new BitSet();
    inferred.set((25 + 4) * 2);
    float[] coordinates = new float[3 * 2 * 25 * 2];
    Arrays.fill(coordinates, 0.5f);
    SkeletonClip clip =
        SkeletonClip.of(INFO, SkeletonLayout.NTU_25, coordinates, some.build(), inferred);
    String text = new String(NtuSkeletonWriter.bytes(clip), StandardCharsets.US_ASCII);
    String[] lines = text.split("\r\n", -1);
    assertThat(lines).hasSize(1 + 1 + 1 + 2 + 25 + 1);
    assertThat(lines).startsWith("2", "0", "1").endsWith("");
    assertThat(lines[3].split(" ", -1)).hasSize(10);
    assertThat(lines[4]).isEqualTo("25");
    assertThat(lines[5]).isEqualTo("0.5 0.5 0.5 0 0 0 0 0 0 0 0 2");
    assertThat(lines[8]).isEqualTo("0 0 0 0 0 0 0 0 0 0 0 0");
    assertThat(lines[9]).isEqualTo("0.5 0.5 0.5 0 0 0 0 0 0 0 0 1");
  }

  @Test
  void aSecondBodyAloneIsFirstInFileButKeepsItsId() {
    JointMask.Builder mask = JointMask.builder(3, 25, 2);
    for (int v = 0; v < 25; v++) {
      mask.set(1, v, 0, JointState.ABSENT);
    }
    float[] coordinates = new float[3 * 3 * 25 * 2];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = i % 2 == 0 ? i / 50 : 7; // the first moves, the second does not
    }
    SkeletonClip clip =
        SkeletonClip.of(INFO, SkeletonLayout.NTU_25, coordinates, mask.build(), new BitSet());
    byte[] file = NtuSkeletonWriter.bytes(clip);
    SkeletonClip first = read(file, BodySelection.FIRST_IN_FILE, JointMarker.TRACKING_STATE);
    assertThat(first.at(0, 1, 0, 0)).isEqualTo(7);
    assertThat(first.mask().state(1, 0, 1)).isEqualTo(JointState.ABSENT);
    assertThat(read(file, BodySelection.MOST_ENERGETIC, JointMarker.TRACKING_STATE))
        .isEqualTo(clip);
  }

  @Test
  void hiddenJointsAreHiddenAfterReading() {
    SkeletonClip clip = Clips.random("x", 3, SkeletonLayout.NTU_25, 2, 1).withInfo(INFO);
    JointMask hidden = JointMask.builder(2, 25, 1).set(1, 5, 0, JointState.OCCLUDED).build();
    SkeletonClip occluded = clip.hide(hidden);
    for (JointMarker marker : JointMarker.values()) {
      SkeletonClip back =
          read(NtuSkeletonWriter.bytes(occluded), BodySelection.FIRST_IN_FILE, marker);
      assertThat(back).isEqualTo(occluded);
      assertThat(back.truth()).isEmpty();
    }
  }

  @Test
  void aWholeSetGoesThroughFolderAndZip() throws IOException {
    SkeletonDataset data =
        SyntheticActions.standard().withActions(3).withSubjects(3).withFrames(5, 9).generate();
    Path set = folder.resolve("plain/ntu-60");
    NtuSkeletonWriter.write(data, set);
    SkeletonDataset back = Datasets.open("ntu-60", folder.resolve("plain"));
    assertThat(back.isInMemory()).isFalse();
    assertThat(back.clips()).isEqualTo(data.clips());
    assertThat(back.split(Split.CROSS_VIEW).test().clips())
        .isEqualTo(data.split(Split.CROSS_VIEW).test().clips());
    Map<String, byte[]> files = new TreeMap<>();
    for (ClipInfo info : data.infos()) {
      String file = info.name() + ".skeleton";
      files.put("nturgb+d_skeletons/" + file, Files.readAllBytes(set.resolve(file)));
    }
    assertThat(set.toFile().list()).hasSize(data.size());
    Path packed = Files.createDirectory(folder.resolve("packed"));
    UclaFiles.archive(packed.resolve("nturgbd_skeletons_s001_to_s017.zip"), files);
    assertThat(Datasets.open("NTU-60", packed).inMemory().clips()).isEqualTo(data.clips());
    assertThat(Datasets.open("ntu-60", packed).clips()).isEqualTo(data.clips());
  }

  @Test
  void whatTheFormatCannotHoldIsRefused() {
    SkeletonClip kinect = Clips.random("x", 3, SkeletonLayout.KINECT_20, 2, 1).withInfo(INFO);
    assertRefused(kinect, "layout of clip " + NtuFiles.NAME, "ntu-25", "'kinect-20'");
    SkeletonClip three = Clips.random("x", 3, SkeletonLayout.NTU_25, 2, 3).withInfo(INFO);
    assertRefused(three, "bodies of clip", "between 1 and 2", "found 3");
    SkeletonClip none = Clips.random("x", 3, SkeletonLayout.NTU_25, 0, 1).withInfo(INFO);
    assertRefused(none, "frames of clip", "between 1 and 100000", "found 0");
    SkeletonClip unnamed = Clips.random("walk", 3, SkeletonLayout.NTU_25, 2, 1);
    assertRefused(unnamed, "clip name", "like S001C001P001R001A001", "withInfo", "walk");
    SkeletonClip contrary = unnamed.withInfo(new ClipInfo(NtuFiles.NAME, 9, 3, 2, 1, 1));
    assertRefused(contrary, "clip name", "label=9");
    JointMask part = JointMask.builder(2, 25, 1).set(1, 7, 0, JointState.ABSENT).build();
    SkeletonClip partly = Clips.of("x", 3, SkeletonLayout.NTU_25, part).withInfo(INFO);
    assertRefused(partly, "body 0 in frame 1", "with all joints or with none", "joint 7");
    assertThat(folder).isEmptyDirectory();
  }

  private void assertRefused(SkeletonClip clip, String... parts) {
    assertThatThrownBy(() -> NtuSkeletonWriter.write(clip, folder))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContainingAll(parts);
  }

  private static SkeletonClip read(byte[] file, BodySelection bodies, JointMarker marker) {
    return NtuSkeletonFile.read(INFO, "clip", file, new NtuOptions(bodies, marker));
  }
}
