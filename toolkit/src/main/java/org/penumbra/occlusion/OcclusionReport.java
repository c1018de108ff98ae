package org.penumbra.occlusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.BodyPart;
import org.penumbra.skeleton.SkeletonLayout;
import tech.tablesaw.api.Table;

/**
 * What is hidden in a data set: every share is OCCLUDED over OCCLUDED and OBSERVED joints; ABSENT
 * ones do not count. Goes through the clips once and keeps none of them.
 *
 * <pre>{@code
 * var report = OcclusionReport.of(Occlusions.named("markov-0.2-8").apply(data));
 * show(report, report.joints(), report.runTable());
 * }</pre>
 */
public final class OcclusionReport {
  private final String name;
  private final SkeletonLayout layout;
  private final List<String> clipNames;
  private final boolean[][] anyHidden; // (N, V)
  private final HiddenCounts counts;
  private final List<String> untouched;
  private final List<String> whollyHidden;
  private final int empty;

  private OcclusionReport(SkeletonDataset data) {
    name = data.name();
    layout = data.layout();
    counts = new HiddenCounts(layout.size());
    anyHidden = new boolean[data.size()][];
    List<String> names = new ArrayList<>();
    List<String> none = new ArrayList<>();
    List<String> all = new ArrayList<>();
    int nobody = 0;
    for (int n = 0; n < data.size(); n++) {
      SkeletonClip clip = data.clips().get(n);
      JointMask mask = clip.mask();
      names.add(clip.name());
      anyHidden[n] = counts.add(mask);
      boolean hidden = mask.count(JointState.OCCLUDED) > 0;
      boolean observed = mask.count(JointState.OBSERVED) > 0;
      if (hidden && !observed) {
        all.add(clip.name());
      } else if (!hidden && observed) {
        none.add(clip.name());
      } else if (!hidden) {
        nobody++;
      }
    }
    clipNames = List.copyOf(names);
    untouched = List.copyOf(none);
    whollyHidden = List.copyOf(all);
    empty = nobody;
  }

  /** The report of a data set. */
  public static OcclusionReport of(SkeletonDataset data) {
    return new OcclusionReport(data);
  }

  /** Name of the data set. */
  public String name() {
    return name;
  }

  /** Which joints. */
  public SkeletonLayout layout() {
    return layout;
  }

  /** Number of clips, N. */
  public int clips() {
    return clipNames.size();
  }

  /** Share hidden over all clips, 0 to 1; 0 if nobody is there. */
  public double share() {
    return share(Arrays.stream(counts.hiddenByJoint()).sum(), present());
  }

  private long present() {
    return Arrays.stream(counts.presentByJoint()).sum();
  }

  /** Share hidden of each joint, length V, 0 to 1. */
  public double[] shareByJoint() {
    long[] hidden = counts.hiddenByJoint();
    long[] present = counts.presentByJoint();
    double[] shares = new double[hidden.length];
    Arrays.setAll(shares, v -> share(hidden[v], present[v]));
    return shares;
  }

  /** Share hidden of a body part, 0 to 1. */
  public double shareOf(BodyPart part) {
    long hidden = part.joints().stream().mapToLong(v -> counts.hiddenByJoint()[v]).sum();
    long present = part.joints().stream().mapToLong(v -> counts.presentByJoint()[v]).sum();
    return share(hidden, present);
  }

  /**
   * Share hidden in each frame over all clips that have it, of the longest clip's length, 0 to 1;
   * NaN for frames in which no clip has anybody.
   */
  public double[] shareByFrame() {
    return counts.shareByFrame();
  }

  private static double share(long hidden, long present) {
    return present == 0 ? 0 : (double) hidden / present;
  }

  /** How long joints stay hidden. */
  public HiddenRuns runs() {
    return counts.runs();
  }

  /** Names of the clips with somebody and nothing hidden. */
  public List<String> untouched() {
    return untouched;
  }

  /** Names of the clips with somebody and nothing observed. */
  public List<String> whollyHidden() {
    return whollyHidden;
  }

  /**
   * OPSTL's matrix B, which adaptive spatial masking needs: whether a joint is hidden in any frame
   * of any body of a clip.
   *
   * @return (N, V) in clip order; a copy
   */
  public boolean[][] anyHidden() {
    return Arrays.stream(anyHidden).map(boolean[]::clone).toArray(boolean[][]::new);
  }

  /**
   * One clip's row of {@link #anyHidden()}, length V.
   *
   * @throws InvalidOptionException if there is no such clip
   */
  public boolean[] anyHidden(String clipName) {
    int n = clipNames.indexOf(clipName);
    if (n < 0) {
      throw new InvalidOptionException("clip", "one of the names in " + name, clipName);
    }
    return anyHidden[n].clone();
  }

  /** Joints: index, name, part, hidden (%), clips (%) in which it is hidden at all. */
  public Table joints() {
    return ReportTables.joints(this);
  }

  /** Body parts and their hidden share (%), and all joints together. */
  public Table parts() {
    return ReportTables.parts(this);
  }

  /** Frames and their hidden share (%). */
  public Table frames() {
    return ReportTables.frames(this);
  }

  /** Runs: from, to (frames), how many, share of all runs (%); lengths double from row to row. */
  public Table runTable() {
    return ReportTables.runs(this);
  }

  /** The figures of the whole set, one a row. */
  public Table summary() {
    return ReportTables.summary(this);
  }

  /** Number of clips without anybody. */
  public int empty() {
    return empty;
  }

  /** The figures of the whole set in a few lines. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %.1f %% of the joints of %,d clips are hidden%n",
            name,
            100 * share(),
            clips()));
    for (BodyPart part : layout.parts()) {
      text.append(
          String.format(Locale.ROOT, "  %-10s %5.1f %%%n", part.name(), 100 * shareOf(part)));
    }
    HiddenRuns runs = runs();
    text.append(
        String.format(
            Locale.ROOT,
            "runs: %,d; median %d frames, 95 %% up to %d, longest %d%n",
            runs.count(),
            runs.quantile(0.5),
            runs.quantile(0.95),
            runs.longest()));
    text.append(
        String.format(
            Locale.ROOT,
            "clips: %,d untouched, %,d wholly hidden, %,d without anybody",
            untouched.size(),
            whollyHidden.size(),
            empty));
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
