package org.penumbra.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/** Combinations of forks beside a second implementation, {@code prepare_reference.py}. */
class NumpyReferenceTest {
  private static final String PYTHON = "/usr/bin/python3";

  /** Shares no factor with the number of values of any option, so that all pairs meet. */
  private static final int STRIDE = 7;

  @Test
  void clipsWithEverythingMissingSomewhere(@TempDir Path folder) throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of(PYTHON)) && run(folder, "-c", "import numpy") == 0,
        "this test compares with NumPy: apt-get install python3-numpy");
    for (int seed = 0; seed < 3; seed++) {
      JointMask mask = mask(seed, new int[] {9, 3, 14}[seed]);
      compare(folder, Clips.of("seed " + seed, 0, SkeletonLayout.NTU_25, mask));
    }
  }

  /**
   * Sparse gaps, so that sightings exist; frames without anybody inside; bodies that come and go.
   */
  private static JointMask mask(int seed, int frames) {
    JointMask random = Clips.mask(seed, frames, 25, 2);
    JointMask rarely = Clips.mask(100 + seed, frames, 25, 2);
    JointMask.Builder mask = JointMask.builder(frames, 25, 2);
    for (int t = 0; t < frames; t++) {
      for (int v = 0; v < 25; v++) {
        for (int m = 0; m < 2; m++) {
          boolean away = (t % 5 == 1) || (m == 0 && t % 5 == 3) || (m == 1 && t % 4 == 0);
          boolean hidden =
              random.state(t, v, m) == JointState.OCCLUDED
                  && rarely.state(t, v, m) != JointState.ABSENT;
          mask.set(
              t,
              v,
              m,
              away ? JointState.ABSENT : hidden ? JointState.OCCLUDED : JointState.OBSERVED);
        }
      }
    }
    return mask.build();
  }

  private static void compare(Path folder, SkeletonClip clip) throws Exception {
    List<Preprocessing> all = EveryForkTest.combinations();
    List<Preprocessing> combinations =
        IntStream.range(0, all.size()).filter(i -> i % STRIDE == 0).mapToObj(all::get).toList();
    write(folder, clip, combinations);
    Path root = Path.of(System.getProperty("penumbra.root"));
    int status =
        run(
            folder,
            root.resolve("tests/src/test/python/prepare_reference.py").toString(),
            folder.toString());
    assertThat(status).as(Files.readString(folder.resolve("log.txt"))).isZero();
    FloatBuffer results =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve("results.f32")))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    for (Preprocessing options : combinations) {
      float[] ours = options.apply(clip);
      float[] theirs = new float[ours.length];
      results.get(theirs);
      for (int i = 0; i < ours.length; i++) {
        if (!(Math.abs(ours[i] - theirs[i]) <= 1e-4 * Math.max(1, Math.abs(theirs[i])))) {
          assertThat(ours[i])
              .as("number %d of %s:%n%s", i, clip.name(), options.describe())
              .isCloseTo(theirs[i], within(1e-4f));
        }
      }
    }
    assertThat(results.hasRemaining()).isFalse();
  }

  private static void write(Path folder, SkeletonClip clip, List<Preprocessing> combinations)
      throws IOException {
    float[] values = clip.toArray();
    ByteBuffer floats = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    floats.asFloatBuffer().put(values);
    Files.write(folder.resolve("clip.f32"), floats.array());
    ByteBuffer states = ByteBuffer.allocate(values.length / 3);
    for (int t = 0; t < clip.frames(); t++) {
      for (int v = 0; v < 25; v++) {
        for (int m = 0; m < clip.bodies(); m++) {
          states.put(clip.mask().state(t, v, m).code());
        }
      }
    }
    Files.write(folder.resolve("states.u8"), states.array());
    String lines =
        combinations.stream()
            .map(NumpyReferenceTest::line)
            .collect(Collectors.joining("\n", clip.frames() + " 25 " + clip.bodies() + "\n", "\n"));
    Files.writeString(folder.resolve("options.txt"), lines);
  }

  private static String line(Preprocessing options) {
    return String.join(
        " ",
        "" + options.frames(),
        "" + options.bodies(),
        "" + options.crop().longest(),
        options.lengthRule().name(),
        options.missing().name(),
        options.centring().name(),
        options.scaling().name(),
        options.resampling().name(),
        options.alignment().name());
  }

  private static int run(Path folder, String... arguments) throws Exception {
    List<String> command = Stream.concat(Stream.of(PYTHON), Stream.of(arguments)).toList();
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log.txt").toFile())
        .start()
        .waitFor();
  }
}
