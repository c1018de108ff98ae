package org.penumbra.data.format.ntu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringTokenizer;
import java.util.stream.Stream;
import org.penumbra.data.BodySelection;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.fuzz.FuzzTarget;
import org.penumbra.data.fuzz.ReaderFuzz;

/** Damaged {@code .skeleton} files. */
class NtuFuzzTest extends ReaderFuzz {
  @Override
  protected Stream<FuzzTarget> readers() {
    return Stream.of(ntu());
  }

  private static FuzzTarget ntu() {
    ClipInfo info = NtuClipFiles.info(NtuFiles.NAME + ".skeleton", "clip");
    NtuOptions first = new NtuOptions(BodySelection.FIRST_IN_FILE, JointMarker.ZERO_POSITION);
    NtuOptions energetic = new NtuOptions(BodySelection.MOST_ENERGETIC, JointMarker.TRACKING_STATE);
    return new FuzzTarget(
        "NTU RGB+D skeleton",
        30_000,
        List.of(
            NtuFiles.bytes(NtuFiles.text(1)),
            NtuFiles.bytes(NtuFiles.text(1, 0, 2, 1)),
            NtuFiles.bytes(NtuFiles.text(3, 1).replace("\r\n", "\n"))),
        file -> {
          NtuSkeletonFile.read(info, "clip.skeleton", file, energetic);
          sameAsFields(NtuSkeletonFile.read(info, "clip.skeleton", file, first), file);
        });
  }

  /** Reads the same numbers in another way: by cutting the whole text into words. */
  private static void sameAsFields(SkeletonClip clip, byte[] file) {
    StringTokenizer words =
        new StringTokenizer(new String(file, StandardCharsets.ISO_8859_1), " \t\r\n");
    assertThat(clip.frames()).isEqualTo(Integer.parseInt(words.nextToken()));
    for (int t = 0; t < clip.frames(); t++) {
      int bodies = Integer.parseInt(words.nextToken());
      for (int m = 0; m < bodies; m++) {
        for (int field = 0; field < 10; field++) {
          words.nextToken();
        }
        assertThat(words.nextToken()).matches("0*25");
        for (int v = 0; v < 25; v++) {
          float[] position = new float[3];
          for (int c = 0; c < 3; c++) {
            position[c] = Float.parseFloat(words.nextToken());
          }
          for (int field = 3; field < 11; field++) {
            words.nextToken();
          }
          float state = Float.parseFloat(words.nextToken());
          boolean zero = position[0] == 0 && position[1] == 0 && position[2] == 0;
          if (m < 2) {
            assertThat(clip.mask().isObserved(t, v, m)).isEqualTo(state != 0 && !zero);
            assertThat(clip.isInferred(t, v, m)).isEqualTo(state == 1 && !zero);
            for (int c = 0; c < 3 && state != 0 && !zero; c++) {
              assertThat(clip.at(c, t, v, m)).isEqualTo(position[c]);
            }
          }
        }
      }
      for (int m = bodies; m < clip.bodies(); m++) {
        assertThat(clip.mask().state(t, 0, m)).isEqualTo(JointState.ABSENT);
      }
    }
    assertThat(words.hasMoreTokens()).isFalse();
  }
}
