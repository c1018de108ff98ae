package org.penumbra.data.format;

import java.util.Locale;

/** The columns of a CSV of clips that are read; others are passed over. */
enum CsvColumn {
  CLIP,
  FRAME,
  JOINT,
  X,
  Y,
  Z,
  BODY,
  STATE,
  LABEL,
  SUBJECT,
  CAMERA,
  SETUP,
  REPETITION;

  boolean isRequired() {
    return compareTo(Z) <= 0;
  }

  /** Whether it says something of the whole clip, so that all its rows must agree. */
  boolean isOfClip() {
    return compareTo(LABEL) >= 0;
  }

  /** As the header writes it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
