package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;

class WeightFileTest {
  @TempDir private Path folder;

  private final Parameters network = network(1);

  private static Parameters network(float scale) {
    Parameters parameters = Parameters.create();
    float[] values = new float[6];
    for (int i = 0; i < values.length; i++) {
      values[i] = scale * (float) Math.sin(i + 1);
    }
    parameters.add("a.weight", parameters.manager().create(values, new Shape(2, 3)));
    parameters.addBuffer("a.running_mean", parameters.manager().create(new float[] {scale}));
    return parameters;
  }

  @AfterEach
  void close() {
    network.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"w.safetensors", "w.npz"})
  void whatIsWrittenIsRead(String name) {
    Path file = folder.resolve("new folder").resolve(name);
    WeightFile.write(file, network, Map.of());
    try (Parameters other = network(5)) {
      String before = other.fingerprint();
      WeightFile.open(file).copyTo(other, WeightNames.exact());
      assertThat(before).isNotEqualTo(network.fingerprint());
      assertThat(other.fingerprint()).isEqualTo(network.fingerprint());
      assertThat(other.get("a.weight").hasGradient()).isTrue();
      assertThat(other.get("a.running_mean").hasGradient()).isFalse();
    }
    assertThat(folder.resolve("new folder").toFile().list()).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"w.safetensors", "w.npz"})
  void doublesKeepEveryBitAndAreRoundedIntoFloats(String name) {
    Path file = folder.resolve(name);
    network.convert(DataType.FLOAT64);
    double third = 1.0 / 3;
    try (var value = network.manager().create(new double[] {third})) {
      network.set("a.running_mean", value);
    }
    WeightFile.write(file, network, Map.of());
    try (Parameters doubles = network(5);
        Parameters floats = network(5)) {
      doubles.convert(DataType.FLOAT64);
      WeightFile.open(file).copyTo(doubles, WeightNames.exact());
      WeightFile.open(file).copyTo(floats, WeightNames.exact());
      assertThat(doubles.get("a.running_mean").toDoubleArray()).containsExactly(third);
      assertThat(floats.get("a.running_mean").toFloatArray()).containsExactly((float) third);
    }
  }

  @Test
  void metadataComesBackWhateverItSays() {
    Path file = folder.resolve("w.safetensors");
    Map<String, String> metadata = Map.of("method", "PSTL \"x\"\n\u00e9\u4e2d", "seed", "3");
    WeightFile.write(file, network, metadata);
    assertThat(WeightFile.open(file).metadata()).containsAllEntriesOf(metadata);
    assertThat(WeightFile.open(file).shapes())
        .containsExactly(
            Map.entry("a.weight", new Shape(2, 3)), Map.entry("a.running_mean", new Shape(1)));
    assertThatThrownBy(() -> WeightFile.write(folder.resolve("w.npz"), network, metadata))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining(".safetensors");
  }

  @Test
  void theSameWeightsGiveTheSameBytes() throws IOException {
    for (String ending : List.of(".safetensors", ".npz")) {
      WeightFile.write(folder.resolve("a" + ending), network, Map.of());
      WeightFile.write(folder.resolve("b" + ending), network, Map.of());
      assertThat(folder.resolve("a" + ending)).hasSameBinaryContentAs(folder.resolve("b" + ending));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"w.safetensors", "w.npz"})
  void everyDifferenceIsListedAndNothingTouched(String name) {
    Path file = folder.resolve(name);
    WeightFile.write(file, network, Map.of());
    try (Parameters other = Parameters.create()) {
      other.add("a.weight", other.manager().create(new float[6], new Shape(3, 2)));
      other.add("b.weight", other.manager().create(new float[] {1}));
      other.add("c.weight", other.manager().create(new float[] {1}));
      assertThatThrownBy(() -> WeightFile.open(file).copyTo(other, WeightNames.exact()))
          .isInstanceOf(DataFormatException.class)
          .hasMessageContaining(name)
          .hasMessageContaining("shape of a.weight: expected (3, 2), found (2, 3)")
          .hasMessageContaining("missing: b.weight (1)")
          .hasMessageContaining("missing: c.weight (1)")
          .hasMessageContaining("unexpected: a.running_mean (1)");
      assertThat(other.get("a.weight").toFloatArray()).containsOnly(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"w.safetensors", "w.npz"})
  void aFileCutAnywhereIsRefused(String name) throws IOException {
    Path file = folder.resolve(name);
    WeightFile.write(file, network, Map.of());
    byte[] whole = Files.readAllBytes(file);
    Path cut = folder.resolve("cut-" + name);
    for (int length = 0; length < whole.length; length++) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> WeightFile.open(cut))
          .as("cut to %d of %d bytes", length, whole.length)
          .isInstanceOf(DataFormatException.class)
          .hasMessageContaining("cut-" + name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"w.safetensors", "w.npz"})
  void aChangedNumberIsNoticed(String name) throws IOException {
    Path file = folder.resolve(name);
    WeightFile.write(file, network, Map.of());
    byte[] bytes = Files.readAllBytes(file);
    byte[] wanted =
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat((float) Math.sin(3)).array();
    int at = indexOf(bytes, wanted);
    bytes[at + 1] ^= 4;
    Files.write(file, bytes);
    assertThatThrownBy(() -> WeightFile.open(file))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("damaged");
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    throw new AssertionError("the number is not in the file");
  }

  @Test
  void otherFilesAreRefusedWithARemedy() {
    assertThatThrownBy(() -> WeightFile.open(folder.resolve("w.pt")))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("np.savez");
    assertThatThrownBy(() -> WeightFile.open(folder.resolve("w.bin")))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining(".safetensors or .npz");
    assertThatThrownBy(() -> WeightFile.open(folder.resolve("none.npz")))
        .isInstanceOf(DataNotFoundException.class);
    assertThatThrownBy(() -> WeightFile.open(folder.resolve("none.safetensors")))
        .isInstanceOf(DataNotFoundException.class);
    assertThatThrownBy(() -> WeightFile.write(folder.resolve("w.pt"), network, Map.of()))
        .isInstanceOf(InvalidOptionException.class);
  }
}
