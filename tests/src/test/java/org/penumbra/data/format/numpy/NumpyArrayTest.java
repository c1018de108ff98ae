package org.penumbra.data.format.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.data.format.PythonNumpy;

class NumpyArrayTest {
  @TempDir Path folder;

  private Path counting(int count) {
    Path file = folder.resolve("counting.npy");
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i / 4f - 3;
    }
    NpyWriter.write(
        file, NpyType.FLOAT32, new long[] {count}, sink -> sink.floats(values, 0, count));
    return file;
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 56, 1 << 20})
  void copiesReachOverTheBordersOfWindows(int window) {
    NumpyArray array = NumpyArray.map(counting(101), window);
    for (int from = 0; from < 101; from += 7) {
      int count = Math.min(31, 101 - from);
      float[] heap = new float[40];
      array.copyFloats(from, heap, 3, count);
      FloatBuffer direct =
          ByteBuffer.allocateDirect(160).order(ByteOrder.nativeOrder()).asFloatBuffer();
      array.copyFloats(from, direct, 3, count);
      for (int i = 0; i < 40; i++) {
        float expected = i < 3 || i >= 3 + count ? 0 : (from + i - 3) / 4f - 3;
        assertThat(heap[i]).as("window %d, from %d, place %d", window, from, i).isEqualTo(expected);
        assertThat(direct.get(i)).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 24, 4096})
  void bytesAtAnyOffsetAreTheSameInEveryWindow(int window) throws IOException {
    byte[] content = new byte[100];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) (37 * i);
    }
    Path file = Files.write(folder.resolve("bytes"), content);
    MappedBytes mapped = MappedBytes.open(file, window);
    ByteBuffer plain = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at <= 92; at++) {
      assertThat(mapped.longAt(at)).isEqualTo(plain.getLong(at));
      assertThat(mapped.intAt(at)).isEqualTo(plain.getInt(at));
      assertThat(mapped.at(at)).isEqualTo(content[at]);
      byte[] copy = new byte[8];
      mapped.copy(at, copy, 0, 8);
      assertThat(copy).isEqualTo(Arrays.copyOfRange(content, at, at + 8));
      float[] one = new float[2];
      mapped.copyFloats(at, one, 0, 2);
      assertThat(Float.floatToRawIntBits(one[1])).isEqualTo(plain.getInt(at + 4));
      FloatBuffer buffer = FloatBuffer.allocate(2);
      mapped.copyFloats(at, buffer, 0, 2);
      assertThat(Float.floatToRawIntBits(buffer.get(0))).isEqualTo(plain.getInt(at));
    }
    assertThatThrownBy(() -> mapped.longAt(93)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aFileBeyondTwoGibibytesIsReadToItsLastItem() throws IOException {
    Path file = folder.resolve("big.npy");
    NpyHeader header = NpyHeader.of(NpyType.FLOAT32, 800_000_000L); // 3.2 GB, all of it a hole
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.write(header.toBytes());
      sparse.setLength(header.fileBytes());
      sparse.seek(header.fileBytes() - 4);
      sparse.writeInt(Integer.reverseBytes(Float.floatToRawIntBits(7.5f)));
      sparse.seek(header.dataOffset() + (1L << 31));
      sparse.writeInt(Integer.reverseBytes(Float.floatToRawIntBits(2.5f)));
    }
    NumpyArray array = NumpyArray.map(file);
    float[] values = new float[3];
    array.copyFloats(799_999_997, values, 0, 3);
    assertThat(values).containsExactly(0, 0, 7.5f);
    array.copyFloats((1L << 29) - 1, values, 0, 3);
    assertThat(values).containsExactly(0, 2.5f, 0);
  }

  @Test
  void everyTypeThatNumpyWritesIsRead() throws IOException {
    PythonNumpy.run(
        """
        folder = sys.argv[1] + '/'
        for t in ['<f2', '<f4', '<f8', '<i4', '<i8', 'u1', '?']:
            a = np.array([[0, 1, 2], [3, 100, 255]]) if t != '?' else np.array([[0, 1, 1], [0, 0, 1]])
            if t[1:2] == 'f': a = a / 8 - 3
            np.save(folder + 'a' + t.strip('<?') + '.npy', a.astype(t))
        np.save(folder + 'U.npy', np.array(['S001', '', 'grün \\U0001f600 x']))
        np.save(folder + 'special.npy', np.array([np.nan, np.inf, -np.inf, 6e-8, -0.0], '<f2'))
        np.save(folder + 'scalar.npy', np.float32(4))
        """,
        folder);
    for (String type : new String[] {"f2", "f4", "f8", "i4", "i8", "u1", ""}) {
      NumpyArray array = NumpyArray.map(folder.resolve("a" + type + ".npy"));
      assertThat(array.shape()).as(type).containsExactly(2, 3);
      float[] values = new float[6];
      array.copyFloats(0, values, 0, 6);
      FloatBuffer buffer = FloatBuffer.allocate(6);
      array.copyFloats(0, buffer, 0, 6);
      assertThat(buffer.array()).isEqualTo(values);
      float[] expected =
          type.startsWith("f")
              ? new float[] {-3, -2.875f, -2.75f, -2.625f, 9.5f, 28.875f}
              : type.isEmpty()
                  ? new float[] {0, 1, 1, 0, 0, 1}
                  : new float[] {0, 1, 2, 3, 100, 255};
      assertThat(values).as(type).isEqualTo(expected);
      if (!type.startsWith("f")) {
        assertThat(array.longAt(5)).as(type).isEqualTo((long) expected[5]);
      }
    }
    NumpyArray text = NumpyArray.map(folder.resolve("U.npy"));
    assertThat(text.textAt(0)).isEqualTo("S001");
    assertThat(text.textAt(1)).isEmpty();
    assertThat(text.textAt(2)).isEqualTo("grün \ud83d\ude00 x");
    float[] special = new float[5];
    NumpyArray.map(folder.resolve("special.npy")).copyFloats(0, special, 0, 5);
    assertThat(special)
        .containsExactly(
            Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0x1p-24f, -0f);
    assertThat(NumpyArray.map(folder.resolve("scalar.npy")).doubleAt(0)).isEqualTo(4);
  }

  @Test
  void everyHalfIsTheSameNumberAsInNumpy() throws IOException {
    PythonNumpy.run(
        """
        np.save(sys.argv[1], np.arange(65536, dtype='<u2').view('<f2').astype('<f4'))
        np.save(sys.argv[2], np.arange(65536, dtype='<u2').view('<f2'))
        """,
        folder.resolve("single.npy"),
        folder.resolve("half.npy"));
    float[] expected = new float[65_536];
    float[] found = new float[65_536];
    NumpyArray.map(folder.resolve("single.npy")).copyFloats(0, expected, 0, expected.length);
    NumpyArray.map(folder.resolve("half.npy")).copyFloats(0, found, 0, found.length);
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void numpyReadsWhatIsWritten() throws IOException {
    Path floats = counting(10);
    Path numbers = folder.resolve("numbers.npy");
    NpyWriter.write(
        numbers,
        NpyType.INT64,
        new long[] {2, 1},
        sink -> {
          sink.number(-5);
          sink.number(1L << 40);
        });
    Path codes = folder.resolve("codes.npy");
    NpyWriter.write(
        codes,
        NpyType.BOOL,
        new long[] {2},
        sink -> {
          sink.code(1);
          sink.code(0);
        });
    Path texts = folder.resolve("texts.npy");
    NpyWriter.write(
        texts,
        NpyType.text(4),
        new long[] {2},
        sink -> {
          sink.text("grün");
          sink.text("a");
        });
    String said =
        PythonNumpy.run(
            """
            for file in sys.argv[1:]:
                a = np.load(file)
                print(a.dtype.str, a.shape, a.tolist(), np.load(file, mmap_mode='r').flags.c_contiguous)
            """,
            floats,
            numbers,
            codes,
            texts);
    assertThat(said.lines())
        .containsExactly(
            "<f4 (10,) [-3.0, -2.75, -2.5, -2.25, -2.0, -1.75, -1.5, -1.25, -1.0, -0.75] True",
            "<i8 (2, 1) [[-5], [1099511627776]] True",
            "|b1 (2,) [True, False] True",
            "<U4 (2,) ['grün', 'a'] True");
  }

  @Test
  void whatNumpyWritesOtherwiseIsRefusedWithTheRemedy() throws IOException {
    PythonNumpy.run(
        """
        folder = sys.argv[1] + '/'
        a = np.arange(6.).reshape(2, 3)
        np.save(folder + 'big.npy', a.astype('>f4'))
        np.save(folder + 'fortran.npy', np.asfortranarray(a.astype('<f4')))
        np.save(folder + 'object.npy', np.array([[1], [2, 3]], dtype=object), allow_pickle=True)
        np.save(folder + 'struct.npy', np.zeros(2, dtype=[('x', '<f4'), ('y', '<i8')]))
        with open(folder + 'two.npy', 'wb') as out:
            np.save(out, a)
            np.save(out, a)
        """,
        folder);
    refused("big.npy", "big-endian", "astype('<f4')");
    refused("fortran.npy", "Fortran order", "np.ascontiguousarray(a)");
    refused("object.npy", "Python objects", "astype");
    refused("struct.npy", "structured", "save again");
    refused("two.npy", "found 352", "a file of its own");
  }

  private void refused(String name, String problem, String remedy) {
    assertThatThrownBy(() -> NumpyArray.map(folder.resolve(name)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(problem)
        .hasMessageContaining(remedy);
  }

  @Test
  void wrongUseIsNamed() {
    NumpyArray array = NumpyArray.map(counting(4));
    assertThatThrownBy(() -> array.longAt(0)).hasMessageContaining("astype('<i8')");
    assertThatThrownBy(() -> array.textAt(0)).hasMessageContaining("expected text");
    assertThatThrownBy(() -> array.expectShape("(N, 1)", -1, 1))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("shape (N, 1), found <f4 (4)");
    assertThatThrownBy(() -> NumpyArray.map(folder.resolve("none.npy")))
        .isInstanceOf(DataNotFoundException.class);
    assertThatThrownBy(() -> NumpyArray.map(folder)).hasMessageContaining("found a folder");
    assertThatThrownBy(
            () ->
                NpyWriter.write(
                    folder.resolve("few"), NpyType.INT64, new long[] {2}, s -> s.number(1)))
        .hasMessageContaining("got only 1");
    assertThat(folder.resolve("few")).doesNotExist();
  }
}
