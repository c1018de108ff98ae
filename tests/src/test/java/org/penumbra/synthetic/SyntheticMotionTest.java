package org.penumbra.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penumbra.data.NtuName;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.Bone;
import org.penumbra.skeleton.SkeletonLayout;

/** Whether bodies move as bodies do, before any sensor. */
class SyntheticMotionTest {
  private static final SyntheticActions OPTIONS = SyntheticActions.standard();
  private static final SyntheticActions EXACT = OPTIONS.withNoise(0).withInference(0);
  private static final List<Performance> PERFORMANCES =
      ClipNames.of(OPTIONS.withCameras(1)).stream()
          .map(name -> Performance.of(name, OPTIONS))
          .toList();

  @Test
  void bonesKeepTheirLengths() {
    for (Performance performance : PERFORMANCES) {
      double[][][] first = performance.joints(0);
      for (int t = 0; t < performance.frames(); t += 3) {
        double[][][] now = performance.joints(t);
        for (int m = 0; m < now.length; m++) {
          for (Bone bone : SkeletonLayout.NTU_25.bones()) {
            double length = distance(first[m][bone.child()], first[m][bone.parent()]);
            assertThat(length).isBetween(0.02, 0.6);
            assertThat(distance(now[m][bone.child()], now[m][bone.parent()]))
                .as("%s in frame %d", bone, t)
                .isEqualTo(length, within(1e-9));
          }
        }
      }
    }
  }

  @Test
  void bonesKeepTheirLengthsInClipsOfASensorWithoutErrors() {
    for (SkeletonClip clip : EXACT.withSubjects(5).withCameras(2).generate().clips()) {
      for (int m = 0; m < clip.bodies(); m++) {
        for (Bone bone : clip.layout().bones()) {
          double first = length(clip, bone, 0, m);
          assertThat(length(clip, bone, clip.frames() - 1, m)).isEqualTo(first, within(1e-5));
        }
      }
    }
  }

  @Test
  void subjectsDifferInSizeAndPartnersAreOthers() {
    SkeletonClip pair = EXACT.clip("S001C001P001R001A024");
    Bone thigh = new Bone(13, 12);
    assertThat(length(pair, thigh, 0, 0)).isNotCloseTo(length(pair, thigh, 0, 1), within(1e-3));
    long lengths =
        IntStream.rangeClosed(1, 4)
            .mapToDouble(p -> length(EXACT.clip("S001C001P00" + p + "R001A001"), thigh, 0, 0))
            .map(length -> Math.rint(length * 1000))
            .distinct()
            .count();
    assertThat(lengths).isEqualTo(4);
  }

  @Test
  void feetAreOnTheFloorAndHeadsAbove() {
    for (Performance performance : PERFORMANCES) {
      for (int t = 0; t < performance.frames(); t += 3) {
        for (double[][] body : performance.joints(t)) {
          double lowest = Math.min(body[15][1], body[19][1]);
          assertThat(lowest).isBetween(0.0, 0.5);
          assertThat(body[3][1])
              .as("head over hips, even in a bow")
              .isGreaterThan(body[0][1] - 0.2);
        }
      }
    }
  }

  @Test
  void handsAndFeetMoveAtHumanSpeed() {
    for (Performance performance : PERFORMANCES) {
      double[][][] before = performance.joints(0);
      for (int t = 1; t < performance.frames(); t++) {
        double[][][] now = performance.joints(t);
        for (int m = 0; m < now.length; m++) {
          for (int v = 0; v < 25; v++) {
            assertThat(distance(before[m][v], now[m][v]) * 30)
                .as("metres per second of joint %d in frame %d", v, t)
                .isLessThan(12);
          }
        }
        before = now;
      }
    }
  }

  @Test
  void leftHandersDoItWithTheOtherSide() {
    int lefties = 0;
    for (int subject = 1; subject <= 24; subject++) {
      int setup = Setup.numberOf(subject, 1, OPTIONS.setups());
      boolean left = Body.of(OPTIONS.seed(), subject).leftHanded();
      lefties += left ? 1 : 0;
      for (int action : new int[] {1, 15, 16, 17}) { // wave, drink, phone call, wipe face
        Performance performance =
            Performance.of(new NtuName(setup, 1, subject, 1, action), OPTIONS);
        double right = 0;
        for (int t = 0; t < performance.frames(); t++) {
          double[][] body = performance.joints(t)[0];
          right += body[11][1] - body[7][1];
        }
        assertThat(right > 0)
            .as("subject %d, action %d: right hand up", subject, action)
            .isEqualTo(!left);
      }
    }
    assertThat(lefties).as("left-handed subjects of 24").isBetween(1, 10);
  }

  @Test
  void bodiesFaceTheFirstCameraFromSomeMetres() {
    for (SkeletonClip clip : SyntheticActions.small().generate().clips()) {
      assertThat(clip.at(1, 0, 3, 0)).as("head above feet").isGreaterThan(clip.at(1, 0, 15, 0));
      assertThat(clip.at(2, 0, 0, 0)).as("distance").isBetween(1.8f, 5f);
      if (clip.info().camera() == 1) {
        assertThat(clip.at(0, 0, 4, 0))
            .as("left shoulder at smaller x in %s", clip.name())
            .isLessThan(clip.at(0, 0, 8, 0));
      }
    }
  }

  @Test
  void twoPeopleStandApartAndFaceEachOther() {
    for (Performance performance : PERFORMANCES) {
      if (performance.people() == 2) {
        for (int t = 0; t < performance.frames(); t += 2) {
          double[][][] both = performance.joints(t);
          assertThat(floorDistance(both[0][0], both[1][0])).as("hips").isBetween(0.2, 1.5);
          double feet = floorDistance(middle(both[0], 14, 18), middle(both[1], 14, 18));
          double toes = floorDistance(middle(both[0], 15, 19), middle(both[1], 15, 19));
          assertThat(toes).as("toes point to the other").isLessThan(feet);
        }
      }
    }
  }

  @Test
  void handsMeetWhereTheActionSaysSo() {
    for (int subject = 1; subject <= 24; subject++) {
      assertThat(nearest(subject, 24, 11, 11)).as("handshake of %d", subject).isLessThan(0.1);
      assertThat(nearest(subject, 25, 11, 20)).as("hug of %d", subject).isLessThan(0.25);
      assertThat(nearest(subject, 26, 11, 4)).as("push of %d", subject).isLessThan(0.2);
      assertThat(nearest(subject, 27, 11, 11)).as("hand over of %d", subject).isLessThan(0.12);
    }
  }

  /** Least distance between a joint of the actor and one of the partner. */
  private static double nearest(int subject, int action, int mine, int theirs) {
    int setup = Setup.numberOf(subject, 1, OPTIONS.setups());
    Performance performance = Performance.of(new NtuName(setup, 1, subject, 1, action), OPTIONS);
    return IntStream.range(0, performance.frames())
        .mapToObj(performance::joints)
        .mapToDouble(both -> distance(both[0][mine], both[1][theirs]))
        .min()
        .orElseThrow();
  }

  private static double[] middle(double[][] body, int one, int other) {
    return Vectors.between(body[one], body[other], 0.5);
  }

  private static double distance(double[] a, double[] b) {
    return Vectors.length(Vectors.minus(a, b));
  }

  private static double floorDistance(double[] a, double[] b) {
    return Math.hypot(a[0] - b[0], a[2] - b[2]);
  }

  private static double length(SkeletonClip clip, Bone bone, int frame, int body) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      double way = clip.at(c, frame, bone.child(), body) - clip.at(c, frame, bone.parent(), body);
      sum += way * way;
    }
    return Math.sqrt(sum);
  }
}
