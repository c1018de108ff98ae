package org.penumbra.data.format.ucla;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.OpenOptions;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.fuzz.FuzzTarget;
import org.penumbra.data.fuzz.ReaderFuzz;

/** Damaged clips in JSON, and damaged archives of them. */
class NwUclaFuzzTest extends ReaderFuzz {
  @TempDir static Path folder;

  @Override
  protected Stream<FuzzTarget> readers() throws Exception {
    return Stream.of(
        nwUcla(), archive(".zip", 3_000), archive(".tar.gz", 3_000), archive(".tar.xz", 1_000));
  }

  private static FuzzTarget nwUcla() {
    ClipInfo info = NwUclaName.parse("a01_s01_e00_v01.json", "clip");
    return new FuzzTarget(
        "NW-UCLA JSON",
        10_000,
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

  /** Archives: what is damaged in them is damaged for every reader of archives. */
  private static FuzzTarget archive(String ending, int inputs) throws Exception {
    Path good = UclaFiles.archive(folder.resolve("good" + ending), UclaFiles.set());
    return new FuzzTarget(
        "archive " + ending,
        inputs,
        List.of(Files.readAllBytes(good)),
        file -> {
          Path damaged = folder.resolve("nw-ucla" + ending);
          Files.write(damaged, file);
          new NwUcla().open(damaged, OpenOptions.published());
        });
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
