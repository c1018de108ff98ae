package org.penumbra.data;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.data.report.DatasetReport;
import org.penumbra.data.report.ReportOptions;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * Clips of one layout and one set of classes, in order of their names. Immutable.
 *
 * <p>A set holds its clips in memory, or reads each one when it is asked for ({@link #lazy}), so
 * that a set larger than memory can be gone through. Who did what ({@link #infos()}) is always in
 * memory.
 */
public final class SkeletonDataset {
  private final String name;
  private final SkeletonLayout layout;
  private final List<String> classNames;
  private final List<ClipInfo> infos;
  private final List<SkeletonClip> clips;
  private final int bodies;
  private final List<SplitRule> splits;
  private final ReadingNotes reading;

  private SkeletonDataset(
      String name,
      SkeletonLayout layout,
      List<String> classNames,
      List<ClipInfo> infos,
      List<SkeletonClip> clips,
      int bodies,
      List<SplitRule> splits,
      ReadingNotes reading) {
    this.name = name;
    this.layout = layout;
    this.classNames = List.copyOf(classNames);
    this.infos = infos;
    this.clips = clips;
    this.bodies = bodies;
    this.splits = List.copyOf(splits);
    this.reading = reading;
    ClipLists.check(name, this.classNames.size(), infos);
    if (isInMemory()) {
      clips.forEach(clip -> ClipLists.checked(clip, layout, bodies));
    }
  }

  /**
   * A data set in memory.
   *
   * @param name as {@link Datasets#open(String)} knows it, for instance {@code nw-ucla}
   * @param layout which joints every clip has
   * @param classNames names of the classes, by label
   * @param clips in any order; kept in order of their names
   * @param splits how it can be divided; empty if nothing is known
   * @throws DataFormatException if a clip has another layout or an unknown label, or a name is
   *     double
   */
  public SkeletonDataset(
      String name,
      SkeletonLayout layout,
      List<String> classNames,
      List<SkeletonClip> clips,
      List<SplitRule> splits) {
    this(
        name,
        layout,
        classNames,
        ClipLists.infos(clips),
        ClipLists.sorted(clips),
        ClipLists.mostBodies(clips),
        splits,
        ReadingNotes.NONE);
  }

  /**
   * A data set whose clips are read when they are asked for, each time anew.
   *
   * @param infos who did what, in any order; kept in order of names
   * @param bodies most bodies a clip has, M
   * @param reader makes the clip of an entry; asked from several threads
   */
  public static SkeletonDataset lazy(
      String name,
      SkeletonLayout layout,
      List<String> classNames,
      List<ClipInfo> infos,
      int bodies,
      ClipReader reader,
      List<SplitRule> splits) {
    List<ClipInfo> inOrder = infos.stream().sorted(Comparator.comparing(ClipInfo::name)).toList();
    ClipReader checked = info -> ClipLists.checked(reader.read(info), layout, bodies);
    return new SkeletonDataset(
        name,
        layout,
        classNames,
        inOrder,
        new LazyClips(inOrder, checked),
        Require.atLeast("bodies", bodies, 1),
        splits,
        ReadingNotes.NONE);
  }

  /** Name of the set, for instance {@code nw-ucla}. */
  public String name() {
    return name;
  }

  /** Which joints every clip has. */
  public SkeletonLayout layout() {
    return layout;
  }

  /** Names of the classes, by label. */
  public List<String> classNames() {
    return classNames;
  }

  /** Who did what, in order of the clips' names; reads no clip. */
  public List<ClipInfo> infos() {
    return infos;
  }

  /**
   * All clips in order of their names. Of a set that is not in memory each {@code get} reads the
   * clip again.
   */
  public List<SkeletonClip> clips() {
    return clips;
  }

  /** Whether the clips are held in memory. */
  public boolean isInMemory() {
    return !(clips instanceof LazyClips);
  }

  /** This set with all clips in memory; read in parallel if they are not there yet. */
  public SkeletonDataset inMemory() {
    if (isInMemory()) {
      return this;
    }
    List<SkeletonClip> read = IntStream.range(0, size()).parallel().mapToObj(clips::get).toList();
    return new SkeletonDataset(name, layout, classNames, infos, read, bodies, splits, reading);
  }

  /** Number of clips, N. */
  public int size() {
    return infos.size();
  }

  /**
   * Most bodies of a clip, M, over the whole set that this one was selected from; 1 for an empty
   * set.
   */
  public int bodies() {
    return bodies;
  }

  /** Class labels in clip order, length N. */
  public int[] labels() {
    return infos.stream().mapToInt(ClipInfo::label).toArray();
  }

  /** How the set can be divided. */
  public List<SplitRule> splits() {
    return splits;
  }

  /** Damaged files that were left out; empty unless {@link DamagedFiles#SKIP} was asked for. */
  public List<SkippedFile> skipped() {
    return reading.skipped();
  }

  /** What its reader left out on purpose and why, one sentence each; empty for most sets. */
  public List<String> notes() {
    return reading.notes();
  }

  /**
   * The clip of a name.
   *
   * @throws InvalidOptionException if there is none
   */
  public SkeletonClip clip(String clipName) {
    for (int n = 0; n < infos.size(); n++) {
      if (infos.get(n).name().equals(clipName)) {
        return clips.get(n);
      }
    }
    throw new InvalidOptionException("clip", "one of the names in " + name, clipName);
  }

  /**
   * Divides the set.
   *
   * @throws InvalidOptionException if the set has no such split; the message lists those it has
   */
  public TrainTest split(Split split) {
    SplitRule rule =
        splits.stream()
            .filter(known -> known.split() == split)
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidOptionException(
                        "split of " + name,
                        "one of " + splits.stream().map(SplitRule::split).toList(),
                        split));
    SkeletonDataset train = select(rule::trains);
    SkeletonDataset test = select(info -> !rule.trains(info));
    List<String> notes = SplitCounts.differences(rule, this, train.size(), test.size());
    return new TrainTest(split, train, test, notes);
  }

  /**
   * Divides the set by chance, with the same share of test clips in each class: {@code rint(share
   * n)} of a class of n clips. Depends on the seed and the clips' names alone. Clips of one
   * performer come on both sides, so figures are higher than across subjects.
   *
   * @param testShare above 0 and below 1
   * @throws InvalidOptionException if the share is outside
   * @throws DataFormatException if a half is empty
   */
  public TrainTest splitStratified(double testShare, long seed) {
    if (!(testShare > 0 && testShare < 1)) {
      throw new InvalidOptionException("testShare", "above 0 and below 1", testShare);
    }
    Set<String> test = new HashSet<>();
    NameOrder.byClass(this, "stratified split", seed)
        .values()
        .forEach(names -> test.addAll(names.subList(0, (int) Math.rint(testShare * names.size()))));
    return new TrainTest(
        Split.STRATIFIED,
        select(info -> !test.contains(info.name())),
        select(info -> test.contains(info.name())),
        List.of());
  }

  /**
   * The clips whose entry a condition holds for; reads no clip. The number of bodies stays that of
   * this set, so that the halves of a split become arrays of one shape.
   */
  public SkeletonDataset select(Predicate<ClipInfo> condition) {
    List<ClipInfo> keptInfos = infos.stream().filter(condition).toList();
    if (!isInMemory()) {
      return with(keptInfos, ((LazyClips) clips).reader());
    }
    List<SkeletonClip> kept = clips.stream().filter(clip -> condition.test(clip.info())).toList();
    return held(keptInfos, kept);
  }

  /** The clips that a condition holds for; reads every clip of a set that is not in memory. */
  public SkeletonDataset where(Predicate<SkeletonClip> condition) {
    Set<String> kept = new HashSet<>();
    clips.stream().filter(condition).map(SkeletonClip::name).forEach(kept::add);
    return select(info -> kept.contains(info.name()));
  }

  /**
   * Every clip through the same step, for instance an occlusion; of a set that is not in memory
   * each time it is read. The step must be free of side effects. Of a set that is not in memory it
   * must keep who did what.
   */
  public SkeletonDataset map(UnaryOperator<SkeletonClip> step) {
    if (isInMemory()) {
      List<SkeletonClip> others = clips.stream().map(step).toList();
      return held(ClipLists.infos(others), ClipLists.sorted(others));
    }
    ClipReader reader = ((LazyClips) clips).reader();
    return with(infos, info -> ClipLists.same(info, step.apply(reader.read(info))));
  }

  /** What the set holds and what is odd about it; reads every clip once. */
  public DatasetReport report() {
    return report(ReportOptions.standard());
  }

  /** As {@link #report()}, with other bounds for what is odd. */
  public DatasetReport report(ReportOptions options) {
    return DatasetReport.of(this, options);
  }

  /** This set under another name. */
  public SkeletonDataset withName(String other) {
    return new SkeletonDataset(other, layout, classNames, infos, clips, bodies, splits, reading);
  }

  /** This set with other ways to divide it. */
  public SkeletonDataset withSplits(List<SplitRule> rules) {
    return new SkeletonDataset(name, layout, classNames, infos, clips, bodies, rules, reading);
  }

  /** This set with a list of damaged files that were left out of it. */
  public SkeletonDataset withSkipped(List<SkippedFile> files) {
    return with(new ReadingNotes(files, reading.notes()));
  }

  /** This set with what its reader left out on purpose and why, one sentence each. */
  public SkeletonDataset withNotes(List<String> sentences) {
    return with(new ReadingNotes(reading.skipped(), sentences));
  }

  private SkeletonDataset held(List<ClipInfo> keptInfos, List<SkeletonClip> kept) {
    return new SkeletonDataset(name, layout, classNames, keptInfos, kept, bodies, splits, reading);
  }

  private SkeletonDataset with(ReadingNotes other) {
    return new SkeletonDataset(name, layout, classNames, infos, clips, bodies, splits, other);
  }

  private SkeletonDataset with(List<ClipInfo> others, ClipReader reader) {
    return new SkeletonDataset(
        name, layout, classNames, others, new LazyClips(others, reader), bodies, splits, reading);
  }

  @Override
  public String toString() {
    return name
        + ": "
        + size()
        + " clips, "
        + classNames.size()
        + " classes, "
        + layout.name()
        + (isInMemory() ? "" : ", read when asked for")
        + reading.lines();
  }
}
