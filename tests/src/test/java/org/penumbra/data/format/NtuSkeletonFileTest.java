package org.penumbra.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.BodySelection;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointState;
import org.penumbra.data.NtuName;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

class NtuSkeletonFileTest {
  private static final ClipInfo INFO = NtuName.parse(NtuFiles.NAME).info();

  @TempDir Path folder;

  @Test
  void everyNumberIsWhereTheFileHasIt() {
    String text = NtuFiles.text(1, 2, 1);
    SkeletonClip clip = first(text);
    assertThat(clip.layout()).isEqualTo(SkeletonLayout.NTU_25);
    assertThat(clip.frames()).isEqualTo(3);
    assertThat(clip.bodies()).isEqualTo(2);
    String[] lines = text.split("\r\n", -1);
    int line = 1;
    for (int t = 0; t < 3; t++) {
      int bodies = Integer.parseInt(lines[line++]);
      for (int m = 0; m < bodies; m++) {
        line += 2;
        for (int v = 0; v < 25; v++) {
          String[] fields = lines[line++].split(" ", -1);
          for (int c = 0; c < 3; c++) {
            assertThat(clip.at(c, t, v, m)).isEqualTo(Float.parseFloat(fields[c]));
          }
          assertThat(clip.isInferred(t, v, m)).isEqualTo(fields[11].equals("1"));
          assertThat(clip.mask().isObserved(t, v, m)).isTrue();
        }
      }
      for (int v = 0; v < 25 && bodies == 1; v++) {
        assertThat(clip.mask().state(t, v, 1)).isEqualTo(JointState.ABSENT);
      }
    }
    assertThat(clip.info()).isEqualTo(new ClipInfo(NtuFiles.NAME, 3, 3, 2, 1, 1));
  }

  @Test
  void trackingStatesAreTheMask() {
    String[] joints = new String[25];
    for (int v = 0; v < 25; v++) {
      joints[v] = "0.5 -0.25 3 0 0 0 0 0 0 0 0 " + v % 3;
    }
    SkeletonClip clip = first(NtuFiles.file(NtuFiles.frame(NtuFiles.body(9, joints))));
    assertThat(clip.hasTrackingState()).isTrue();
    for (int v = 0; v < 25; v++) {
      assertThat(clip.mask().state(0, v, 0))
          .isEqualTo(v % 3 == 0 ? JointState.OCCLUDED : JointState.OBSERVED);
      assertThat(clip.isInferred(0, v, 0)).isEqualTo(v % 3 == 1);
      assertThat(Float.isNaN(clip.at(2, 0, v, 0))).isEqualTo(v % 3 == 0);
    }
  }

  @Test
  void zerosAreOccludedOnlyForAReaderThatIsToldSo() {
    String[] joints = new String[25];
    Arrays.fill(joints, "0.5 -0.25 3 1 1 1 1 0 0 0 0 2");
    joints[4] = "0 0 0 1 1 1 1 0 0 0 0 2";
    joints[5] = "0.0 -0.0 0e3 1 1 1 1 0 0 0 0 1";
    joints[6] = "0 0 0.0000001 1 1 1 1 0 0 0 0 2";
    joints[7] = "0.5 0 3 1 1 1 1 0 0 0 0 0";
    String text = NtuFiles.file(NtuFiles.frame(NtuFiles.body(9, joints)), NtuFiles.frame());
    SkeletonClip plain = first(text);
    assertThat(plain.mask().count(JointState.OCCLUDED)).isEqualTo(1);
    assertThat(plain.at(2, 0, 4, 0)).isZero();
    SkeletonClip told =
        read(text, new NtuOptions(BodySelection.FIRST_IN_FILE, JointMarker.ZERO_POSITION));
    assertThat(told.mask().count(JointState.OCCLUDED)).isEqualTo(3);
    for (int v : new int[] {4, 5, 7}) {
      assertThat(told.mask().state(0, v, 0)).isEqualTo(JointState.OCCLUDED);
      assertThat(told.isInferred(0, v, 0)).isFalse();
    }
    assertThat(told.at(2, 0, 6, 0)).isEqualTo(1e-7f);
    assertThat(told.mask().state(1, 4, 0)).isEqualTo(JointState.ABSENT);
  }

  @Test
  void lineEndsMakeNoDifference() {
    String text = NtuFiles.text(2, 0, 1);
    SkeletonClip expected = first(text);
    assertThat(first(text.replace("\r\n", "\n"))).isEqualTo(expected);
    assertThat(first(text.substring(0, text.length() - 2))).isEqualTo(expected);
    assertThat(first(text + "\r\n  \n")).isEqualTo(expected);
    assertThat(first(text.replace(" ", "\t "))).as("any blanks").isEqualTo(expected);
    assertThat(first(text.replace("\r\n", " \r\n"))).as("blank ends").isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.2e-05", "1.2E-5", "+0.000012", "-3e0", "5.", ".5", "0", "-0.0", "1e-50"})
  void anyDecimalNumberIsRead(String number) {
    String text = NtuFiles.text(1, 1);
    String x = text.split("\r\n", -1)[4].split(" ", -1)[0];
    for (String unused : new String[] {"1", number}) {
      String changed = text.replace("25\r\n" + x + " ", "25\r\n" + number + " ");
      changed = changed.replace(" 0.02764709 ", " " + unused + " ");
      SkeletonClip clip = first(changed);
      assertThat(clip.at(0, 0, 0, 0)).isEqualTo(Float.parseFloat(number));
      assertThat(clip.at(1, 0, 0, 0)).isEqualTo(first(text).at(1, 0, 0, 0));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "-nan(ind)", "1.#QNAN", "-1.#IND", "inf", "-Infinity", "1e999"})
  void fieldsThatNobodyUsesMayBeNoFiniteNumber(String none) {
    String good = NtuFiles.file(NtuFiles.frame(NtuFiles.body(1, "1 2 3")));
    String text = good.replaceFirst("1 2 3 0 0 0 0 0", "1 2 3 " + none + " 0 0 0 " + none);
    assertThat(text).isNotEqualTo(good);
    assertThat(first(text)).isEqualTo(first(good));
  }

  @Test
  void aFileThatListsNobodyIsAClipOfAnAbsentBody() {
    for (BodySelection bodies : BodySelection.values()) {
      SkeletonClip clip =
          read(NtuFiles.text(0, 0, 0), new NtuOptions(bodies, JointMarker.TRACKING_STATE));
      assertThat(clip.frames()).isEqualTo(3);
      assertThat(clip.bodies()).isEqualTo(1);
      assertThat(clip.mask().count(JointState.ABSENT)).isEqualTo(75);
    }
  }

  @Test
  void firstInFileTakesTheFirstTwoOfEachFrameWhoeverTheyAre() {
    String a = NtuFiles.body(1, "1 1 1");
    String b = NtuFiles.body(2, "2 2 2");
    String c = NtuFiles.body(3, "3 3 3");
    SkeletonClip clip =
        first(NtuFiles.file(NtuFiles.frame(a, b, c), NtuFiles.frame(c, a), NtuFiles.frame(b)));
    assertThat(clip.bodies()).isEqualTo(2);
    assertThat(clip.at(0, 0, 0, 0)).isEqualTo(1);
    assertThat(clip.at(0, 0, 0, 1)).isEqualTo(2);
    assertThat(clip.at(0, 1, 0, 0)).isEqualTo(3);
    assertThat(clip.at(0, 1, 0, 1)).isEqualTo(1);
    assertThat(clip.at(0, 2, 0, 0)).isEqualTo(2);
    assertThat(clip.mask().state(2, 0, 1)).isEqualTo(JointState.ABSENT);
  }

  @Test
  void mostEnergeticFollowsIdsAndPutsWhoMovesMostFirst() {
    // Person 5 stands still, 7 moves a little, 6 much, and only in two frames.
    long big = 72057594037931101L; // 6: differs from 7 beyond what a double tells apart
    String still = NtuFiles.body(5, "9 9 9");
    String text =
        NtuFiles.file(
            NtuFiles.frame(still, NtuFiles.body(big + 1, "1 0 2")),
            NtuFiles.frame(NtuFiles.body(big + 1, "1.5 0 2"), still, NtuFiles.body(big, "0 0 3")),
            NtuFiles.frame(NtuFiles.body(big, "0 0 5"), still));
    SkeletonClip clip = energetic(text);
    assertThat(clip.bodies()).isEqualTo(2);
    assertThat(clip.mask().state(0, 0, 0)).isEqualTo(JointState.ABSENT);
    assertThat(clip.at(2, 1, 3, 0)).isEqualTo(3);
    assertThat(clip.at(2, 2, 3, 0)).isEqualTo(5);
    assertThat(clip.at(0, 0, 3, 1)).isEqualTo(1);
    assertThat(clip.at(0, 1, 3, 1)).isEqualTo(1.5f);
    assertThat(clip.mask().state(2, 0, 1)).isEqualTo(JointState.ABSENT);
  }

  @Test
  void whoMovesEquallyStaysInOrderOfAppearance() {
    String text =
        NtuFiles.file(
            NtuFiles.frame(NtuFiles.body(9, "1 0 2"), NtuFiles.body(8, "4 0 2")),
            NtuFiles.frame(NtuFiles.body(8, "5 0 2"), NtuFiles.body(9, "2 0 2")));
    assertThat(energetic(text).at(0, 0, 0, 0)).isEqualTo(1);
    assertThat(energetic(text).at(0, 1, 0, 0)).isEqualTo(2);
  }

  @Test
  void energyIsTheSumOfVariancesOverJointsAndCoordinatesThatWereSeen() {
    ListedBodies bodies = new ListedBodies(3, 3);
    double[] xs = {1, 2, 6};
    for (int t = 0; t < 3; t++) {
      bodies.add(t, 0, 1);
      Arrays.fill(bodies.tracking(), t * 25, t * 25 + 25, (byte) 2);
      bodies.positions()[t * 75] = (float) xs[t];
      bodies.positions()[t * 75 + 3 * 24 + 2] = t;
    }
    // numpy.var([1, 2, 6]) = 14 / 3, numpy.var([0, 1, 2]) = 2 / 3
    var tiny = within(1e-12);
    var all = List.of(0, 1, 2);
    assertThat(BodyEnergy.of(bodies, all, JointMarker.TRACKING_STATE)).isCloseTo(16 / 3.0, tiny);
    bodies.tracking()[2 * 25] = 0; // numpy.var([1, 2]) = 0.25
    assertThat(BodyEnergy.of(bodies, all, JointMarker.TRACKING_STATE))
        .isCloseTo(0.25 + 2 / 3.0, tiny);
  }

  @Test
  void oddIdsStillTellPeopleApart() {
    String text =
        NtuFiles.file(
            NtuFiles.frame(NtuFiles.body(1, "1 0 2"), NtuFiles.body(2, "4 0 2")),
            NtuFiles.frame(NtuFiles.body(2, "4.5 0 2"), NtuFiles.body(1, "1.1 0 2")));
    SkeletonClip expected = energetic(text);
    String odd =
        text.replaceAll("(?m)^1 0 1 1", "98765432109876543210 0 1 1")
            .replaceAll("(?m)^2 0 1 1", "-7.2e+16 0 1 1");
    assertThat(odd).contains("98765432109876543210", "-7.2e+16");
    assertThat(energetic(odd)).isEqualTo(expected);
  }

  @Test
  void oneIdTwiceInAFrameCannotBeFollowed() {
    String text =
        NtuFiles.file(
            NtuFiles.frame(), NtuFiles.frame(NtuFiles.body(0, "1 0 2"), NtuFiles.body(0, "4 0 2")));
    assertThat(first(text).bodies()).isEqualTo(2);
    assertThatThrownBy(() -> energetic(text))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("frame 1")
        .hasMessageContaining("FIRST_IN_FILE");
  }

  @Test
  void aFileIsReadByItsPath() throws IOException {
    Path file = folder.resolve(NtuFiles.NAME + ".skeleton");
    Files.write(file, NtuFiles.bytes(NtuFiles.text(1)));
    assertThat(NtuSkeletonFile.read(file, BodySelection.FIRST_IN_FILE, JointMarker.TRACKING_STATE))
        .isEqualTo(first(NtuFiles.text(1)));
    Path other = Files.copy(file, folder.resolve("clip.skeleton"));
    assertThatThrownBy(
            () ->
                NtuSkeletonFile.read(
                    other, BodySelection.FIRST_IN_FILE, JointMarker.TRACKING_STATE))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(other.toString())
        .hasMessageContaining("like S001C001P001R001A001.skeleton");
  }

  private static SkeletonClip first(String text) {
    return read(text, new NtuOptions(BodySelection.FIRST_IN_FILE, JointMarker.TRACKING_STATE));
  }

  private static SkeletonClip energetic(String text) {
    return read(text, new NtuOptions(BodySelection.MOST_ENERGETIC, JointMarker.TRACKING_STATE));
  }

  private static SkeletonClip read(String text, NtuOptions options) {
    return NtuSkeletonFile.read(INFO, "clip", NtuFiles.bytes(text), options);
  }
}
