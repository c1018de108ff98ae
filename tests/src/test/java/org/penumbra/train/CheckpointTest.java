package org.penumbra.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.TrainingException;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.SafetensorsFile;

class CheckpointTest {
  private static final long SEED = 20261121;
  private static final RunIdentity RUN =
      new RunIdentity(Map.of("method", "PSTL", "lambda", "2.0E-4"));
  private static final TrainingPosition POSITION =
      new TrainingPosition(
          2,
          3,
          0.1 + 0.2,
          77,
          1.5,
          1e-300,
          List.of(
              new EpochReport(0, 9, Math.PI, 1e-3, 3, 4, Optional.empty()),
              new EpochReport(
                  1,
                  9,
                  Math.E,
                  2e-3,
                  5,
                  6,
                  Optional.of(
                      new HealthReport(
                          1.0 / 3, 64, OptionalDouble.of(0.7), OptionalDouble.empty())))));

  @TempDir Path folder;
  private final Parameters network = Parameters.create();
  private final int[] bits = new SplittableRandom(SEED).ints(24).toArray();

  CheckpointTest() {
    float[] values = new float[bits.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.intBitsToFloat(bits[i]);
    }
    values[0] = -0f;
    values[1] = Float.MIN_VALUE;
    values[2] = Float.NaN;
    for (int i = 0; i < values.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    network.add("a.weight", network.manager().create(values, new Shape(2, 3, 4)));
    network.addBuffer(
        "turned",
        network.manager().create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3)).transpose());
    network.addBuffer("pointer", network.manager().create(new long[] {1L << 40}));
  }

  @AfterEach
  void close() {
    network.close();
  }

  private Path write() {
    Path file = folder.resolve("epoch-0002-step-00003.safetensors");
    Checkpoint.write(file, RUN, POSITION, Map.of("net", network), Map.of());
    return file;
  }

  private static int[] bits(float[] values) {
    int[] raw = new int[values.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = Float.floatToRawIntBits(values[i]);
    }
    return raw;
  }

  @Test
  void everyBitOfWeightsPositionAndHistoryComesBack() {
    Path file = write();
    float[] turned = network.get("turned").toFloatArray();
    network.set("a.weight", new float[24]);
    network.set("turned", new float[6]);
    network.get("pointer").set(new long[] {0});

    Checkpoint read = Checkpoint.read(file);
    read.restore(Map.of("net", network), Map.of());

    assertThat(read.position()).isEqualTo(POSITION);
    assertThat(read.run()).isEqualTo(RUN);
    assertThat(bits(network.get("a.weight").toFloatArray())).as("seed %d", SEED).isEqualTo(bits);
    assertThat(network.get("turned").toFloatArray()).isEqualTo(turned);
    assertThat(network.get("pointer").toLongArray()).containsExactly(1L << 40);
    assertThat(network.get("a.weight").hasGradient()).isTrue();
  }

  /** By the format's definition alone: length, JSON, bytes. */
  @Test
  void anyReaderOfTheFormatFindsTheTensors() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(write())).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) bytes.getLong();
    byte[] header = new byte[length];
    bytes.get(header);
    JsonObject json =
        JsonParser.parseString(new String(header, StandardCharsets.UTF_8)).getAsJsonObject();
    assertThat(json.keySet())
        .containsExactlyInAnyOrder(
            "__metadata__", "state/net/a.weight", "state/net/turned", "state/net/pointer");
    JsonObject weight = json.getAsJsonObject("state/net/a.weight");
    assertThat(weight.get("dtype").getAsString()).isEqualTo("F32");
    assertThat(weight.get("shape").toString()).isEqualTo("[2,3,4]");
    JsonArray offsets = weight.getAsJsonArray("data_offsets");
    assertThat(offsets.get(1).getAsInt() - offsets.get(0).getAsInt()).isEqualTo(96);
    int[] found = new int[24];
    bytes.position(8 + length + offsets.get(0).getAsInt());
    bytes.asIntBuffer().get(found);
    assertThat(found).isEqualTo(bits);
    assertThat((8 + length) % 8).isZero();
    json.getAsJsonObject("__metadata__")
        .entrySet()
        .forEach(text -> assertThat(text.getValue().getAsJsonPrimitive().isString()).isTrue());
  }

  @Test
  void everyFlippedBitIsFound() throws IOException {
    Path file = write();
    byte[] good = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= (byte) (1 << random.nextInt(8));
      assertRefused(file, bad, "byte " + i + " flipped");
    }
  }

  @Test
  void everyTruncationAndEveryAdditionIsFound() throws IOException {
    Path file = write();
    byte[] good = Files.readAllBytes(file);
    for (int length = 0; length < good.length; length++) {
      assertRefused(file, Arrays.copyOf(good, length), "cut to " + length);
    }
    assertRefused(file, Arrays.copyOf(good, good.length + 1), "one byte more");
    Files.write(file, good);
    assertThat(Checkpoint.read(file).position()).isEqualTo(POSITION);
  }

  private static void assertRefused(Path file, byte[] bytes, String what) throws IOException {
    Files.write(file, bytes);
    assertThatThrownBy(() -> Checkpoint.read(file))
        .as("%s, seed %d", what, SEED)
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aNewerFormatIsRefusedAsSuch() {
    Map<String, String> texts = new LinkedHashMap<>(CheckpointMetadata.of(RUN, POSITION));
    texts.put("version", "2");
    Path file = folder.resolve("epoch-0002.safetensors");
    SafetensorsFile.write(file, Map.of(), texts);
    assertThatThrownBy(() -> Checkpoint.read(file))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("format version 2; expected at most 1")
        .hasMessageContaining(file.toString());
  }

  @Test
  void aSafetensorsFileOfAnotherKindIsNoCheckpoint() {
    Path file = folder.resolve("epoch-0002.safetensors");
    SafetensorsFile.write(file, Map.of(), Map.of("format", "weights"));
    assertThatThrownBy(() -> Checkpoint.read(file))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("not a checkpoint");
  }

  /** Of another program, or with the checksum taken out: nothing says that it is undamaged. */
  @Test
  void aFileWithoutAChecksumIsNoCheckpoint() throws IOException {
    Path file = folder.resolve("epoch-0002.safetensors");
    JsonObject texts = new JsonObject();
    CheckpointMetadata.of(RUN, POSITION).forEach(texts::addProperty);
    JsonObject json = new JsonObject();
    json.add("__metadata__", texts);
    byte[] header = json.toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + header.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(header.length).put(header);
    assertRefused(file, bytes.array(), "no checksum");
    assertThatThrownBy(() -> Checkpoint.read(file)).hasMessageContaining("found none");
  }

  @Test
  void networksThatDoNotFitAreLeftAloneAndTheDifferenceIsSaid() {
    Checkpoint saved = Checkpoint.read(write());
    try (Parameters other = Parameters.create()) {
      other.add("a.weight", other.manager().ones(new Shape(2, 3, 5)));
      other.addBuffer("pointer", other.manager().create(new long[] {5}));
      other.addBuffer("extra", other.manager().create(new float[] {5}));
      assertThatThrownBy(() -> saved.restore(Map.of("net", other), Map.of()))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("a.weight: expected float32 (2, 3, 5), found float32 (2, 3, 4)")
          .hasMessageContaining("net/extra: expected float32 (1), found nothing")
          .hasMessageContaining("net/turned: expected nothing, found a tensor");
      assertThat(other.get("pointer").toLongArray()).containsExactly(5);
    }
  }
}
