package org.penumbra.data.format.pickle;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.penumbra.core.AtomicFiles;

/**
 * Writes the reference pipelines' label files: the tuple (list of names, list of labels) as a
 * pickle of protocol 2, which every Python since 2.3 reads.
 */
public final class LabelPickle {
  private LabelPickle() {}

  /**
   * Writes one file.
   *
   * @param names of clips
   * @param labels as many
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void write(Path file, List<String> names, List<Integer> labels) {
    AtomicFiles.write(
        file,
        out -> {
          DataOutputStream data = new DataOutputStream(out);
          data.writeByte(0x80);
          data.writeByte(2);
          data.writeBytes("](");
          for (String name : names) {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            data.writeByte('X');
            little(data, text.length);
            data.write(text);
          }
          data.writeBytes("e](");
          for (int label : labels) {
            data.writeByte('J');
            little(data, label);
          }
          data.writeByte('e');
          data.writeByte(0x86);
          data.writeByte('.');
          data.flush();
        });
  }

  private static void little(DataOutputStream data, int value) throws IOException {
    data.writeInt(Integer.reverseBytes(value));
  }
}
