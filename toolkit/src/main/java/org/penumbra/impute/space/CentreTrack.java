package org.penumbra.impute.space;

import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * Where the centre joint of a body is in every frame, seen or not.
 *
 * <ol>
 *   <li>Where it is observed, there.
 *   <li>Between two sightings, on the straight line in time from one to the other.
 *   <li>Before the first and after the last, or if it is never seen: from the observed joint with
 *       the fewest bones to it, by that joint's mean offset over the frames of this clip that show
 *       both; else over those of all training clips.
 *   <li>In frames that show nothing of use: on the straight line between the nearest frames that
 *       do, beyond which it stands still.
 * </ol>
 *
 * <p>An estimate only places other joints; it never replaces an observation.
 */
final class CentreTrack {
  private final ClipValues clip;
  private final SkeletonLayout layout;
  private final int body;
  private final CentreOffsets training;
  private final double[] places; // (L, C), metres; NaN until known

  private CentreTrack(ClipValues clip, SkeletonLayout layout, int body, CentreOffsets training) {
    this.clip = clip;
    this.layout = layout;
    this.body = body;
    this.training = training;
    this.places = new double[SkeletonClip.CHANNELS * clip.length()];
  }

  /**
   * The track of one body of a clip.
   *
   * @return (L, C), metres; null if no joint of the body is ever observed
   */
  static double[] of(
      ClipValues clip, SkeletonLayout layout, int body, CentreOffsets training, int[] nearest) {
    if (!clip.isSeen(body)) {
      return null;
    }
    CentreTrack track = new CentreTrack(clip, layout, body, training);
    track.takeSightings();
    track.join(false);
    track.takeNeighbours(nearest);
    track.join(true);
    return track.places;
  }

  private void takeSightings() {
    for (int t = 0; t < clip.length(); t++) {
      boolean seen = clip.isObserved(t, layout.centre(), body);
      for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
        set(t, c, seen ? clip.at(c, t, layout.centre(), body) : Double.NaN);
      }
    }
  }

  private void takeNeighbours(int[] nearest) {
    CentreOffsets own = null;
    for (int t = 0; t < clip.length(); t++) {
      if (!isKnown(t)) {
        own = own == null ? new CentreOffsets(layout).add(clip, body) : own;
        int joint = neighbour(t, nearest, own);
        CentreOffsets offsets = joint >= 0 && own.isKnown(joint) ? own : training;
        for (int c = 0; joint >= 0 && c < SkeletonClip.CHANNELS; c++) {
          set(t, c, clip.at(c, t, joint, body) + offsets.mean(c, joint));
        }
      }
    }
  }

  /**
   * The nearest observed joint whose offset is known, else the nearest observed one; -1 if none.
   */
  private int neighbour(int frame, int[] nearest, CentreOffsets own) {
    int any = -1;
    for (int v : nearest) {
      if (clip.isObserved(frame, v, body)) {
        if (own.isKnown(v) || training.isKnown(v)) {
          return v;
        }
        any = any < 0 ? v : any;
      }
    }
    return any;
  }

  /** Lines between known frames; beyond the first and last, if asked for, it stands still. */
  private void join(boolean alsoBeyond) {
    int before = -1;
    for (int t = 0; t < clip.length(); t++) {
      if (isKnown(t)) {
        for (int gap = before + 1; gap < t; gap++) {
          if (before >= 0 || alsoBeyond) {
            between(gap, before < 0 ? t : before, t);
          }
        }
        before = t;
      }
    }
    for (int gap = before + 1; alsoBeyond && gap < clip.length(); gap++) {
      between(gap, before, before);
    }
  }

  private void between(int frame, int before, int after) {
    double weight = before == after ? 0 : (double) (frame - before) / (after - before);
    for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
      set(frame, c, at(before, c) + weight * (at(after, c) - at(before, c)));
    }
  }

  private boolean isKnown(int frame) {
    return !Double.isNaN(at(frame, 0));
  }

  private double at(int frame, int channel) {
    return places[SkeletonClip.CHANNELS * frame + channel];
  }

  private void set(int frame, int channel, double value) {
    places[SkeletonClip.CHANNELS * frame + channel] = value;
  }
}
