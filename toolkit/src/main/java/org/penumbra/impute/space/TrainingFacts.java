package org.penumbra.impute.space;

import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * What has to be known of all training clips before one of them can become a row: the longest, and
 * where centres are; besides how much they hide.
 */
public final class TrainingFacts {
  private static final int BLOCK = 256; // clips of which something is kept at a time

  private final SkeletonLayout layout;
  private final int bodies;
  private final CentreOffsets offsets;
  private final boolean[] seen;
  private int clips;
  private int longest;
  private long hidden;
  private long there;

  private TrainingFacts(SkeletonLayout layout, int bodies) {
    this.layout = layout;
    this.bodies = bodies;
    this.offsets = new CentreOffsets(layout);
    this.seen = new boolean[layout.size()];
  }

  /** Reads every clip once, in parallel; the same for any number of threads. */
  public static TrainingFacts of(SkeletonDataset train) {
    TrainingFacts all = new TrainingFacts(train.layout(), train.bodies());
    for (int from = 0; from < train.size(); from += BLOCK) {
      train.clips().subList(from, Math.min(from + BLOCK, train.size())).parallelStream()
          .map(clip -> of(clip, train.bodies()))
          .toList()
          .forEach(all::add); // in order: sums of doubles
    }
    return all;
  }

  private static TrainingFacts of(SkeletonClip clip, int bodies) {
    TrainingFacts facts = new TrainingFacts(clip.layout(), bodies);
    ClipValues values = new ClipValues(clip);
    facts.clips = 1;
    facts.longest = values.length();
    for (int m = 0; m < clip.bodies(); m++) {
      facts.offsets.add(values, m);
      for (int t = 0; t < values.length(); t++) {
        for (int v = 0; v < values.joints(); v++) {
          facts.seen[v] |= values.isObserved(t, v, m);
          facts.hidden += values.isHidden(t, v, m) ? 1 : 0;
          facts.there += values.isAbsent(t, v, m) ? 0 : 1;
        }
      }
    }
    return facts;
  }

  private void add(TrainingFacts clip) {
    offsets.add(clip.offsets);
    clips += clip.clips;
    longest = Math.max(longest, clip.longest);
    hidden += clip.hidden;
    there += clip.there;
    for (int v = 0; v < seen.length; v++) {
      seen[v] |= clip.seen[v];
    }
  }

  /** Which joints. */
  public SkeletonLayout layout() {
    return layout;
  }

  /** Most bodies of a clip, M. */
  public int bodies() {
    return bodies;
  }

  /** Number of clips. */
  public int clips() {
    return clips;
  }

  /** Frames of the longest clip, up to the last with a body. */
  public int longest() {
    return longest;
  }

  /** Hidden over all joints that are not absent, 0 to 1; 0 if there are none. */
  public double hiddenShare() {
    return there == 0 ? 0 : (double) hidden / there;
  }

  /** Whether any clip ever shows a joint. */
  public boolean isSeen(int joint) {
    return seen[joint];
  }

  CentreOffsets offsets() {
    return offsets;
  }
}
