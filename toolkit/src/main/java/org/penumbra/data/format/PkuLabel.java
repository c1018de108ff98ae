package org.penumbra.data.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.penumbra.core.DataFormatException;

/**
 * One line of a label text, {@code class,start,end,confidence}: an action in a recording.
 *
 * @param label class from 0
 * @param start first frame, from 1
 * @param end last frame, from 1, inclusive
 */
record PkuLabel(int label, int start, int end) {
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
  private static final List<String> FIELDS = List.of("class", "start", "end", "confidence");

  /** Lines of a label text, without blank ones at its end. */
  static List<String> lines(byte[] content) {
    return new String(content, StandardCharsets.UTF_8).stripTrailing().lines().toList();
  }

  /**
   * Reads one line.
   *
   * @param place what to call the line in messages
   */
  static PkuLabel parse(String place, String line) {
    String[] fields = line.strip().split(",", -1);
    if (fields.length != FIELDS.size()) {
      throw new DataFormatException(
          place, "expected class,start,end,confidence, found '" + shown(line) + "'.");
    }
    int[] numbers = new int[FIELDS.size()];
    for (int i = 0; i < numbers.length; i++) {
      String field = fields[i].strip();
      if (!WHOLE.matcher(field).matches()) {
        throw new DataFormatException(
            place,
            "expected a whole number as " + FIELDS.get(i) + ", found '" + shown(field) + "'.");
      }
      numbers[i] = Integer.parseInt(field);
    }
    int classes = PkuClasses.NAMES.size();
    if (numbers[0] < 1 || numbers[0] > classes) {
      throw new DataFormatException(
          place, "expected a class from 1 to " + classes + ", found " + numbers[0] + ".");
    }
    if (numbers[1] < 1 || numbers[2] < numbers[1]) {
      throw new DataFormatException(
          place,
          "expected a start from 1 and an end not before it, found "
              + numbers[1]
              + " to "
              + numbers[2]
              + ".");
    }
    return new PkuLabel(numbers[0] - 1, numbers[1], numbers[2]);
  }

  private static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }
}
