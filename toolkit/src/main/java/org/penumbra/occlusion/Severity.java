package org.penumbra.occlusion;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.penumbra.core.Draws;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/** In what order a {@link SeveritySweep} hides the joints of a clip. */
public enum Severity {
  /** Single cells, anywhere. */
  RANDOM("single joints in single frames"),
  /** Joint after joint, each in all frames and bodies. */
  JOINTS("joint after joint, from the first to the last frame"),
  /** Frame after frame, in random order, each with all its joints. */
  FRAMES("frame after frame, with all joints"),
  /** Runs of 8 frames of one joint on average. */
  BURSTS("runs of one joint, of 8 frames on average"),
  /** Whatever is inside a box that grows from a random point. */
  BOX("joints inside a growing box");

  private static final int BURST = 8;

  private final String line;

  Severity(String line) {
    this.line = line;
  }

  /** Lower-case name, as names of occlusions write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is hidden, in words. */
  String line() {
    return line;
  }

  /** All observed cells of a clip in the order in which they disappear. */
  int[] order(SkeletonClip clip, SplittableRandom random) {
    JointMask mask = clip.mask();
    int[] cells = Cells.observed(mask);
    int[] shuffled =
        Arrays.stream(Draws.choose(cells.length, cells.length, random))
            .map(i -> cells[i])
            .toArray();
    return switch (this) {
      case RANDOM -> shuffled;
      case JOINTS -> {
        int[] rank = ranks(mask.joints(), random);
        yield sorted(cells, cell -> rank[Cells.joint(mask, cell)]);
      }
      case FRAMES -> {
        int[] rank = ranks(mask.frames(), random);
        yield sorted(shuffled, cell -> rank[Cells.frame(mask, cell)]);
      }
      case BURSTS -> bursts(mask, shuffled, random);
      case BOX -> {
        double[] growth = BoxOrder.growth(clip, cells, random);
        yield IntStream.range(0, cells.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> growth[i]))
            .mapToInt(i -> cells[i])
            .toArray();
      }
    };
  }

  private interface Rank {
    int of(int cell);
  }

  private static int[] sorted(int[] cells, Rank rank) {
    return Arrays.stream(cells)
        .boxed()
        .sorted(Comparator.comparingInt(rank::of))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int[] ranks(int count, SplittableRandom random) {
    return Draws.choose(count, count, random);
  }

  /** Each cell still there starts a run of geometric length, which skips what is hidden already. */
  private static int[] bursts(JointMask mask, int[] starts, SplittableRandom random) {
    int[] order = new int[starts.length];
    boolean[] done = new boolean[Cells.size(mask)];
    int count = 0;
    int step = mask.joints() * mask.bodies(); // cells from one frame to the next
    for (int start : starts) {
      if (done[start]) {
        continue;
      }
      int cell = start;
      do {
        boolean observed =
            mask.isObserved(
                Cells.frame(mask, cell), Cells.joint(mask, cell), Cells.body(mask, cell));
        if (observed && !done[cell]) {
          done[cell] = true;
          order[count++] = cell;
        }
        cell += step;
      } while (cell < done.length && random.nextInt(BURST) != 0);
    }
    return order;
  }
}
