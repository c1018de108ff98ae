package org.penumbra.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.augment.View;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.Clips;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.format.array.PythonNumpy;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.skeleton.Stream;

class PreparedFilesTest {
  private static final SkeletonLayout LAYOUT = SkeletonLayout.KINECT_20;
  private static final Preprocessing STEPS = Preprocessing.published().withFrames(6);

  @TempDir Path folder;

  private static SkeletonDataset clips(int count) {
    List<SkeletonClip> clips = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      clips.add(
          Clips.of("c" + n, n % 3, LAYOUT, Clips.mask(n, 1 + n % 9, LAYOUT.size(), 1 + n % 2)));
    }
    return new SkeletonDataset("small", LAYOUT, List.of("x", "y", "z"), clips, List.of());
  }

  @Test
  void aMappedSetHasTheSameValuesAsTheOneInMemory() {
    SkeletonDataset data = clips(300);
    PreparedDataset held = STEPS.apply(data);
    PreparedFiles.write(data, STEPS, folder, "train");
    PreparedDataset mapped = PreparedFiles.open(folder, "train");
    assertThat(mapped.isInMemory()).isFalse();
    assertThat(mapped).hasToString(held + ", in a mapped file");
    assertThat(mapped.name()).isEqualTo("small");
    assertThat(mapped.classNames()).isEqualTo(held.classNames());
    assertThat(mapped.clipNames()).isEqualTo(held.clipNames());
    assertThat(mapped.labels()).isEqualTo(held.labels());
    assertThat(mapped.values()).isEqualTo(held.values());
    int length = held.sampleLength();
    FloatBuffer direct =
        ByteBuffer.allocateDirect(8 * length).order(ByteOrder.nativeOrder()).asFloatBuffer();
    mapped.copyTo(7, direct, length);
    for (int i = 0; i < length; i++) {
      assertThat(direct.get(length + i)).isEqualTo(held.values()[7 * length + i]);
    }
    FloatBuffer buffer = FloatBuffer.allocate(length);
    held.copyTo(7, buffer, 0);
    SampleCursor cursor = held.cursor();
    cursor.moveTo(7);
    assertThat(cursor.values()).isSameAs(held.values());
    assertThat(buffer.get(3)).isEqualTo(cursor.values()[cursor.start() + 3]);
    assertThatThrownBy(() -> mapped.copyTo(300, new float[length], 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void bodiesThatAreNotKeptAreNotWritten() {
    SkeletonDataset two =
        new SkeletonDataset(
            "two",
            SkeletonLayout.NTU_25,
            List.of("x"),
            List.of(
                Clips.random("a", 0, SkeletonLayout.NTU_25, 9, 2),
                Clips.random("b", 0, SkeletonLayout.NTU_25, 4, 1)),
            List.of());
    for (Preprocessing steps :
        List.of(Preprocessing.published(), Preprocessing.published().withBodies(1))) {
      PreparedFiles.write(two, steps, folder, "part");
      PreparedDataset held = steps.apply(two);
      PreparedDataset mapped = PreparedFiles.open(folder, "part");
      assertThat(mapped.bodies()).isEqualTo(held.bodies());
      assertThat(mapped.values()).isEqualTo(held.values());
    }
    assertThatThrownBy(() -> PreparedFiles.write(two, STEPS, folder, "../outside"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("part must be a file name");
  }

  @Test
  void viewsAndStreamsOfAMappedSetAreTheSame() {
    SkeletonDataset data = clips(9);
    PreparedDataset held = STEPS.apply(data);
    PreparedFiles.write(held, folder, "val");
    PreparedDataset mapped = PreparedFiles.open(folder, "val");
    for (Stream stream : Stream.values()) {
      PreparedDataset derived = StreamDerivation.derive(mapped, stream);
      assertThat(derived.isInMemory()).isFalse();
      PreparedDataset expected = StreamDerivation.derive(held, stream);
      assertThat(expected.isInMemory()).isTrue();
      assertThat(derived.values()).as(stream.label()).isEqualTo(expected.values());
      FloatBuffer one = FloatBuffer.allocate(derived.sampleLength());
      derived.copyTo(4, one, 0);
      float[] same = new float[derived.sampleLength()];
      expected.copyTo(4, same, 0);
      assertThat(one.array()).isEqualTo(same);
    }
    SplittableRandom random = new SplittableRandom(5);
    double[] matrix = random.doubles(9).toArray();
    FloatBuffer fromFile = FloatBuffer.allocate(3 * mapped.sampleLength());
    FloatBuffer fromHeap = FloatBuffer.allocate(3 * held.sampleLength());
    View[] views = {new View(mapped), new View(held)};
    FloatBuffer[] buffers = {fromFile, fromHeap};
    int[] samples = {8, 0, 8};
    for (int i = 0; i < 6; i++) {
      View view = views[i % 2];
      view.moveTo(samples[i / 2]);
      view.rearrangeFrames(t -> t == 0 ? 3 : 1);
      view.multiply(matrix);
      view.permuteJoints(LAYOUT.mirror());
      view.renderTo(buffers[i % 2], i / 2 * view.size());
    }
    assertThat(fromFile.array()).isEqualTo(fromHeap.array());
  }

  @Test
  void bytesDoNotDependOnThreads() throws IOException, ExecutionException, InterruptedException {
    SkeletonDataset data = clips(70);
    for (int threads : new int[] {1, 4}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      pool.submit(() -> PreparedFiles.write(data, STEPS, folder, "t" + threads)).get();
      pool.shutdown();
    }
    assertThat(Files.readAllBytes(folder.resolve("t1_position.npy")))
        .isEqualTo(Files.readAllBytes(folder.resolve("t4_position.npy")));
  }

  @Test
  void arraysOfAReferencePipelineAreOpened() throws IOException {
    PythonNumpy.run(
        """
        f = sys.argv[1] + '/train_'
        np.save(f + 'position.npy', np.arange(2 * 3 * 4 * 20 * 2, dtype='<f4').reshape(2, 3, 4, 20, 2))
        np.save(f + 'label.npy', np.array([[1], [0]]))
        """,
        folder);
    PreparedDataset data = PreparedFiles.open(folder, "train", "own", LAYOUT, List.of("x", "y"));
    assertThat(data.frames()).isEqualTo(4);
    assertThat(data.labels()).containsExactly(1, 0);
    assertThat(data.values()[959]).isEqualTo(959);
    assertThatThrownBy(() -> PreparedFiles.open(folder, "train"))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("train_about.json")
        .hasMessageContaining("open(folder, part, name, layout, classNames)");
    assertThatThrownBy(
            () -> PreparedFiles.open(folder, "train", "own", SkeletonLayout.NTU_25, List.of("x")))
        .hasMessageContaining("(N, 3, T, 25, M), found <f4 (2, 3, 4, 20, 2)");
    assertThatThrownBy(() -> PreparedFiles.open(folder, "train", "own", LAYOUT, List.of("x")))
        .hasMessageContaining("label in prepared set own");
    PythonNumpy.run(
        "np.save(sys.argv[1], np.zeros((2, 3, 4, 20, 2)))", folder.resolve("train_position.npy"));
    assertThatThrownBy(() -> PreparedFiles.open(folder, "train", "own", LAYOUT, List.of("x", "y")))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("astype('<f4')");
  }

  @Test
  void aDescriptionThatDoesNotFitIsRefused() throws IOException {
    PreparedFiles.write(clips(3), STEPS, folder, "train");
    Path about = folder.resolve("train_about.json");
    String right = Files.readString(about);
    Files.writeString(about, right.replace("kinect-20", "stick"));
    refused("the layout 'stick' is not built in");
    Files.writeString(about, right.replace("kinect-20", "ntu-25"));
    refused("(N, 3, T, 25, M)");
    Files.writeString(about, right.replace("classes", "klassen"));
    refused("expected a list 'classes'");
    Files.writeString(about, right.replace("\"name\"", "\"nom\""));
    refused("expected the text 'name'");
    Files.writeString(about, "[1]");
    refused("expected an object in JSON");
    Files.writeString(about, "");
    refused("expected an object in JSON");
  }

  private void refused(String problem) {
    assertThatThrownBy(() -> PreparedFiles.open(folder, "train"))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(problem);
  }
}
