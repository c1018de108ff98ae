package org.penumbra.data.format;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.BodySelection;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * One clip of NTU RGB+D in its raw text form, {@code SsssCcccPpppRrrrAaaa.skeleton}.
 *
 * <p>States: tracking state 2 is OBSERVED, 1 is OBSERVED and {@link SkeletonClip#isInferred}, 0 is
 * OCCLUDED; with {@link JointMarker#ZERO_POSITION} so is a position of exactly (0, 0, 0). A body
 * that a frame does not list is ABSENT there; a file whose frames list nobody is a clip of one
 * absent body. A clip has as many bodies as ever appear at once (first in file) or at all (most
 * energetic), from one to two.
 *
 * <p>If every body's own tracking state is 0 and no joint is inferred, no sensor was there, and the
 * clip has no tracking state: {@link NtuSkeletonWriter} writes such clips so.
 *
 * <pre>{@code
 * var clip = NtuSkeletonFile.read(
 *     Path.of("S001C001P001R001A001.skeleton"), BodySelection.MOST_ENERGETIC, JointMarker.TRACKING_STATE);
 * }</pre>
 */
public final class NtuSkeletonFile {
  /** Largest file that is read; the longest real clips have 300 frames, below 3 MB. */
  static final int MOST_BYTES = 1 << 26;

  private NtuSkeletonFile() {}

  /**
   * Reads a file.
   *
   * @param file named as NTU RGB+D names its clips
   * @param bodies which listed bodies become the one or two of the clip
   * @param marker what tells that a joint has no position
   * @throws DataFormatException if the name or anything in the file is wrong; the message says file
   *     and line, what was expected and found
   */
  public static SkeletonClip read(Path file, BodySelection bodies, JointMarker marker) {
    NtuOptions options = new NtuOptions(bodies, marker);
    String name = String.valueOf(file.getFileName());
    ClipInfo info = NtuClipFiles.info(name, file.toString());
    return read(info, file.toString(), FileEntry.of(file, name).content(MOST_BYTES), options);
  }

  /**
   * Reads a clip from the bytes of its file.
   *
   * @param place what to call the file in messages
   */
  static SkeletonClip read(ClipInfo info, String place, byte[] bytes, NtuOptions options) {
    ListedBodies listed = NtuParser.parse(place, bytes, BodySlots.kept(options.bodies()));
    return clip(info, listed, BodySlots.of(listed, options, place), options.marker());
  }

  private static SkeletonClip clip(
      ClipInfo info, ListedBodies listed, int[] slots, JointMarker marker) {
    int bodies = 1;
    for (int slot : slots) {
      bodies = Math.max(bodies, slot + 1);
    }
    int cells = listed.frames() * ListedBodies.JOINTS * bodies;
    float[] coordinates = new float[SkeletonClip.CHANNELS * cells];
    byte[] states = new byte[cells];
    Arrays.fill(states, JointState.ABSENT.code());
    BitSet inferred = new BitSet();
    float[] positions = listed.positions();
    for (int body = 0; body < slots.length; body++) {
      if (slots[body] == BodySlots.NONE) {
        continue;
      }
      for (int joint = 0; joint < ListedBodies.JOINTS; joint++) {
        int from = body * ListedBodies.JOINTS + joint;
        int to = (listed.frame(body) * ListedBodies.JOINTS + joint) * bodies + slots[body];
        if (listed.isOccluded(body, joint, marker)) {
          states[to] = JointState.OCCLUDED.code();
          continue;
        }
        states[to] = JointState.OBSERVED.code();
        if (listed.tracking()[from] == 1) {
          inferred.set(to);
        }
        for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
          coordinates[c * cells + to] = positions[SkeletonClip.CHANNELS * from + c];
        }
      }
    }
    JointMask mask = JointMask.ofCodes(listed.frames(), ListedBodies.JOINTS, bodies, states);
    boolean sensed = listed.isSensed() || listed.size() == 0 || !inferred.isEmpty();
    return sensed
        ? SkeletonClip.of(info, SkeletonLayout.NTU_25, coordinates, mask, inferred)
        : SkeletonClip.of(info, SkeletonLayout.NTU_25, coordinates, mask);
  }
}
