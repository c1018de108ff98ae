package org.penumbra.data.format.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.penumbra.core.DataFormatException;

class NpzReaderTest {
  private static byte[] zip(String name, byte[] content, int copies) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < copies; i++) {
        zip.putNextEntry(new ZipEntry(i == 0 ? name : i + name));
        zip.write(content);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] npy(int items) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    NpyWriter.write(
        bytes, NpyHeader.of(NpyType.FLOAT32, items), s -> s.floats(new float[items], 0, items));
    return bytes.toByteArray();
  }

  @Test
  void aBombEndsAtTheLimit() throws IOException {
    byte[] archive = zip("a.npy", npy(1 << 20), 2);
    assertThat(archive.length).isLessThan(100_000);
    assertThat(NpzReader.read("a.npz", archive, 9 << 20)).containsOnlyKeys("a", "1a");
    assertThatThrownBy(() -> NpzReader.read("a.npz", archive, 7 << 20))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("a.npz!1a.npy")
        .hasMessageContaining("np.savez");
  }

  @Test
  void entriesThatAreNoArraysOrTooManyAreRefused() throws IOException {
    byte[] escape = zip("../a.npy", npy(1), 1);
    assertThatThrownBy(() -> NpzReader.read("a.npz", escape, 1 << 20))
        .hasMessageContaining("found '../a.npy'");
    byte[] other = zip("a.txt", npy(1), 1);
    assertThatThrownBy(() -> NpzReader.read("a.npz", other, 1 << 20))
        .hasMessageContaining("expected entries like coordinates.npy");
    byte[] many = zip("a.npy", npy(1), 65);
    assertThatThrownBy(() -> NpzReader.read("a.npz", many, 1 << 20))
        .hasMessageContaining("at most 64 arrays, found 65");
    byte[] text = zip("a.npy", new byte[100], 1);
    assertThatThrownBy(() -> NpzReader.read("a.npz", text, 1 << 20))
        .hasMessageContaining("a.npz!a.npy, byte 0");
  }
}
