package org.penumbra.synthetic;

import java.util.List;
import java.util.stream.Stream;
import org.penumbra.core.Require;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.NtuName;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * Clips of jointed bodies of 25 joints that subjects of different size, proportions, tempo, style
 * and handedness move through a number of actions, alone (M = 1) or two together (M = 2, the one
 * who acts first), seen by cameras at yaw 0, -45 and 45 degrees in several setups. Bones of a body
 * keep their lengths; the sensor adds errors and <b>infers</b> joints, mostly of the arms and in
 * bursts: an inferred joint has a position that is a guess and is marked in {@link
 * SkeletonClip#isInferred}; all joints are OBSERVED.
 *
 * <p>Names and splits are those of NTU RGB+D: cross subject trains on the training subjects of
 * NTU-60, cross view on cameras 2 and 3, cross setup on even setups. Subject and repetition decide
 * the setup, so that each performance is in one.
 *
 * <p>A clip depends on (seed, its name) and on the frame and sensor options, not on how many others
 * there are, and is the same on every machine.
 *
 * <pre>{@code
 * var data = SyntheticActions.small().withSubjects(20).generate().split(Split.CROSS_SUBJECT);
 * }</pre>
 *
 * @param seed which world
 * @param subjects number of subjects, 1 to 40
 * @param cameras number of cameras, 1 to 3
 * @param setups number of setups, 1 to 32
 * @param actions number of classes, 1 to 27; those of two people are the last four
 * @param repetitions how often each subject does each action, 1 to 999
 * @param minFrames shortest clip, at 30 frames per second
 * @param maxFrames longest clip, up to 10,000
 * @param noise standard deviation of the sensor's quick noise per coordinate at 3 m, metres, 0 to
 *     1; it grows with the depth, along the depth with its square. The slow errors of the sensor's
 *     body model grow with it too: about 2.4 times as large at the trunk, 4.8 times at the limbs
 * @param inference how often joints are inferred: 0 is never, 1 as measured in real NTU RGB+D files
 *     (11 % of all joints), up to 2
 */
public record SyntheticActions(
    long seed,
    int subjects,
    int cameras,
    int setups,
    int actions,
    int repetitions,
    int minFrames,
    int maxFrames,
    double noise,
    double inference) {
  /** Checks the ranges. */
  public SyntheticActions {
    Require.inRange("subjects", subjects, 1, Splits.SUBJECTS);
    Require.inRange("cameras", cameras, 1, Camera.COUNT);
    Require.inRange("setups", setups, 1, Setup.MOST);
    Require.inRange("actions", actions, 1, ActionTable.ALL.size());
    Require.inRange("repetitions", repetitions, 1, 999);
    Require.inRange("minFrames", minFrames, 1, 10_000);
    Require.inRange("maxFrames", maxFrames, minFrames, 10_000);
    Require.inRange("noise", noise, 0, 1);
    Require.inRange("inference", inference, 0, 2);
  }

  /**
   * The set behind {@code Datasets.open("synthetic")}: 1,944 clips (24 subjects, 3 cameras, 6
   * setups, 27 actions of which 4 by two people) of 30 to 120 frames, 1 cm of noise.
   */
  public static SyntheticActions standard() {
    return new SyntheticActions(1, 24, 3, 6, ActionTable.ALL.size(), 1, 30, 120, 0.01, 1);
  }

  /**
   * The set behind {@code Datasets.open("synthetic-small")}: the 552 clips of the standard set in
   * which one of the first 8 subjects acts alone, for short runs on small machines.
   */
  public static SyntheticActions small() {
    return standard().withSubjects(8).withActions(ActionTable.SINGLE.size());
  }

  /** With another seed: other subjects, other performances, other setups but the first. */
  public SyntheticActions withSeed(long value) {
    return new SyntheticActions(
        value,
        subjects,
        cameras,
        setups,
        actions,
        repetitions,
        minFrames,
        maxFrames,
        noise,
        inference);
  }

  /** With another number of subjects. */
  public SyntheticActions withSubjects(int value) {
    return new SyntheticActions(
        seed, value, cameras, setups, actions, repetitions, minFrames, maxFrames, noise, inference);
  }

  /** With another number of cameras. */
  public SyntheticActions withCameras(int value) {
    return new SyntheticActions(
        seed,
        subjects,
        value,
        setups,
        actions,
        repetitions,
        minFrames,
        maxFrames,
        noise,
        inference);
  }

  /** With another number of setups; this changes which performance is in which. */
  public SyntheticActions withSetups(int value) {
    return new SyntheticActions(
        seed,
        subjects,
        cameras,
        value,
        actions,
        repetitions,
        minFrames,
        maxFrames,
        noise,
        inference);
  }

  /** With the first so many actions. */
  public SyntheticActions withActions(int value) {
    return new SyntheticActions(
        seed,
        subjects,
        cameras,
        setups,
        value,
        repetitions,
        minFrames,
        maxFrames,
        noise,
        inference);
  }

  /** With another number of repetitions. */
  public SyntheticActions withRepetitions(int value) {
    return new SyntheticActions(
        seed, subjects, cameras, setups, actions, value, minFrames, maxFrames, noise, inference);
  }

  /** With other lengths of clips. */
  public SyntheticActions withFrames(int min, int max) {
    return new SyntheticActions(
        seed, subjects, cameras, setups, actions, repetitions, min, max, noise, inference);
  }

  /** With another standard deviation of the noise, metres. */
  public SyntheticActions withNoise(double value) {
    return new SyntheticActions(
        seed,
        subjects,
        cameras,
        setups,
        actions,
        repetitions,
        minFrames,
        maxFrames,
        value,
        inference);
  }

  /** With another rate of inferred joints: 0 is never, 1 as measured. */
  public SyntheticActions withInference(double value) {
    return new SyntheticActions(
        seed, subjects, cameras, setups, actions, repetitions, minFrames, maxFrames, noise, value);
  }

  /** Name of the set: {@code synthetic-small} for {@link #small()}, else {@code synthetic}. */
  public String name() {
    return equals(small()) ? "synthetic-small" : "synthetic";
  }

  /** Names of the classes, by label. */
  public List<String> classNames() {
    return ActionTable.ALL.stream().limit(actions).map(Action::name).toList();
  }

  /** Most bodies of a clip, M: 2 if there is an action of two people, else 1. */
  public int bodies() {
    return ActionTable.ALL.stream().limit(actions).mapToInt(Action::people).max().orElse(1);
  }

  /** Number of clips. */
  public int size() {
    return subjects * cameras * repetitions * actions;
  }

  /** Who does what in all clips, in order of their names. */
  public List<ClipInfo> infos() {
    return ClipNames.of(this).stream().map(Recording::info).toList();
  }

  /** Names of all clips, in order. */
  public List<String> names() {
    return ClipNames.of(this).stream().map(NtuName::toString).toList();
  }

  /** Makes all clips, in parallel, and holds them. */
  public SkeletonDataset generate() {
    return lazy().inMemory();
  }

  /** All clips, each made when it is asked for and not held: a set of any size. */
  public SkeletonDataset lazy() {
    return SkeletonDataset.lazy(
        name(),
        SkeletonLayout.NTU_25,
        classNames(),
        infos(),
        bodies(),
        info -> Recording.of(NtuName.parse(info.name()), this),
        Splits.all());
  }

  /** All clips in order of their names, one after the other; none is held. */
  public Stream<SkeletonClip> stream() {
    return names().stream().map(this::clip);
  }

  /**
   * Makes one clip.
   *
   * @param clipName a name as NTU RGB+D writes it, within the subjects, cameras, setups, actions
   *     and repetitions of these options
   */
  public SkeletonClip clip(String clipName) {
    NtuName name = NtuName.parse(clipName);
    ClipNames.check(name, this);
    return Recording.of(name, this);
  }

  /** One line for run records and tables. */
  public String describe() {
    return "synthetic actions: "
        + subjects
        + " subjects, "
        + cameras
        + " cameras, "
        + setups
        + " setups, "
        + actions
        + " actions, "
        + repetitions
        + " repetitions, "
        + minFrames
        + " to "
        + maxFrames
        + " frames, noise "
        + noise
        + " m, inference "
        + inference
        + ", seed "
        + seed;
  }
}
