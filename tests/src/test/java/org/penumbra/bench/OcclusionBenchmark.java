package org.penumbra.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;
import org.penumbra.occlusion.FurnitureOcclusion;
import org.penumbra.occlusion.furniture.FurnitureScene;
import org.penumbra.occlusion.furniture.LineOfSight;
import org.penumbra.occlusion.furniture.MollerTrumbore;
import org.penumbra.synthetic.SyntheticActions;

/**
 * Furniture masks of clips of 100 frames and 25 joints, ten million rays: whole masks with the
 * search for a scene, and the ray test with its set-up beside brute force and a tree of boxes.
 */
record OcclusionBenchmark(int seeds, int rounds) implements LocalBenchmark {
  private static final int FRAMES = 100;
  private static final double NTU_RAYS = 1.2e8; // NTU RGB+D 60: 4 million frames, 1.2 bodies

  /** One scene with the joints before it, x, y, z of each. */
  private static final class View {
    final FurnitureScene scene;
    final double[] joints;
    final JointMask mask;

    View(FurnitureScene scene, double[] joints, JointMask mask) {
      this.scene = scene;
      this.joints = joints;
      this.mask = mask;
    }
  }

  /** Says whether a point cannot be seen. */
  private interface RayTest {
    boolean isBlocked(double x, double y, double z);
  }

  @Override
  public ResultLine run(PrintStream out) throws IOException {
    List<SkeletonClip> clips =
        SyntheticActions.standard().withFrames(FRAMES, FRAMES).generate().clips();
    List<View> views = views(clips);
    long rays = views.stream().mapToLong(view -> view.joints.length / 3).sum();
    out.printf(Locale.ROOT, "%d scenes, %.3g rays%n", views.size(), (double) rays);
    long disagreements = disagreements(views);
    out.printf(Locale.ROOT, "%d disagreements with brute force%n", disagreements);

    Function<FurnitureScene, RayTest> ours = OcclusionBenchmark::ours;
    Comparison brute = compare(views, ours, OcclusionBenchmark::brute);
    Comparison tree = compare(views, ours, OcclusionBenchmark::tree);
    Comparison whole =
        Comparison.measure(cpu(() -> masks(clips, 1)), cpu(() -> masks(clips, 1)), rounds);
    Comparison threads =
        Comparison.measure(
            Comparison.timed(() -> masks(clips, 1)),
            Comparison.timed(() -> masks(clips, 2)),
            rounds);
    double perRay = 1e9 / rays;
    double mask = whole.ourMedian() * perRay;
    out.printf(
        Locale.ROOT,
        "median of %d rounds, ns per ray with set-up: tiles %.1f, tree of boxes %.1f, brute force"
            + " %.1f%n",
        rounds,
        tree.ourMedian() * perRay,
        tree.peerMedian() * perRay,
        brute.peerMedian() * perRay);
    out.printf(
        Locale.ROOT,
        "whole masks (floor, draws of scenes, rays): %.1f ns per ray, two threads %.2f times as"
            + " fast%n",
        mask,
        1 / (threads.peerMedian() / threads.ourMedian()));
    out.printf(
        Locale.ROOT, "all of NTU RGB+D 60 (%.2g rays): %.1f s%n", NTU_RAYS, mask * NTU_RAYS * 1e-9);
    if (disagreements > 0) {
      throw new DisagreementException(
          "occlusion: " + disagreements + " of " + rays + " rays differ from brute force");
    }
    return new ResultLine()
        .with("bench", "occlusion")
        .with("ns_per_ray", mask)
        .with("ray_test_ns", tree.ourMedian() * perRay)
        .with("disagreements", disagreements)
        .with("rays", rays)
        .with("bvh_ratio", 1 / tree.ratio())
        .with("brute_ratio", 1 / brute.ratio())
        .with("scaling", 1 / (threads.peerMedian() / threads.ourMedian()))
        .with("ntu60_seconds", mask * NTU_RAYS * 1e-9)
        .with("rounds", rounds);
  }

  private List<View> views(List<SkeletonClip> clips) {
    List<View> views = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      FurnitureOcclusion occlusion = FurnitureOcclusion.medium().withSeed(seed);
      for (SkeletonClip clip : clips) {
        views.add(new View(occlusion.scene(clip), joints(clip), occlusion.hide(clip)));
      }
    }
    return views;
  }

  /** In the order of a mask's cells; in these clips nothing is missing. */
  private static double[] joints(SkeletonClip clip) {
    double[] joints = new double[3 * clip.frames() * clip.layout().size() * clip.bodies()];
    int to = 0;
    for (int t = 0; t < clip.frames(); t++) {
      for (int v = 0; v < clip.layout().size(); v++) {
        for (int m = 0; m < clip.bodies(); m++) {
          for (int c = 0; c < 3; c++) {
            joints[to++] = clip.at(c, t, v, m);
          }
        }
      }
    }
    return joints;
  }

  /** Rays for which the mask, the scene's own test or the tree differs from brute force. */
  private static long disagreements(List<View> views) {
    return views.parallelStream()
        .mapToLong(
            view -> {
              RayTest reference = brute(view.scene);
              RayTest tiles = ours(view.scene);
              RayTest tree = tree(view.scene);
              byte[] codes = view.mask.toCodes();
              double[] p = view.joints;
              return IntStream.range(0, codes.length)
                  .filter(
                      i -> {
                        double x = p[3 * i];
                        double y = p[3 * i + 1];
                        double z = p[3 * i + 2];
                        boolean blocked = reference.isBlocked(x, y, z);
                        return blocked != tiles.isBlocked(x, y, z)
                            || blocked != tree.isBlocked(x, y, z)
                            || blocked != (codes[i] != 0);
                      })
                  .count();
            })
        .sum();
  }

  /** Seconds of a core: what it costs, however many others share the machine. */
  private static Comparison.Side cpu(Runnable operation) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    return repeats -> {
      long start = clock.getCurrentThreadCpuTime();
      for (int i = 0; i < repeats; i++) {
        operation.run();
      }
      return (clock.getCurrentThreadCpuTime() - start) * 1e-9;
    };
  }

  private Comparison compare(
      List<View> views,
      Function<FurnitureScene, RayTest> ours,
      Function<FurnitureScene, RayTest> peer)
      throws IOException {
    return Comparison.measure(cpu(() -> count(views, ours)), cpu(() -> count(views, peer)), rounds);
  }

  private static long count(List<View> views, Function<FurnitureScene, RayTest> method) {
    long blocked = 0;
    for (View view : views) {
      RayTest test = method.apply(view.scene);
      double[] p = view.joints;
      for (int i = 0; i < p.length; i += 3) {
        blocked += test.isBlocked(p[i], p[i + 1], p[i + 2]) ? 1 : 0;
      }
    }
    return blocked;
  }

  private static RayTest ours(FurnitureScene scene) {
    LineOfSight sight = scene.lineOfSight();
    return sight::isBlocked;
  }

  private static RayTest brute(FurnitureScene scene) {
    return new MollerTrumbore(scene.meshes())::isBlocked;
  }

  private static RayTest tree(FurnitureScene scene) {
    MedianBvh tree = new MedianBvh(scene.meshes());
    int[] stack = MedianBvh.stack();
    return (x, y, z) -> tree.isBlocked(x, y, z, stack);
  }

  /** All masks, clips dealt to so many threads; one thread is this one. */
  private void masks(List<SkeletonClip> clips, int threads) {
    List<Thread> others = new ArrayList<>();
    for (int worker = 1; worker < threads; worker++) {
      int first = worker;
      Thread other = new Thread(() -> masks(clips, first, threads));
      other.start();
      others.add(other);
    }
    masks(clips, 0, threads);
    for (Thread other : others) {
      try {
        other.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void masks(List<SkeletonClip> clips, int first, int step) {
    for (int seed = 0; seed < seeds; seed++) {
      FurnitureOcclusion occlusion = FurnitureOcclusion.medium().withSeed(seed);
      for (int i = first; i < clips.size(); i += step) {
        occlusion.hide(clips.get(i));
      }
    }
  }
}
