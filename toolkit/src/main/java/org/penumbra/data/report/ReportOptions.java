package org.penumbra.data.report;

import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * From where on a clip counts as odd. The defaults are made for Kinect skeletons in metres: they
 * name what cannot have happened, not what is merely noisy. (In NW-UCLA 1 bone in 100 is 1.6 times
 * as long as usual in its clip; 2 times and 0.3 m is 1 in 4,000.)
 *
 * @param shortFrames a clip with fewer frames is short; default 10
 * @param jumpMetres a joint that moves farther from one frame to the next has jumped; default 1
 * @param boneMetres a longer bone is impossible; default 1.2
 * @param boneFactor a bone is odd if its length is more than this many times, or less than this
 *     part of, its median in the clip, and ...; default 2
 * @param boneDeviation ... if it is also off by more than this many metres, because short bones of
 *     a Kinect (hands, feet) shrink and grow all the time; default 0.3
 * @param roomMetres a coordinate farther from the camera is outside of any room; default 10
 * @param sharedFrames clips share a stretch if at least this many frames are bit for bit equal;
 *     default 1, because two measurements are never equal by chance
 */
public record ReportOptions(
    int shortFrames,
    double jumpMetres,
    double boneMetres,
    double boneFactor,
    double boneDeviation,
    double roomMetres,
    int sharedFrames) {

  /** Checks every option. */
  public ReportOptions {
    Require.atLeast("shortFrames", shortFrames, 2);
    Require.positive("jumpMetres", jumpMetres);
    Require.positive("boneMetres", boneMetres);
    if (!(boneFactor > 1) || Double.isInfinite(boneFactor)) {
      throw new InvalidOptionException("boneFactor", "above 1 and finite", boneFactor);
    }
    Require.positive("boneDeviation", boneDeviation);
    Require.positive("roomMetres", roomMetres);
    Require.atLeast("sharedFrames", sharedFrames, 1);
  }

  /** The defaults. */
  public static ReportOptions standard() {
    return new ReportOptions(10, 1, 1.2, 2, 0.3, 10, 1);
  }

  /** These options with another length below which a clip is short. */
  public ReportOptions withShortFrames(int value) {
    return new ReportOptions(
        value, jumpMetres, boneMetres, boneFactor, boneDeviation, roomMetres, sharedFrames);
  }

  /** These options with another distance from which on a joint has jumped. */
  public ReportOptions withJumpMetres(double value) {
    return new ReportOptions(
        shortFrames, value, boneMetres, boneFactor, boneDeviation, roomMetres, sharedFrames);
  }

  /** These options with another longest possible bone. */
  public ReportOptions withBoneMetres(double value) {
    return new ReportOptions(
        shortFrames, jumpMetres, value, boneFactor, boneDeviation, roomMetres, sharedFrames);
  }

  /** These options with other bounds on how far a bone may be off its median in the clip. */
  public ReportOptions withBoneChange(double factor, double metres) {
    return new ReportOptions(
        shortFrames, jumpMetres, boneMetres, factor, metres, roomMetres, sharedFrames);
  }

  /** These options with another size of the room. */
  public ReportOptions withRoomMetres(double value) {
    return new ReportOptions(
        shortFrames, jumpMetres, boneMetres, boneFactor, boneDeviation, value, sharedFrames);
  }

  /** These options with another number of equal frames from which on clips share a stretch. */
  public ReportOptions withSharedFrames(int value) {
    return new ReportOptions(
        shortFrames, jumpMetres, boneMetres, boneFactor, boneDeviation, roomMetres, value);
  }

  /** One line for people: every setting. */
  public String describe() {
    return "short: under "
        + shortFrames
        + " frames; jump: over "
        + jumpMetres
        + " m a frame; odd bone: over "
        + boneMetres
        + " m, or "
        + boneFactor
        + " times and "
        + boneDeviation
        + " m off its median in the clip; outside: over "
        + roomMetres
        + " m; shared: "
        + sharedFrames
        + " equal frames";
  }
}
