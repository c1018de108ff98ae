package org.penumbra.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.penumbra.core.Draws;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.NtuName;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.data.SplitField;
import org.penumbra.data.SplitRule;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * Clips of a jointed body of 25 joints that subjects of different size, proportions, tempo, style
 * and handedness move through a number of actions, seen by cameras at yaw 0, -45 and 45 degrees.
 * Bones keep their lengths; the sensor adds noise. All joints are OBSERVED.
 *
 * <p>Names and splits are those of NTU RGB+D 60: cross subject trains on its training subjects (of
 * the first eight: 1, 2, 4, 5 and 8), cross view on cameras 2 and 3.
 *
 * <p>A clip depends on (seed, its name) and on the frame and noise options, not on how many others
 * there are, and is the same on every machine.
 *
 * <pre>{@code
 * var data = SyntheticActions.standard().withSubjects(20).generate().split(Split.CROSS_SUBJECT);
 * }</pre>
 *
 * @param seed which world
 * @param subjects number of subjects, 1 to 40
 * @param cameras number of cameras, 1 to 3
 * @param actions number of classes, 1 to 12
 * @param repetitions how often each subject does each action, 1 to 999
 * @param minFrames shortest clip, at 30 frames per second
 * @param maxFrames longest clip, up to 10,000
 * @param noise standard deviation of the sensor's noise per coordinate, metres, 0 to 1
 */
public record SyntheticActions(
    long seed,
    int subjects,
    int cameras,
    int actions,
    int repetitions,
    int minFrames,
    int maxFrames,
    double noise) {
  /** Training subjects of NTU RGB+D 60. */
  private static final Set<Integer> TRAINING_SUBJECTS =
      Set.of(1, 2, 4, 5, 8, 9, 13, 14, 15, 16, 17, 18, 19, 25, 27, 28, 31, 34, 35, 38);

  private static final Set<Integer> TRAINING_CAMERAS = Set.of(2, 3);

  /** Checks the ranges. */
  public SyntheticActions {
    Require.inRange("subjects", subjects, 1, 40);
    Require.inRange("cameras", cameras, 1, Camera.COUNT);
    Require.inRange("actions", actions, 1, ActionTable.ALL.size());
    Require.inRange("repetitions", repetitions, 1, 999);
    Require.inRange("minFrames", minFrames, 1, 10_000);
    Require.inRange("maxFrames", maxFrames, minFrames, 10_000);
    Require.inRange("noise", noise, 0, 1);
  }

  /**
   * The set behind {@code Datasets.open("synthetic")}: 576 clips (8 subjects, 3 cameras, 12
   * actions, 2 repetitions) of 30 to 120 frames, 1 cm of noise.
   */
  public static SyntheticActions standard() {
    return new SyntheticActions(1, 8, 3, ActionTable.ALL.size(), 2, 30, 120, 0.01);
  }

  /** With another seed: other subjects, other performances. */
  public SyntheticActions withSeed(long value) {
    return new SyntheticActions(
        value, subjects, cameras, actions, repetitions, minFrames, maxFrames, noise);
  }

  /** With another number of subjects. */
  public SyntheticActions withSubjects(int value) {
    return new SyntheticActions(
        seed, value, cameras, actions, repetitions, minFrames, maxFrames, noise);
  }

  /** With another number of cameras. */
  public SyntheticActions withCameras(int value) {
    return new SyntheticActions(
        seed, subjects, value, actions, repetitions, minFrames, maxFrames, noise);
  }

  /** With the first so many actions. */
  public SyntheticActions withActions(int value) {
    return new SyntheticActions(
        seed, subjects, cameras, value, repetitions, minFrames, maxFrames, noise);
  }

  /** With another number of repetitions. */
  public SyntheticActions withRepetitions(int value) {
    return new SyntheticActions(
        seed, subjects, cameras, actions, value, minFrames, maxFrames, noise);
  }

  /** With other lengths of clips. */
  public SyntheticActions withFrames(int min, int max) {
    return new SyntheticActions(seed, subjects, cameras, actions, repetitions, min, max, noise);
  }

  /** With another standard deviation of the noise, metres. */
  public SyntheticActions withNoise(double value) {
    return new SyntheticActions(
        seed, subjects, cameras, actions, repetitions, minFrames, maxFrames, value);
  }

  /** Names of the classes, by label. */
  public List<String> classNames() {
    return ActionTable.ALL.stream().limit(actions).map(Action::name).toList();
  }

  /** Names of all clips, in order. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (int camera = 1; camera <= cameras; camera++) {
      for (int subject = 1; subject <= subjects; subject++) {
        for (int repetition = 1; repetition <= repetitions; repetition++) {
          for (int action = 1; action <= actions; action++) {
            names.add(new NtuName(1, camera, subject, repetition, action).toString());
          }
        }
      }
    }
    return names;
  }

  /** Makes all clips. */
  public SkeletonDataset generate() {
    List<SkeletonClip> clips = names().parallelStream().map(this::clip).toList();
    return new SkeletonDataset("synthetic", SkeletonLayout.NTU_25, classNames(), clips, splits());
  }

  /**
   * Makes one clip.
   *
   * @param clipName a name as NTU RGB+D writes it, within the subjects, cameras, actions and
   *     repetitions of these options
   */
  public SkeletonClip clip(String clipName) {
    NtuName name = NtuName.parse(clipName);
    Require.inRange("setup of clip " + clipName, name.setup(), 1, 1);
    Require.inRange("camera of clip " + clipName, name.camera(), 1, cameras);
    Require.inRange("subject of clip " + clipName, name.subject(), 1, subjects);
    Require.inRange("repetition of clip " + clipName, name.repetition(), 1, repetitions);
    Require.inRange("action of clip " + clipName, name.action(), 1, actions);
    Performance performance = Performance.of(name, this);
    Camera.View view = Camera.of(name.camera()).view();
    Draws sensor = new Draws(RandomKey.of(seed).with("sensor").with(clipName));
    int joints = SkeletonLayout.NTU_25.size();
    int cells = performance.frames() * joints;
    float[] coordinates = new float[SkeletonClip.CHANNELS * cells];
    for (int t = 0; t < performance.frames(); t++) {
      double[][] world = performance.joints(t);
      for (int v = 0; v < joints; v++) {
        double[] seen = view.see(world[v]);
        for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
          coordinates[c * cells + t * joints + v] = (float) (seen[c] + noise * sensor.normal());
        }
      }
    }
    return SkeletonClip.of(
        name.info(),
        SkeletonLayout.NTU_25,
        coordinates,
        JointMask.filled(performance.frames(), joints, 1, JointState.OBSERVED));
  }

  /** One line for run records and tables. */
  public String describe() {
    return "synthetic actions: "
        + subjects
        + " subjects, "
        + cameras
        + " cameras, "
        + actions
        + " actions, "
        + repetitions
        + " repetitions, "
        + minFrames
        + " to "
        + maxFrames
        + " frames, noise "
        + noise
        + " m, seed "
        + seed;
  }

  private static List<SplitRule> splits() {
    return List.of(
        SplitRule.of(Split.CROSS_SUBJECT, SplitField.SUBJECT, TRAINING_SUBJECTS),
        SplitRule.of(Split.CROSS_VIEW, SplitField.CAMERA, TRAINING_CAMERAS));
  }
}
