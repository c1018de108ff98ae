package org.penumbra.data.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.penumbra.core.RandomKey;

/** Writes small made-up PKU-MMD sets in the format of the real ones. */
final class PkuFiles {
  private PkuFiles() {}

  /** Two recordings of part I by three cameras, and one by one; names to contents. */
  static Map<String, String> first() {
    Map<String, String> files = new TreeMap<>();
    for (String recording : new String[] {"0002-L", "0002-M", "0002-R", "0010-L"}) {
      files.put("Data/PKU_Skeleton_Renew/" + recording + ".txt", skeletons(recording, 12));
      files.put("Label/Train_Label_PKU_final/" + recording + ".txt", "3,2,5,2\n51,6,12,1\n");
    }
    files.put("Label/Train_Label_PKU_final/0010-L.txt", "8,1,1,2"); // a single line, as some are
    files.put(
        "Split/cross-subject.txt",
        "Training videos:\n0002-L, 0002-M, 0002-R, 0003-L,\nTesting videos:\n0010-L\n");
    files.put("Split/cross-view.txt", "Training:\r\n0002-M, 0002-R\r\nTest:\r\n0002-L, 0010-L\r\n");
    files.put("Split/Actions.xlsx", "not text");
    return files;
  }

  /** One recording of part II. */
  static Map<String, String> second() {
    return new TreeMap<>(
        Map.of(
            "skeletons/A14N07-R.txt", skeletons("A14N07-R", 6),
            "label/A14N07-R.txt", "1,1,6,2\n",
            "skeletons/A01N01-L.txt", skeletons("A01N01-L", 3),
            "label/A01N01-L.txt", "12,2,3,1\n",
            "cross_subject_v2.txt", "Train\nA14N07-R\nTest\nA01N01-L\n"));
  }

  /**
   * Frames of one line, with a space before the first number as in the real files. Body 2 is in
   * frames 2 to 4; body 1 is not in frame 3; joint 7 of body 1 has no position in frame 2.
   */
  static String skeletons(String name, int frames) {
    StringBuilder text = new StringBuilder();
    for (int t = 0; t < frames; t++) {
      for (int i = 0; i < 150; i++) {
        text.append(' ').append(String.format(Locale.ROOT, "%.6f", value(name, t, i)));
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Number i of frame t. */
  static float value(String name, int t, int i) {
    boolean second = i >= 75;
    boolean gone = second ? t < 2 || t > 4 : t == 3 || (t == 2 && i / 3 == 7);
    SplittableRandom random = RandomKey.of(t).with(name).with(String.valueOf(i)).generator();
    return gone ? 0 : Float.parseFloat(String.format(Locale.ROOT, "%.6f", random.nextDouble() - 2));
  }

  static Path write(Path target, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = target.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
    }
    return target;
  }
}
