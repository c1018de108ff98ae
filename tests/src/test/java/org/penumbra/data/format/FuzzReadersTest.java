package org.penumbra.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringTokenizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.data.BodySelection;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SplitRules;
import org.penumbra.data.fuzz.FuzzTarget;
import org.penumbra.data.fuzz.Fuzzer;
import org.penumbra.skeleton.LayoutJson;

/**
 * Damaged files, more than 100,000 of them, to every reader: each is read rightly or refused with a
 * message; nothing else happens. The seed is fixed, so a failure repeats; {@code -Dfuzz.seed} tries
 * others and {@code -Dfuzz.factor} more.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzReadersTest {
  private static final long SEED = Long.getLong("fuzz.seed", 20261121);
  private static final int FACTOR = Integer.getInteger("fuzz.factor", 1);

  static Stream<FuzzTarget> readers() {
    return Stream.of(nwUcla(), ntu(), layout(), splits());
  }

  @ParameterizedTest
  @MethodSource("readers")
  @Timeout(600) // a reader that hangs must not hold up everything else
  void everyDamagedFileIsReadRightlyOrRefused(FuzzTarget target) {
    Fuzzer.Counts counts = new Fuzzer(SEED).run(target);
    System.out.printf(
        "fuzz %-22s %,7d inputs: %,7d read, %,7d refused%n",
        target.name(), counts.inputs(), counts.read(), counts.refused());
    assertThat(counts.refused()).as("the mutations do harm").isGreaterThan(counts.inputs() / 10);
  }

  private static FuzzTarget nwUcla() {
    ClipInfo info = NwUclaName.parse("a01_s01_e00_v01.json", "clip");
    return new FuzzTarget(
        "NW-UCLA JSON",
        10_000 * FACTOR,
        List.of(
            bytes(UclaFiles.json("a01_s01_e00_v01", 1, 1)),
            bytes(UclaFiles.json("a01_s01_e00_v01", 1, 4))),
        file -> sameAsTree(NwUclaJson.read(info, "clip.json", file), file));
  }

  /** Reads the same numbers in another way: the whole tree at once. */
  private static void sameAsTree(SkeletonClip clip, byte[] file) {
    JsonObject tree =
        new GsonBuilder()
            .setStrictness(Strictness.STRICT)
            .create()
            .fromJson(
                new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8),
                JsonObject.class);
    JsonArray frames = tree.getAsJsonArray("skeletons");
    assertThat(clip.frames()).isEqualTo(frames.size());
    for (int t = 0; t < clip.frames(); t++) {
      for (int v = 0; v < 20; v++) {
        JsonArray joint = frames.get(t).getAsJsonArray().get(v).getAsJsonArray();
        boolean zero = true;
        for (int c = 0; c < 3; c++) {
          zero &= Float.parseFloat(joint.get(c).getAsString()) == 0;
        }
        assertThat(clip.mask().isObserved(t, v, 0)).isEqualTo(!zero);
        for (int c = 0; c < 3 && !zero; c++) {
          assertThat(clip.at(c, t, v, 0)).isEqualTo(Float.parseFloat(joint.get(c).getAsString()));
        }
      }
    }
  }

  private static FuzzTarget ntu() {
    ClipInfo info = NtuClipFiles.info(NtuFiles.NAME + ".skeleton", "clip");
    NtuOptions first = new NtuOptions(BodySelection.FIRST_IN_FILE, JointMarker.ZERO_POSITION);
    NtuOptions energetic = new NtuOptions(BodySelection.MOST_ENERGETIC, JointMarker.TRACKING_STATE);
    return new FuzzTarget(
        "NTU RGB+D skeleton",
        60_000 * FACTOR,
        List.of(
            bytes(NtuFiles.text(1)),
            bytes(NtuFiles.text(1, 0, 2, 1)),
            bytes(NtuFiles.text(3, 1).replace("\r\n", "\n"))),
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

  private static FuzzTarget layout() {
    String json =
        """
        {"name": "stick-3", "joints": ["hip", "left hand", "right hand"],
         "bones": [["left hand", "hip"], ["right hand", "hip"]],
         "centre": "hip", "shoulders": ["left hand", "right hand"],
         "mirror": [["left hand", "right hand"]],
         "parts": {"all": ["hip", "left hand", "right hand"]}}
        """;
    return new FuzzTarget(
        "layout JSON",
        10_000 * FACTOR,
        List.of(bytes(json)),
        file -> LayoutJson.read("layout.json", new StringReader(text(file))));
  }

  private static FuzzTarget splits() {
    String json =
        """
        {"data set": "nw-ucla",
         "splits": [{"split": "cross view", "field": "camera", "training": [1, 2],
                     "expected": {"train": 1020, "test": 464}}]}
        """;
    return new FuzzTarget(
        "split JSON",
        5_000 * FACTOR,
        List.of(bytes(json)),
        file -> SplitRules.read("splits.json", new StringReader(text(file))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
