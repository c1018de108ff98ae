package org.penumbra.data.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penumbra.data.ClipInfo;

/** Names of clips in label files: NTU RGB+D's {@code SsssCcccPpppRrrrAaaa}, or any other. */
final class ArrayClipName {
  private static final String ENDING = ".skeleton";
  private static final Pattern NTU =
      Pattern.compile("S(\\d{3})C(\\d{3})P(\\d{3})R(\\d{3})A(\\d{3})");

  private ArrayClipName() {}

  /** Without the ending that label files of the reference pipelines give it. */
  static String plain(String name) {
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  /** As label files of the reference pipelines write it. */
  static String inLabelFile(String plain) {
    return isNtu(plain) ? plain + ENDING : plain;
  }

  static boolean isNtu(String plain) {
    return NTU.matcher(plain).matches();
  }

  /** Who did what, as far as the name tells; 0 where it does not. */
  static ClipInfo info(String plain, int label) {
    Matcher ntu = NTU.matcher(plain);
    if (!ntu.matches()) {
      return new ClipInfo(plain, label, 0, 0, 0, 0);
    }
    return new ClipInfo(
        plain, label, number(ntu, 3), number(ntu, 2), number(ntu, 1), number(ntu, 4));
  }

  /** Label that the name tells, or -1. */
  static int label(String plain) {
    Matcher ntu = NTU.matcher(plain);
    return ntu.matches() ? number(ntu, 5) - 1 : -1;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
