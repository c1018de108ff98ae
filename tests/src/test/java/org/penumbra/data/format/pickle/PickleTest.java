package org.penumbra.data.format.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.format.PythonNumpy;
import org.penumbra.data.format.numpy.MappedBytes;
import org.penumbra.data.format.numpy.NumpyArray;

class PickleTest {
  private static final String WRITE =
      """
      import collections
      data = collections.OrderedDict()
      data['half'] = (np.arange(600) / 8 - 30).astype('<f2').reshape(2, 300)
      data['single'] = np.arange(-4, 4, dtype='<f4').reshape(2, 2, 2)
      data['double'] = np.linspace(0, 1, 5)
      data['whole'] = np.array([[1, -2], [300, 1 << 40]])
      data['names'] = np.array(['a', 'grün'])
      data['none'] = np.zeros((0, 3), '<f4')
      data['label'] = np.int64(59)
      data['share'] = np.float64(0.1)
      data['text'] = np.str_('S001')
      data['list'] = [0, 1, -1, 255, 256, 65535, 65536, -2**31, 2**40, -2**63, True, False, None]
      data['tuple'] = ('x', ('y', 'grün \\U0001f600'), ())
      data['dict'] = {'a': 1, 2: 'two', 'e': {}}
      data['floats'] = [0.5, -1e300, float('inf')]
      data['bytes'] = [b'', b'abc\\xff\\n\\x00', bytearray(b'zz')]
      data['long'] = 'x' * 70000
      data['big'] = np.arange(30000, dtype='<f4')
      data['same'] = data['big']
      with open(sys.argv[1], 'wb') as out:
          pickle.dump(data, out, PROTOCOL)
      """;

  @TempDir Path folder;

  private static PickleValue read(byte[] bytes) {
    return Pickle.read(MappedBytes.of("a.pkl", bytes), 1 << 20);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void everyProtocolOfPythonIsRead(int protocol) throws IOException {
    Path file = folder.resolve("data.pkl");
    PythonNumpy.run(WRITE.replace("PROTOCOL", "" + protocol), file);
    PickleValue data = Pickle.read(file);
    assertThat(data.keys()).hasSize(17).startsWith("half", "single");
    assertThat(floats(data.get("single"), 2, 2, 2)).containsExactly(-4, -3, -2, -1, 0, 1, 2, 3);
    float[] half = floats(data.get("half"), 2, 300);
    assertThat(half[599]).isEqualTo(599 / 8f - 30);
    assertThat(floats(data.get("double"), 5)).containsExactly(0, 0.25f, 0.5f, 0.75f, 1);
    NumpyArray whole = data.get("whole").array().open("whole");
    assertThat(whole.longAt(1)).isEqualTo(-2);
    assertThat(whole.longAt(3)).isEqualTo(1L << 40);
    assertThat(data.get("names").array().open("names").textAt(1)).isEqualTo("grün");
    assertThat(data.get("none").array().open("none").shape()).containsExactly(0, 3);
    assertThat(data.get("label").number()).isEqualTo(59);
    assertThat(data.get("text").text()).isEqualTo("S001");
    long[] numbers = {
      0, 1, -1, 255, 256, 65535, 65536, Integer.MIN_VALUE, 1L << 40, Long.MIN_VALUE, 1, 0
    };
    for (int i = 0; i < numbers.length; i++) {
      assertThat(data.get("list").at(i).number()).as("number %d", i).isEqualTo(numbers[i]);
    }
    assertThatThrownBy(() -> data.get("list").at(12).number()).hasMessageContaining("found None");
    assertThat(data.get("tuple").at(1).at(1).text()).isEqualTo("grün \ud83d\ude00");
    assertThat(data.get("tuple").at(2).size()).isZero();
    assertThat(data.get("dict").get("a").number()).isEqualTo(1);
    assertThat(data.get("long").text()).hasSize(70_000);
    float[] big = floats(data.get("same"), 30_000);
    assertThat(big[29_999]).isEqualTo(29_999);
  }

  private static float[] floats(PickleValue value, long... shape) {
    NumpyArray array = value.array().open("array");
    assertThat(array.shape()).isEqualTo(shape);
    float[] values = new float[(int) array.items()];
    array.copyFloats(0, values, 0, values.length);
    return values;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void aPickleCutOffAnywhereIsRefused(int protocol) throws IOException {
    Path file = folder.resolve("data.pkl");
    PythonNumpy.run(
        "a = np.arange(300, 303, dtype='<i8')\n"
            + "v = {'a': [a, 'x', (1, 2.5, None)], 'b': np.int32(3)}\n"
            + "open(sys.argv[1], 'wb').write(pickle.dumps(v, "
            + protocol
            + "))",
        file);
    byte[] whole = Files.readAllBytes(file);
    assertThat(read(whole).get("a").at(0).array().open("a").longAt(2)).isEqualTo(302);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(cut))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(DataFormatException.class)
          .hasMessageContaining("a.pkl, byte");
    }
    assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length + 1)))
        .hasMessageContaining("the file's end");
  }

  @Test
  void arraysOfALargePickleStayInTheFile() throws IOException {
    Path file = folder.resolve("large.pkl");
    PythonNumpy.run(
        "d = [{'k': np.full((1000, 250), i, '<f4')} for i in range(20)]\n"
            + "pickle.dump(d, open(sys.argv[1], 'wb'), 4)",
        file);
    assertThat(Files.size(file)).isGreaterThan(20_000_000);
    PickleValue data = Pickle.read(MappedBytes.open(file), 40_000);
    assertThat(floats(data.at(19).get("k"), 1000, 250)[249_999]).isEqualTo(19);
  }

  @Test
  void whatWeWritePythonReads() throws IOException {
    Path file = folder.resolve("train_label.pkl");
    LabelPickle.write(file, List.of("S001C001P001R001A001.skeleton", "grün"), List.of(0, 59));
    assertThat(PythonNumpy.run("print(pickle.load(open(sys.argv[1], 'rb')))", file))
        .isEqualTo("(['S001C001P001R001A001.skeleton', 'grün'], [0, 59])");
    PickleValue back = Pickle.read(file);
    assertThat(back.at(0).at(1).text()).isEqualTo("grün");
    assertThat(back.at(1).at(1).number()).isEqualTo(59);
  }
}
