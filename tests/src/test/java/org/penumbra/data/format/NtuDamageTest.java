package org.penumbra.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.BodySelection;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.NtuName;
import org.penumbra.data.SkeletonClip;

/** Damaged files: each one a message that says where and what. */
class NtuDamageTest {
  private static final ClipInfo INFO = NtuName.parse(NtuFiles.NAME).info();

  /** Two frames of one body each: frame 0 begins in line 2, its joint 0 in line 5. */
  private static final String GOOD =
      NtuFiles.file(
          NtuFiles.frame(NtuFiles.body(3, "0.5 -0.25 3.5")),
          NtuFiles.frame(NtuFiles.body(3, "0.5 -0.25 3.75")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          0.5 -0.25 3.5 |0.5 abc 3.5 |line 5, frame 0, body 0|a finite number y of joint 0|found 'abc'
          0.5 -0.25 3.5 |NaN -0.25 3.5 |line 5, frame 0, body 0|a finite number x of joint 0|found 'NaN'
          0.5 -0.25 3.5 |0.5 -0.25 Infinity |line 5, frame 0, body 0|a finite number z of joint 0|found 'Infinity'
          0.5 -0.25 3.5 |0.5 -0.25 1e39 |line 5, frame 0, body 0|a finite number z of joint 0|found '1e39'
          0.5 -0.25 3.75 |0.5 -0.25 3,75 |line 33, frame 1, body 0|a finite number z of joint 0|found '3,75'
          0.5 -0.25 3.5 |0.5 0x1p3 3.5 |line 5, frame 0, body 0|number y of joint 0|found '0x1p3'
          0.5 -0.25 3.5 |0.5 3.5 |line 5, frame 0, body 0|12 fields of joint 0|found 11 fields
          0.5 -0.25 3.5 |0.5 -0.25 3.5 7 |line 5, frame 0, body 0|12 fields of joint 0|found 13 fields
          3.5 0 0 0 0 |3.5 0 red 0 0 |line 5, frame 0, body 0|a number depthY of joint 0|found 'red'
          3.5 0 0 0 0 0 0 0 0 2|3.5 0 0 0 0 0 0 1-2 0 2|line 5, frame 0, body 0|orientationY of joint 0|found '1-2'
          3.5 0 0 0 0 0 0 0 0 2|3.5 0 0 0 0 0 0 0 0 3|line 5, frame 0, body 0|trackingState 0, 1 or 2 of joint 0|found '3'
          3.5 0 0 0 0 0 0 0 0 2|3.5 0 0 0 0 0 0 0 0 -1|line 5, frame 0, body 0|trackingState 0, 1 or 2|found '-1'
          3.5 0 0 0 0 0 0 0 0 2|3.5 0 0 0 0 0 0 0 0 NaN|line 5, frame 0, body 0|trackingState 0, 1 or 2|found 'NaN'
          0.02764709|lean|line 3, frame 0, body 0|a number in field 8 of a body|found 'lean'
          3 0 1 1|three 0 1 1|line 3, frame 0, body 0|a number in field 1 of a body|found 'three'
          3 0 1 1|3 0 1|line 3, frame 0, body 0|10 fields of a body|found 9 fields
          """)
  void aWrongFieldIsRefusedWithPlaceExpectedAndFound(
      String right, String wrong, String place, String expected, String found) {
    assertThat(GOOD).contains(right);
    assertRefused(GOOD.replaceFirst(right, wrong), place, expected, found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          26|line 4, frame 0, body 0|expected 25 joints|found '26'
          24|line 4, frame 0, body 0|expected 25 joints|found '24'
          25 25|line 4, frame 0, body 0|number of joints, alone in its line|found 2 fields
          -25|line 4, frame 0, body 0|expected 25 joints|found '-25'
          25.0|line 4, frame 0, body 0|expected 25 joints|found '25.0'
          """)
  void anotherNumberOfJointsIsRefused(String joints, String place, String expected, String found) {
    assertRefused(
        GOOD.replaceFirst("\r\n25\r\n", "\r\n" + joints + "\r\n"), place, expected, found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0|line 1|number of frames, a whole number from 1|found '0'
          -2|line 1|a whole number from 1|found '-2'
          two|line 1|a whole number from 1|found 'two'
          1|line 30|the end of the file after 1 frames|found '1'
          3|line 58|number of bodies|found the end of the file; it is cut off
          2.0|line 1|a whole number from 1|found '2.0'
          999999999|line 1|bytes left can hold|found '999999999'
          99999999999999999999999|line 1|a whole number from 1|found '99999999999999999999999'
          """)
  void aWrongNumberOfFramesIsRefused(String frames, String place, String expected, String found) {
    assertRefused(frames + GOOD.substring(1), place, expected, found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2|line 30, frame 0, body 1|10 fields of a body|found 1 fields
          0|line 3, frame 1|number of bodies, alone in its line|found 10 fields
          x|line 2, frame 0|a whole number from 0|found 'x'
          7|line 2, frame 0|bytes left can hold|found '7'; the file is cut off or the number wrong
          2147483648|line 2, frame 0|bytes left can hold|found '2147483648'
          1 1|line 2, frame 0|number of bodies, alone in its line|found 2 fields
          """)
  void aWrongNumberOfBodiesIsRefused(String bodies, String place, String expected, String found) {
    assertRefused("2\r\n" + bodies + GOOD.substring(4), place, expected, found);
  }

  @Test
  void whatFollowsTheLastFrameIsRefused() {
    assertRefused(GOOD + "0\r\n", "line 58", "the end of the file after 2 frames", "found '0'");
    assertRefused(GOOD + "\r\n\u0000", "line 59", "the end of the file", "found '?'");
    assertRefused(GOOD.replace("25\r\n", "25\r\n\r\n"), "line 5", "of joint 0", "an empty line");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", " ", "\r\n\r\n", "{}", "PK\u0003\u0004", "\u00ff\u00fe1", "NaN"})
  void whatIsNoSkeletonFileIsRefused(String text) {
    assertRefused(text, "line 1", "expected the number of frames", "copy or unpack it again");
  }

  @Test
  void anEmptyFileSaysSo() {
    assertRefused("", "clip, line 1", "expected the number of frames", "it is empty");
  }

  @Test
  void aFoundTextIsShownShortAndHarmless() {
    String text = GOOD.replaceFirst("0.5 -0.25", "\u001b[2Jred\u0007" + "x".repeat(500) + " -0.25");
    assertThatThrownBy(() -> read(text))
        .hasMessageContaining("found '?[2Jred?xxx")
        .hasMessageContaining("...'")
        .message()
        .hasSizeLessThan(300)
        .matches("[ -~]*");
  }

  @Test
  void moreThanAHundredThousandFramesAreRefused() {
    String most = "100000\n" + "0\n".repeat(100_000);
    assertThat(read(most).frames()).isEqualTo(100_000);
    assertRefused(
        "100001\n" + "0\n".repeat(100_001), "line 1", "at most 100000 frames", "found 100001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n"})
  void aFileCutOffAnywhereIsRefusedOrTheSame(String lineEnd) {
    for (String whole : new String[] {NtuFiles.text(1, 0, 2), NtuFiles.text(1, 0), GOOD}) {
      String text = whole.replace("\r\n", lineEnd);
      byte[] bytes = NtuFiles.bytes(text);
      SkeletonClip expected = read(text);
      int same = 0;
      for (int length = 0; length < bytes.length; length++) {
        try {
          SkeletonClip clip = read(Arrays.copyOf(bytes, length));
          assertThat(clip).as("cut at byte %d of %d", length, bytes.length).isEqualTo(expected);
          same++;
        } catch (DataFormatException clear) {
          assertThat(clear).hasMessageContaining("clip, line ").hasMessageContaining("expected");
        }
      }
      assertThat(same).as("only the last line's end may be lost").isEqualTo(lineEnd.length());
    }
  }

  private static void assertRefused(String text, String... parts) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(DataFormatException.class)
        .hasMessageStartingWith("clip, line ")
        .hasMessageContainingAll(parts);
  }

  private static SkeletonClip read(String text) {
    return read(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static SkeletonClip read(byte[] bytes) {
    return NtuSkeletonFile.read(
        INFO,
        "clip",
        bytes,
        new NtuOptions(BodySelection.FIRST_IN_FILE, JointMarker.TRACKING_STATE));
  }
}
