package org.penumbra.synthetic;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penumbra.core.InvalidOptionException;

/**
 * A name as NTU RGB+D writes it, {@code SsssCcccPpppRrrrAaaa}.
 *
 * @param setup from 1
 * @param camera from 1
 * @param subject from 1
 * @param repetition from 1
 * @param action from 1; the label is one less
 */
record ClipName(int setup, int camera, int subject, int repetition, int action) {
  private static final Pattern FORM =
      Pattern.compile("S(\\d{3})C(\\d{3})P(\\d{3})R(\\d{3})A(\\d{3})");

  static ClipName parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidOptionException("clip name", "like S001C001P001R001A001", text);
    }
    return new ClipName(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)),
        Integer.parseInt(matcher.group(4)),
        Integer.parseInt(matcher.group(5)));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "S%03dC%03dP%03dR%03dA%03d", setup, camera, subject, repetition, action);
  }
}
