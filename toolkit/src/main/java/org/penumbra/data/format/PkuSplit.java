package org.penumbra.data.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.penumbra.core.DataFormatException;

/**
 * A split text: its second line lists the recordings to train on, its fourth those to test on.
 *
 * @param training names of recordings
 * @param testing names of recordings
 */
record PkuSplit(Set<String> training, Set<String> testing) {
  private static final int TRAINING_LINE = 2;
  private static final int TESTING_LINE = 4;

  PkuSplit {
    training = Set.copyOf(training);
    testing = Set.copyOf(testing);
  }

  static PkuSplit parse(PkuPart part, String place, byte[] content) {
    List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
    Set<String> training = recordings(part, place, lines, TRAINING_LINE);
    Set<String> testing = recordings(part, place, lines, TESTING_LINE);
    for (String recording : training) {
      if (testing.contains(recording)) {
        throw new DataFormatException(
            place,
            "expected each recording to train or to test, found " + recording + " in both lists.");
      }
    }
    return new PkuSplit(training, testing);
  }

  private static Set<String> recordings(
      PkuPart part, String place, List<String> lines, int number) {
    String where = place + ", line " + number;
    String line = lines.size() < number ? "" : lines.get(number - 1);
    Set<String> recordings = new TreeSet<>();
    Arrays.stream(line.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .forEach(
            name -> {
              if (!part.isRecording(name)) {
                throw new DataFormatException(
                    where,
                    "expected recordings as "
                        + part.example()
                        + ", found '"
                        + (name.length() <= 60 ? name : name.substring(0, 60) + "...")
                        + "'.");
              }
              recordings.add(name);
            });
    if (recordings.isEmpty()) {
      throw new DataFormatException(
          where,
          "expected names of recordings, separated by commas, found none; line 2 lists those to "
              + "train on, line 4 those to test on.");
    }
    return recordings;
  }

  boolean lists(String recording) {
    return training.contains(recording) || testing.contains(recording);
  }
}
