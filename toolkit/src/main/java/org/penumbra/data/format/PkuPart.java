package org.penumbra.data.format;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penumbra.data.ClipInfo;

/** The two parts of PKU-MMD: how their recordings are called and where they may be. */
enum PkuPart {
  ONE("pku-mmd-1", "(\\d{4})()-([LMR])", "0002-L"),
  TWO("pku-mmd-2", "A(\\d\\d)N(\\d\\d)-([LMR])", "A01N01-L");

  private static final String CAMERAS = "LMR";

  private final String setName;
  private final Pattern recording;
  private final String example;

  PkuPart(String setName, String recording, String example) {
    this.setName = setName;
    this.recording = Pattern.compile(recording);
    this.example = example;
  }

  String setName() {
    return setName;
  }

  /** A recording's name, for messages. */
  String example() {
    return example;
  }

  /** How its folder may be called in the data folder. */
  List<String> folders() {
    return switch (this) {
      case ONE ->
          List.of(
              setName,
              "PKU-MMD-1",
              "PKU-MMD-I",
              "PKUMMDv1",
              "PKUMMD",
              "PKU-MMD",
              "pku_v1",
              "pku_raw/v1");
      case TWO ->
          List.of(
              setName,
              "PKU-MMD-2",
              "PKU-MMD-II",
              "PKUMMDv2",
              "PKUMMD",
              "PKU-MMD",
              "pku_v2",
              "pku_raw/v2");
    };
  }

  boolean isRecording(String name) {
    return recording.matcher(name).matches();
  }

  /**
   * A clip of a recording.
   *
   * @param row its line in the label file, from 1
   */
  ClipInfo info(String name, int row, int label) {
    Matcher matcher = recording.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(name);
    }
    String subject = matcher.group(2);
    return new ClipInfo(
        "%s_%03d".formatted(name, row),
        label,
        subject.isEmpty() ? 0 : Integer.parseInt(subject),
        1 + CAMERAS.indexOf(matcher.group(3)),
        Integer.parseInt(matcher.group(1)),
        0);
  }
}
