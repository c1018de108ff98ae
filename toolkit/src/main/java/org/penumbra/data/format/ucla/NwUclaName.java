package org.penumbra.data.format.ucla;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.archive.EntryNames;

/** What a file name {@code aAA_sSS_eEE_vVV.json} says: action, subject, repetition and view. */
public final class NwUclaName {
  /** Class names by label. */
  public static final List<String> CLASSES =
      List.of(
          "pick up with one hand",
          "pick up with two hands",
          "drop trash",
          "walk around",
          "sit down",
          "stand up",
          "donning",
          "doffing",
          "throw",
          "carry");

  /** Action number in the file name, by label. */
  private static final List<Integer> ACTIONS = List.of(1, 2, 3, 4, 5, 6, 8, 9, 11, 12);

  private static final Pattern NAME =
      Pattern.compile("a(\\d\\d)_s(\\d\\d)_e(\\d\\d)_v(\\d\\d)\\.json");

  private NwUclaName() {}

  /** Whether a file in a folder or archive is a clip; split lists and system files are not. */
  public static boolean isClip(String path) {
    return NAME.matcher(EntryNames.fileName(path)).matches();
  }

  /**
   * Reads the name of a clip.
   *
   * @throws DataFormatException if the action number is none of the ten
   */
  public static ClipInfo parse(String path, String place) {
    String file = EntryNames.fileName(path);
    Matcher matcher = NAME.matcher(file);
    if (!matcher.matches()) {
      throw new DataFormatException(place, "expected a name like a01_s01_e00_v01.json.");
    }
    int label = ACTIONS.indexOf(number(matcher, 1));
    if (label < 0) {
      throw new DataFormatException(
          place, "expected an action of " + ACTIONS + " in the name, found " + number(matcher, 1));
    }
    String name = file.substring(0, file.length() - ".json".length());
    return new ClipInfo(name, label, number(matcher, 2), number(matcher, 4), 0, number(matcher, 3));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
