package org.penumbra.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.PenumbraException;
import org.penumbra.core.RandomKey;
import org.penumbra.data.Clips;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.SkeletonLayout;

class MaskStoreTest {
  @TempDir Path folder;

  private final SkeletonDataset data = data(SkeletonLayout.NTU_25, 9);
  private final Occlusion occlusion = MarkovOcclusion.of(0.3, 4).withSeed(11);

  private static SkeletonDataset data(SkeletonLayout layout, int count) {
    List<SkeletonClip> clips = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      clips.add(Clips.of("clip" + i, 0, layout, Clips.mask(i, i * 3, layout.size(), 1 + i % 2)));
    }
    return new SkeletonDataset("nine", layout, List.of("a"), clips, List.of());
  }

  private Path saved() {
    Path file = folder.resolve("masks.pnb");
    MaskStore.of(occlusion, data).save(file);
    return file;
  }

  @Test
  void whatIsLoadedHidesTheSame() {
    MaskStore loaded = MaskStore.load(saved());
    assertThat(loaded).isEqualTo(MaskStore.of(occlusion, data));
    assertThat(loaded.occlusion()).isEqualTo("markov-0.3-4");
    assertThat(loaded.seed()).isEqualTo(11);
    assertThat(loaded.layout()).isEqualTo("ntu-25");
    assertThat(loaded.clipNames()).hasSize(9);
    assertThat(loaded.apply(data).clips()).isEqualTo(occlusion.apply(data).clips());
    assertThat(loaded.toString()).isEqualTo("9 masks of markov-0.3-4, seed 11, layout ntu-25");
    assertThat(loaded).isNotEqualTo(MaskStore.of(occlusion.withSeed(12), data));
  }

  @Test
  void aFewClipsTakeTheirOwnMasks() {
    SkeletonDataset few = data.select(info -> info.name().equals("clip7"));
    assertThat(MaskStore.load(saved()).apply(few).clips()).isEqualTo(occlusion.apply(few).clips());
  }

  @Test
  void aFileIsSmall() throws IOException {
    SkeletonClip clip = Clips.random("long", 0, SkeletonLayout.NTU_25, 300, 2);
    SkeletonDataset one =
        new SkeletonDataset("one", SkeletonLayout.NTU_25, List.of("a"), List.of(clip), List.of());
    Path file = folder.resolve("joints.pnb");
    MaskStore.of(JointOcclusion.of(6), one).save(file);
    assertThat(Files.size(file)).as("15,000 cells").isLessThan(300);
    MaskStore.of(RandomOcclusion.of(0.2), one).save(file);
    assertThat(Files.size(file)).as("15,000 cells").isLessThan(3750);
  }

  @Test
  void dataThatDoNotFitAreNamed() {
    MaskStore store = MaskStore.of(occlusion, data);
    assertThatThrownBy(() -> store.apply(data(SkeletonLayout.KINECT_20, 9)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("expected clips of layout ntu-25, found kinect-20.");
    assertThatThrownBy(() -> store.apply(data(SkeletonLayout.NTU_25, 11)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("2 clips of nine have no mask: clip10, clip9;");
    SkeletonDataset longer =
        data.map(
            clip -> Clips.random(clip.name(), 0, clip.layout(), clip.frames() + 1, clip.bodies()));
    assertThatThrownBy(() -> store.apply(longer))
        .isInstanceOf(DataFormatException.class)
        .hasMessage(
            "mask of clip clip0: expected the clip's shape (T 1, V 25, M 1), found (T 0, V 25, M"
                + " 1).");
    assertThatThrownBy(() -> store.mask("other"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("clip must be one of the 9 stored, found 'other'.");
  }

  @Test
  void everyCutAndEveryFlippedBitIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(saved());
    Path file = folder.resolve("damaged.pnb");
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> MaskStore.load(file)).isInstanceOf(DataFormatException.class);
    }
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= (byte) (1 << i % 8);
      Files.write(file, changed);
      assertThatThrownBy(() -> MaskStore.load(file))
          .as("bit of byte %d", i)
          .isInstanceOf(DataFormatException.class)
          .hasMessageContaining("damaged.pnb");
    }
    assertThatThrownBy(() -> MaskStore.load(folder.resolve("none.pnb")))
        .isInstanceOf(DataNotFoundException.class);
  }

  @Test
  void hostileContentWithARightChecksumIsRefused() throws IOException {
    int[][] shapes = {{-1, 25, 1}, {1, 0, 1}, {1 << 30, 1 << 30, 1 << 30}, {1 << 28, 25, 2}};
    for (int[] shape : shapes) {
      assertThatThrownBy(() -> MaskStore.load(crafted(1, shape, new byte[9])))
          .as(Arrays.toString(shape))
          .isInstanceOf(DataFormatException.class)
          .hasMessageContaining("expected a shape of at most");
    }
    assertThatThrownBy(() -> MaskStore.load(crafted(1, new int[] {9000, 25, 2}, new byte[9])))
        .hasMessageContaining("ends before its last clip");
    assertThatThrownBy(() -> MaskStore.load(crafted(1, new int[] {1, 4, 1}, new byte[] {-1})))
        .hasMessageContaining("expected joint states 0 to 2, found 3 at cell 0");
    assertThatThrownBy(() -> MaskStore.load(crafted(1, new int[] {1, 4, 1}, new byte[2])))
        .hasMessageContaining("and then the end");
    assertThatThrownBy(() -> MaskStore.load(crafted(-1, new int[] {1, 4, 1}, new byte[1])))
        .hasMessageContaining("expected -1 clips");
    assertThat(MaskStore.load(crafted(1, new int[] {1, 4, 1}, new byte[1])).clipNames())
        .containsExactly("clip");
  }

  private Path crafted(int clips, int[] shape, byte[] bits) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("PNBMASK1".getBytes(StandardCharsets.US_ASCII));
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      text(out, "random-20");
      out.writeLong(3);
      text(out, "ntu-25");
      out.writeInt(clips);
      text(out, "clip");
      for (int length : shape) {
        out.writeInt(length);
      }
      out.write(bits);
    }
    CRC32 crc = new CRC32();
    crc.update(bytes.toByteArray());
    new DataOutputStream(bytes).writeInt((int) crc.getValue());
    return Files.write(folder.resolve("crafted.pnb"), bytes.toByteArray());
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    out.writeInt(text.length());
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void randomBytesNeverGiveAnythingButAMessage() throws IOException {
    SplittableRandom random = RandomKey.of(21).generator();
    Path file = folder.resolve("noise.pnb");
    for (int i = 0; i < 300; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      System.arraycopy(
          "PNBMASK1".getBytes(StandardCharsets.US_ASCII), 0, noise, 0, Math.min(8, noise.length));
      Files.write(file, noise);
      assertThatThrownBy(() -> MaskStore.load(file))
          .as("noise %d of seed 21", i)
          .isInstanceOf(PenumbraException.class);
    }
  }
}
