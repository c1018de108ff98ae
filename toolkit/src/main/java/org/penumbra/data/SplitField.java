package org.penumbra.data;

import java.util.Locale;

/** What a {@link SplitRule} looks at. */
public enum SplitField {
  /** Performer's number. */
  SUBJECT,
  /** Camera's number. */
  CAMERA,
  /** Setup's number. */
  SETUP,
  /** The recording a clip was cut from: the clip's name up to its first underscore (PKU-MMD). */
  RECORDING,
  /** The clip's whole name. */
  CLIP;

  /** The value of a clip, as rules write it. */
  public String of(ClipInfo info) {
    return switch (this) {
      case SUBJECT -> String.valueOf(info.subject());
      case CAMERA -> String.valueOf(info.camera());
      case SETUP -> String.valueOf(info.setup());
      case RECORDING -> info.name().replaceFirst("_.*", "");
      case CLIP -> info.name();
    };
  }

  /** Lower-case name, as rules and tables write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
