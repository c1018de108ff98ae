package org.penumbra.occlusion;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;

/**
 * The file of a {@link MaskStore}: 8 bytes "PNBMASK1", a deflated body, and the CRC-32 of
 * everything before it (4 bytes). Numbers are big-endian. The body holds the occlusion's name, its
 * seed (8 bytes), the layout's name and the number of clips (4 bytes); then for each clip its name,
 * T, V and M (4 bytes each) and two bits per cell in C-order (T, V, M), the first in the lowest
 * bits. Texts are a length (4 bytes) and UTF-8.
 */
final class MaskFile {
  private static final byte[] MAGIC = "PNBMASK1".getBytes(StandardCharsets.US_ASCII);
  private static final int CHECK = 4;
  private static final int LONGEST_TEXT = 10_000;
  private static final long MOST_CELLS = 1L << 28; // of one clip: 64 MiB packed

  private MaskFile() {}

  static void write(MaskStore store, Path file) {
    AtomicFiles.write(
        file,
        out -> {
          byte[] content = encode(store);
          out.write(content);
          new DataOutputStream(out).writeInt(check(content, content.length));
        });
  }

  private static byte[] encode(MaskStore store) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(MAGIC);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      writeText(out, store.occlusion());
      out.writeLong(store.seed());
      writeText(out, store.layout());
      out.writeInt(store.packed().size());
      for (Map.Entry<String, PackedMask> entry : store.packed().entrySet()) {
        PackedMask mask = entry.getValue();
        writeText(out, entry.getKey());
        out.writeInt(mask.frames());
        out.writeInt(mask.joints());
        out.writeInt(mask.bodies());
        out.write(mask.bits());
      }
    }
    return bytes.toByteArray();
  }

  static MaskStore read(Path file) {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw new DataNotFoundException("No masks at " + file + ".");
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + file + ": " + failure.getMessage(), failure);
    }
    String place = file.toString();
    int end = content.length - CHECK;
    if (content.length < MAGIC.length
        || !Arrays.equals(Arrays.copyOf(content, MAGIC.length), MAGIC)) {
      throw new DataFormatException(place, "is no file of masks: it does not start with PNBMASK1.");
    }
    try {
      if (end < MAGIC.length || stored(content, end) != check(content, end)) {
        throw new DataFormatException(
            place, "is cut short or was changed (its checksum differs); save the masks again.");
      }
      return decode(place, content, end);
    } catch (EOFException | ZipException damage) {
      throw new DataFormatException(
          place, "ends before its last clip or is not deflated; save the masks again.", damage);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + file + ": " + failure.getMessage(), failure);
    }
  }

  private static MaskStore decode(String place, byte[] content, int end) throws IOException {
    ByteArrayInputStream body = new ByteArrayInputStream(content, MAGIC.length, end - MAGIC.length);
    try (DataInputStream in = new DataInputStream(new InflaterInputStream(body))) {
      String occlusion = readText(place, in);
      long seed = in.readLong();
      String layout = readText(place, in);
      int clips = in.readInt();
      Map<String, PackedMask> masks = new TreeMap<>();
      for (int n = 0; n < clips; n++) {
        String name = readText(place, in);
        PackedMask mask = readMask(place + ", clip " + name, in);
        mask.unpack(place + ", clip " + name);
        if (masks.put(name, mask) != null) {
          throw new DataFormatException(place, "two masks have the clip name " + name + ".");
        }
      }
      if (clips < 0 || in.read() >= 0) {
        throw new DataFormatException(place, "expected " + clips + " clips and then the end.");
      }
      return new MaskStore(occlusion, seed, layout, masks);
    }
  }

  private static PackedMask readMask(String place, DataInputStream in) throws IOException {
    int frames = in.readInt();
    int joints = in.readInt();
    int bodies = in.readInt();
    boolean sound = frames >= 0 && joints >= 1 && bodies >= 1;
    // In two steps: the product of three could overflow.
    long columns = sound ? (long) joints * bodies : 0;
    if (!sound || columns > MOST_CELLS || columns * frames > MOST_CELLS) {
      throw new DataFormatException(
          place,
          "expected a shape of at most "
              + MOST_CELLS
              + " cells, found T "
              + frames
              + ", V "
              + joints
              + ", M "
              + bodies
              + ".");
    }
    int length = PackedMask.bytes(columns * frames);
    byte[] bits = in.readNBytes(length); // grows with what is there, not with what is announced
    if (bits.length < length) {
      throw new EOFException();
    }
    return new PackedMask(frames, joints, bodies, bits);
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(String place, DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST_TEXT) {
      throw new DataFormatException(
          place, "expected a text of at most " + LONGEST_TEXT + " bytes, found " + length + ".");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int check(byte[] content, int length) {
    CRC32 crc = new CRC32();
    crc.update(content, 0, length);
    return (int) crc.getValue();
  }

  private static int stored(byte[] content, int from) throws IOException {
    return new DataInputStream(new ByteArrayInputStream(content, from, CHECK)).readInt();
  }
}
