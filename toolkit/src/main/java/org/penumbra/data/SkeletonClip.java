package org.penumbra.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * One skeleton sequence: coordinates, the mask that says which of them are known, and who did what.
 * Immutable.
 *
 * <p>Coordinates are float32, C-order (C, T, V, M), metres in the camera frame. A coordinate whose
 * joint is not observed is NaN, so that nothing hidden can be used by mistake; the truth behind
 * synthetic occlusion stays available through {@link #truth()}.
 */
public final class SkeletonClip {
  /** Number of coordinates of a joint, C. */
  public static final int CHANNELS = 3;

  private final ClipInfo info;
  private final SkeletonLayout layout;
  private final float[] coordinates;
  private final JointMask mask;
  private final BitSet inferred; // cells (T, V, M); null if the source has no tracking state
  private final SkeletonClip truth; // before synthetic occlusion; null if there was none
  private final SkeletonClip incomplete; // before imputation; null if nothing was filled

  private SkeletonClip(
      ClipInfo info,
      SkeletonLayout layout,
      float[] coordinates,
      JointMask mask,
      BitSet inferred,
      SkeletonClip truth,
      SkeletonClip incomplete) {
    this.info = info;
    this.layout = layout;
    this.coordinates = coordinates;
    this.mask = mask;
    this.inferred = inferred;
    this.truth = truth;
    this.incomplete = incomplete;
  }

  /**
   * A clip as a reader found it.
   *
   * @param info who did what
   * @param layout which joints
   * @param coordinates (C, T, V, M) of the mask's T, V, M; copied; metres
   * @param mask what is known; coordinates of joints that are not observed are dropped
   * @throws DataFormatException if an observed coordinate is NaN or infinite, or shapes differ
   */
  public static SkeletonClip of(
      ClipInfo info, SkeletonLayout layout, float[] coordinates, JointMask mask) {
    return make(info, layout, coordinates, mask, null);
  }

  /**
   * A clip of a sensor that says which joints it inferred: such a joint has a position, which
   * everybody uses, so it stays {@link JointState#OBSERVED}; but the sensor guessed it.
   *
   * @param inferred cells in C-order (T, V, M) whose position is a guess; copied
   */
  public static SkeletonClip of(
      ClipInfo info, SkeletonLayout layout, float[] coordinates, JointMask mask, BitSet inferred) {
    int cells = mask.frames() * mask.joints() * mask.bodies();
    if (inferred.length() > cells) {
      throw new DataFormatException(
          "clip " + info.name(),
          "expected inferred cells below " + cells + ", found " + (inferred.length() - 1) + ".");
    }
    return make(info, layout, coordinates, mask, (BitSet) inferred.clone());
  }

  private static SkeletonClip make(
      ClipInfo info, SkeletonLayout layout, float[] coordinates, JointMask mask, BitSet inferred) {
    int cells = mask.frames() * mask.joints() * mask.bodies();
    if (mask.joints() != layout.size() || coordinates.length != CHANNELS * cells) {
      throw new DataFormatException(
          "clip " + info.name(),
          "expected "
              + layout.size()
              + " joints and 3 coordinates for each cell of "
              + mask.shape()
              + ", found "
              + coordinates.length
              + " values.");
    }
    float[] kept = dropHidden(coordinates, mask);
    checkFinite(info, kept, mask);
    return new SkeletonClip(info, layout, kept, mask, inferred, null, null);
  }

  /** Who did what. */
  public ClipInfo info() {
    return info;
  }

  /** Unique name within the data set. */
  public String name() {
    return info.name();
  }

  /** Which joints. */
  public SkeletonLayout layout() {
    return layout;
  }

  /** What is known of each joint. */
  public JointMask mask() {
    return mask;
  }

  /** Number of frames, T. */
  public int frames() {
    return mask.frames();
  }

  /** Number of bodies, M. */
  public int bodies() {
    return mask.bodies();
  }

  /** One coordinate in metres; NaN if the joint is not observed. */
  public float at(int channel, int frame, int joint, int body) {
    Objects.checkIndex(channel, CHANNELS);
    Objects.checkIndex(frame, mask.frames());
    Objects.checkIndex(joint, mask.joints());
    Objects.checkIndex(body, mask.bodies());
    return coordinates[
        ((channel * mask.frames() + frame) * mask.joints() + joint) * mask.bodies() + body];
  }

  /** A copy of all coordinates, (C, T, V, M), metres; NaN where a joint is not observed. */
  public float[] toArray() {
    return coordinates.clone();
  }

  /** Whether the source told for each joint if it was tracked or inferred. */
  public boolean hasTrackingState() {
    return inferred != null;
  }

  /** Whether the sensor guessed this joint's position; false if the source does not tell. */
  public boolean isInferred(int frame, int joint, int body) {
    Objects.checkIndex(frame, mask.frames());
    Objects.checkIndex(joint, mask.joints());
    Objects.checkIndex(body, mask.bodies());
    return inferred != null && inferred.get((frame * mask.joints() + joint) * mask.bodies() + body);
  }

  /** The same motion under another name, class or performer. */
  public SkeletonClip withInfo(ClipInfo other) {
    return new SkeletonClip(
        other,
        layout,
        coordinates,
        mask,
        inferred,
        truth == null ? null : truth.withInfo(other),
        incomplete == null ? null : incomplete.withInfo(other));
  }

  /** The clip as it was before synthetic occlusion; empty if nothing was hidden on purpose. */
  public Optional<SkeletonClip> truth() {
    return Optional.ofNullable(truth);
  }

  /**
   * This clip with more joints hidden. The first hiding keeps the clip as {@link #truth()}; visible
   * joints never change.
   *
   * @throws InvalidOptionException if the mask has another shape
   */
  public SkeletonClip hide(JointMask hidden) {
    JointMask merged = mask.and(hidden);
    return new SkeletonClip(
        info,
        layout,
        dropHidden(coordinates, merged),
        merged,
        inferred,
        truth == null ? this : truth,
        incomplete);
  }

  /**
   * This clip with hidden joints filled, by imputation. A filled joint becomes OBSERVED, so that
   * everything after it can use it; which ones they are stays known through {@link #isImputed} and
   * {@link #incomplete()}, and the {@link #truth()} they are judged by stays too. Joints that were
   * observed keep their coordinates to the bit, whatever the array says; ABSENT ones stay absent.
   *
   * @param filled (C, T, V, M), metres, camera frame; only OCCLUDED cells are read; NaN in all
   *     three coordinates leaves the joint hidden
   * @throws DataFormatException if a filled coordinate is infinite, or NaN beside numbers
   * @throws InvalidOptionException if the array has another length
   */
  public SkeletonClip complete(float[] filled) {
    if (filled.length != coordinates.length) {
      throw new InvalidOptionException(
          "filled coordinates of clip " + info.name(), coordinates.length + "", filled.length);
    }
    byte[] states = mask.toCodes();
    float[] completed = coordinates.clone();
    int cells = states.length;
    for (int cell = 0; cell < cells; cell++) {
      if (states[cell] == JointState.OCCLUDED.code()
          && !(Float.isNaN(filled[cell])
              && Float.isNaN(filled[cells + cell])
              && Float.isNaN(filled[2 * cells + cell]))) {
        states[cell] = JointState.OBSERVED.code();
        for (int c = 0; c < CHANNELS; c++) {
          completed[c * cells + cell] = filled[c * cells + cell];
        }
      }
    }
    JointMask after = JointMask.ofCodes(mask.frames(), mask.joints(), mask.bodies(), states);
    checkFinite(info, completed, after);
    return new SkeletonClip(
        info, layout, completed, after, inferred, truth, incomplete == null ? this : incomplete);
  }

  /**
   * The clip as it was before imputation, whose mask says what was hidden; empty if nothing was
   * filled.
   */
  public Optional<SkeletonClip> incomplete() {
    return Optional.ofNullable(incomplete);
  }

  /** Whether this joint's position was filled by imputation. */
  public boolean isImputed(int frame, int joint, int body) {
    return mask.isObserved(frame, joint, body)
        && incomplete != null
        && !incomplete.mask.isObserved(frame, joint, body);
  }

  /**
   * SHA-256 over shape, mask and coordinates, in hexadecimal: equal for copies of one motion,
   * whatever their names, on every machine. Of clips with synthetic occlusion the truth counts, so
   * that hiding does not hide a copy.
   */
  public String contentHash() {
    return truth == null ? ContentHash.of(coordinates, mask) : truth.contentHash();
  }

  private static float[] dropHidden(float[] coordinates, JointMask mask) {
    float[] kept = coordinates.clone();
    int cells = kept.length / CHANNELS;
    for (int cell = 0; cell < cells; cell++) {
      if (!mask.isObserved(cell)) {
        for (int c = 0; c < CHANNELS; c++) {
          kept[c * cells + cell] = Float.NaN;
        }
      }
    }
    return kept;
  }

  private static void checkFinite(ClipInfo info, float[] coordinates, JointMask mask) {
    int cells = coordinates.length / CHANNELS;
    for (int i = 0; i < coordinates.length; i++) {
      if (Float.isFinite(coordinates[i])) {
        continue;
      }
      int cell = i % cells;
      int body = cell % mask.bodies();
      int joint = cell / mask.bodies() % mask.joints();
      int frame = cell / mask.bodies() / mask.joints();
      if (mask.isObserved(frame, joint, body)) {
        throw new DataFormatException(
            "clip " + info.name() + ", frame " + frame + ", joint " + joint + ", body " + body,
            "expected a finite coordinate, found " + coordinates[i] + "; mark the joint occluded.");
      }
    }
  }

  /**
   * Equal name, performer, layout, mask, tracking and coordinates; the truth behind occlusion and
   * what the clip was before imputation do not count.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof SkeletonClip clip
        && info.equals(clip.info)
        && layout.equals(clip.layout)
        && mask.equals(clip.mask)
        && Objects.equals(inferred, clip.inferred)
        && Arrays.equals(coordinates, clip.coordinates);
  }

  @Override
  public int hashCode() {
    return info.hashCode() * 31 + Arrays.hashCode(coordinates);
  }

  @Override
  public String toString() {
    return "SkeletonClip " + info.name() + " " + layout.name() + " " + mask;
  }
}
