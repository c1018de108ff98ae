package org.penumbra.data;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * A name as NTU RGB+D writes it, {@code SsssCcccPpppRrrrAaaa}.
 *
 * @param setup 0 to 999; real ones from 1 to 32
 * @param camera 0 to 999; real ones from 1 to 3
 * @param subject 0 to 999; real ones from 1 to 106
 * @param repetition 0 to 999; real ones are 1 and 2
 * @param action 1 to 999; real ones from 1 to 120; the label is one less
 */
public record NtuName(int setup, int camera, int subject, int repetition, int action) {
  private static final Pattern FORM =
      Pattern.compile("S(\\d{3})C(\\d{3})P(\\d{3})R(\\d{3})A(\\d{3})");

  private static final int MOST = 999;

  /** Checks that each number fits its three digits. */
  public NtuName {
    Require.inRange("setup", setup, 0, MOST);
    Require.inRange("camera", camera, 0, MOST);
    Require.inRange("subject", subject, 0, MOST);
    Require.inRange("repetition", repetition, 0, MOST);
    Require.inRange("action", action, 1, MOST);
  }

  /** Whether a text has this form. */
  public static boolean isName(String text) {
    return FORM.matcher(text).matches() && !text.endsWith("000");
  }

  /**
   * Reads a name.
   *
   * @param text without the ending {@code .skeleton}
   * @throws InvalidOptionException if it has another form
   */
  public static NtuName parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!isName(text) || !matcher.matches()) {
      throw new InvalidOptionException("clip name", "like S001C001P001R001A001", text);
    }
    return new NtuName(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)),
        Integer.parseInt(matcher.group(4)),
        Integer.parseInt(matcher.group(5)));
  }

  /** Who did what, as the name tells. */
  public ClipInfo info() {
    return new ClipInfo(toString(), action - 1, subject, camera, setup, repetition);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "S%03dC%03dP%03dR%03dA%03d", setup, camera, subject, repetition, action);
  }
}
