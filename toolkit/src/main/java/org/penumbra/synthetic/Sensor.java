package org.penumbra.synthetic;

import java.util.BitSet;
import org.penumbra.core.Draws;
import org.penumbra.core.RandomKey;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * One camera's skeleton sensor during one clip: a body model that never fits quite, noise that
 * grows with depth, and joints that it infers instead of tracking, in bursts, mostly on the arms
 * and more often when the body or another person is in front of them.
 */
final class Sensor {
  private static final int JOINTS = SkeletonLayout.NTU_25.size();
  private static final double USUAL_DEPTH = 3; // metres, where noise is as the option says
  private static final double BLOCKED = 2.0; // factors on the rates, which keep their mean
  private static final double IN_SIGHT = 0.9;
  private static final int[] PARENT = new int[JOINTS];

  static {
    for (int[] limb : InferenceRates.LIMBS) {
      for (int i = 0; i < limb.length; i++) {
        PARENT[limb[i]] = i == 0 ? limb[0] - 1 : limb[Math.min(i - 1, 2)]; // tip, thumb: the hand
      }
    }
  }

  private final SyntheticActions options;
  private final Draws noise;
  private final ModelError model;
  private final Draws wander;
  private final double[][][] states; // (M, V), each (T), null for joints never lost
  private final Guess[][] guesses; // (M, V)
  private final int frames;
  private final float[] coordinates;
  private final BitSet inferred = new BitSet();

  /**
   * A sensor at the start of a clip.
   *
   * @param clip name of the clip, which decides all draws
   */
  Sensor(SyntheticActions options, String clip, int frames, int bodies) {
    this.options = options;
    this.frames = frames;
    RandomKey key = RandomKey.of(options.seed());
    noise = new Draws(key.with("sensor").with(clip));
    model =
        new ModelError(
            options.noise(), bodies, JOINTS, frames, new Draws(key.with("body model").with(clip)));
    wander = new Draws(key.with("wandering guesses").with(clip));
    states = new double[bodies][JOINTS][];
    guesses = new Guess[bodies][JOINTS];
    coordinates = new float[SkeletonClip.CHANNELS * frames * JOINTS * bodies];
    Draws bursts = new Draws(key.with("bursts").with(clip));
    for (int m = 0; m < bodies; m++) {
      for (int[] limb : InferenceRates.LIMBS) {
        double[][] limbStates = Bursts.of(limb.length, frames, bursts);
        for (int i = 0; i < limb.length; i++) {
          states[m][limb[i]] = limbStates[i];
          guesses[m][limb[i]] = new Guess(InferenceRates.error(limb[i]));
        }
      }
    }
  }

  /** All coordinates so far, (C, T, V, M), metres. */
  float[] coordinates() {
    return coordinates;
  }

  /** Cells (T, V, M) in C-order whose joint was inferred. */
  BitSet inferred() {
    return inferred;
  }

  /**
   * The next frame: frames come in order.
   *
   * @param bodies (M, 25, 3), in the camera's axes, metres
   */
  void record(int frame, double[][][] bodies) {
    for (int m = 0; m < bodies.length; m++) {
      double[][] shown = bodies[m].clone();
      if (options.inference() > 0) {
        guess(frame, m, bodies, shown);
      }
      for (int v = 0; v < JOINTS; v++) {
        double[] place = model.apply(frame, m, v, shown[v], bodies[m]);
        double depth = Math.max(0.5, place[2]) / USUAL_DEPTH;
        double aside = options.noise() * depth;
        put(0, frame, v, m, bodies.length, place[0] + aside * noise.normal());
        put(1, frame, v, m, bodies.length, place[1] + aside * noise.normal());
        put(2, frame, v, m, bodies.length, place[2] + aside * depth * noise.normal());
      }
    }
  }

  private void guess(int frame, int m, double[][][] bodies, double[][] shown) {
    for (int[] limb : InferenceRates.LIMBS) {
      for (int v : limb) {
        double[] truth = bodies[m][v];
        double rate = InferenceRates.share(v) * options.inference();
        double state = states[m][v][frame];
        boolean lost =
            state < rate * BLOCKED
                && state < rate * (LineOfSight.isBlocked(truth, bodies) ? BLOCKED : IN_SIGHT);
        int parent = PARENT[v];
        shown[v] = guesses[m][v].next(lost, truth, bodies[m][parent], shown[parent], wander);
        if (lost) {
          inferred.set((frame * JOINTS + v) * bodies.length + m);
        }
      }
    }
  }

  private void put(int channel, int frame, int joint, int body, int bodies, double value) {
    coordinates[((channel * frames + frame) * JOINTS + joint) * bodies + body] = (float) value;
  }
}
