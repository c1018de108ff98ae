package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;

class SafetensorsFileTest {
  private static final Map<String, String> TEXTS = Map.of("method", "PSTL \"x\"\n\u00e9\u4e2d");
  private static final float ODD = Float.intBitsToFloat(0x7fc00123); // a NaN with a payload

  @TempDir private Path folder;
  private final NDManager manager = Compute.newManager();
  private final Map<String, NDArray> tensors = new LinkedHashMap<>();

  SafetensorsFileTest() {
    tensors.put("f", manager.create(new float[] {-0f, Float.MIN_VALUE, ODD}, new Shape(3, 1)));
    tensors.put("none", manager.create(new float[0], new Shape(0, 2)));
    tensors.put("d", manager.create(new double[] {1.0 / 3, -1e-300}));
    tensors.put("i", manager.create(new int[] {Integer.MIN_VALUE}));
    tensors.put("l", manager.create(new long[] {(1L << 53) + 1}));
    tensors.put("u", manager.create(new int[] {255, 2}).toType(DataType.UINT8, true));
    tensors.put("b", manager.create(new boolean[] {true, false, true}));
    tensors.put("one", manager.create(2.5f));
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private Path write() {
    Path file = folder.resolve("new folder").resolve("t.safetensors");
    SafetensorsFile.write(file, tensors, TEXTS);
    return file;
  }

  @Test
  void everyTypeComesBackBitForBit() {
    Path path = write();
    SafetensorsFile file = SafetensorsFile.open(path);
    assertThat(file.isChecked()).isTrue();
    assertThat(file.metadata()).isEqualTo(TEXTS);
    assertThat(file.tensors().keySet()).containsExactlyElementsOf(tensors.keySet());
    tensors.forEach(
        (name, expected) -> {
          NDArray found = file.read(name, manager);
          assertThat(found.getDataType()).as(name).isEqualTo(expected.getDataType());
          assertThat(found.getShape()).as(name).isEqualTo(expected.getShape());
          assertThat(found.toByteBuffer()).as(name).isEqualTo(expected.toByteBuffer());
          assertThat(file.tensors().get(name))
              .isEqualTo(
                  new SafetensorsFile.Tensor(
                      expected.getDataType().toString(), expected.getShape()));
        });
    assertThat(path.getParent().toFile().list()).containsExactly("t.safetensors");
  }

  /** From the rule in the file alone. */
  @Test
  void theChecksumIsTheSha256OfTheFileWithZerosForItsDigits() throws Exception {
    String text = Files.readString(write(), StandardCharsets.ISO_8859_1);
    int at = text.indexOf("\"penumbra_sha256\":\"") + "\"penumbra_sha256\":\"".length();
    String digits = text.substring(at, at + 64);
    String blank = text.substring(0, at) + "0".repeat(64) + text.substring(at + 64);
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(blank.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(digits).isEqualTo(HexFormat.of().formatHex(hash));
  }

  @Test
  void everyFlippedBitIsFound() throws IOException {
    Path file = write();
    byte[] good = Files.readAllBytes(file);
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << (bit % 8));
      assertRefused(file, bad, "bit " + bit % 8 + " of byte " + bit / 8);
    }
    assertThatThrownBy(() -> SafetensorsFile.open(file))
        .hasMessageContaining("damaged: expected checksum ")
        .hasMessageContaining(", found ");
  }

  @Test
  void everyTruncationAndEveryAdditionIsFound() throws IOException {
    Path file = write();
    byte[] good = Files.readAllBytes(file);
    for (int length = 0; length < good.length; length++) {
      assertRefused(file, Arrays.copyOf(good, length), "cut to " + length);
    }
    assertThatThrownBy(() -> SafetensorsFile.open(file))
        .hasMessageMatching("(?s).*expected \\d+ bytes .*, found \\d+; the file is cut off.*");
    assertRefused(file, Arrays.copyOf(good, good.length + 1), "one byte more");
    Files.write(file, good);
    assertThat(SafetensorsFile.open(file).isChecked()).isTrue();
  }

  private static void assertRefused(Path file, byte[] bytes, String what) throws IOException {
    Files.write(file, bytes);
    assertThatThrownBy(() -> SafetensorsFile.open(file))
        .as(what)
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(file.toString());
  }

  private Path foreign(String header, int... shorts) throws IOException {
    byte[] text = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + text.length + 2 * shorts.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(text.length).put(text);
    for (int each : shorts) {
      bytes.putShort((short) each);
    }
    return Files.write(folder.resolve("foreign.safetensors"), bytes.array());
  }

  /** In an order of its own, an empty tensor behind the one that begins where it lies. */
  @Test
  void filesOfOthersAreReadWithoutAChecksum() throws IOException {
    Path path =
        foreign(
            "{'h':{'dtype':'F16','shape':[2],'data_offsets':[4,8]},"
                + "'e':{'dtype':'F32','shape':[0],'data_offsets':[4,4]},"
                + "'__metadata__':{'format':'pt'},"
                + "'f':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} ",
            0,
            0x3fc0,
            0x3c00,
            0xc100);
    SafetensorsFile file = SafetensorsFile.open(path);
    assertThat(file.isChecked()).isFalse();
    assertThat(file.metadata()).containsExactly(Map.entry("format", "pt"));
    assertThat(file.tensors().keySet()).containsExactly("h", "e", "f");
    assertThat(file.read("h", manager).toFloatArray()).containsExactly(1, -2.5f);
    assertThat(file.read("f", manager).toFloatArray()).containsExactly(1.5f);
    assertThat(file.read("e", manager).getShape()).isEqualTo(new Shape(0));
  }

  @Test
  void aFileThatChangedSinceItWasOpenedIsNotRead() {
    SafetensorsFile file = SafetensorsFile.open(write());
    tensors.put("f", manager.create(new float[] {1, 2, 3}, new Shape(3, 1)));
    write();
    assertThatThrownBy(() -> file.read("f", manager))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("tensor f")
        .hasMessageContaining("changed since it was opened");
    assertThat(file.read("l", manager).toLongArray()).containsExactly((1L << 53) + 1);
  }

  @Test
  void anInterruptBreaksOffNeitherWritingNorReading() {
    Thread.currentThread().interrupt();
    try {
      SafetensorsFile file = SafetensorsFile.open(write());
      assertThat(file.read("one", manager).getFloat()).isEqualTo(2.5f);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void whatIsNotThereOrNotPossibleIsSaid() {
    Path file = write();
    assertThatThrownBy(() -> SafetensorsFile.open(folder.resolve("none")))
        .isInstanceOf(DataNotFoundException.class);
    assertThatThrownBy(() -> SafetensorsFile.open(folder))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("found a folder");
    assertThatThrownBy(() -> SafetensorsFile.open(file).read("x", manager))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("one of [f, none, d, i, l, u, b, one]");
    for (String name : new String[] {"penumbra_sha256", "penumbra_sha256_rule"}) {
      assertThatThrownBy(() -> SafetensorsFile.write(file, tensors, Map.of(name, "0")))
          .isInstanceOf(InvalidOptionException.class)
          .hasMessageContaining(name);
    }
    assertThatThrownBy(
            () -> SafetensorsFile.write(file, Map.of("__metadata__", tensors.get("f")), TEXTS))
        .isInstanceOf(InvalidOptionException.class);
    assertThatThrownBy(
            () -> SafetensorsFile.write(file, Map.of(), Map.of("x", "y".repeat(1 << 24))))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("bytes of JSON");
    assertThat(SafetensorsFile.open(file).isChecked()).as("still the former").isTrue();
  }
}
