package org.penumbra.preprocess;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;

/**
 * Pre-processing as the papers do it: fill what is missing, take the frames that count, centre,
 * resize, turn to the front. The defaults are the published ones (CrosSCLR's {@code relative}, 50
 * frames, shoulders parallel to x in every frame); every fork is an option.
 *
 * <pre>{@code
 * PreparedDataset train = Preprocessing.published().apply(data.train());
 * show(PreprocessingFigure.of(Preprocessing.published().trace(clip)));   // before and after
 * }</pre>
 *
 * @param frames number of frames in the end, T; at least 1
 * @param bodies most bodies that are kept, in array order; {@link #ALL_BODIES} for all
 * @param crop what is left of clips with too many frames
 * @param lengthRule which frames of the clip count
 * @param missing what an occluded joint looks like
 * @param centring what becomes the origin
 * @param scaling the unit of length
 * @param resampling how the clip gets its number of frames
 * @param alignment how bodies are turned
 */
public record Preprocessing(
    int frames,
    int bodies,
    FrameCrop crop,
    LengthRule lengthRule,
    MissingValues missing,
    Centring centring,
    Scaling scaling,
    Resampling resampling,
    Alignment alignment) {
  private static final int MOST_FRAMES = 100_000; // a longer clip would pass an array's limit

  /** As many bodies as there are. */
  public static final int ALL_BODIES = 0;

  /** Checks the numbers of frames and bodies. */
  public Preprocessing {
    Require.inRange("frames", frames, 1, MOST_FRAMES);
    Require.atLeast("bodies", bodies, ALL_BODIES);
    Objects.requireNonNull(crop, "crop");
    Objects.requireNonNull(lengthRule, "lengthRule");
    Objects.requireNonNull(missing, "missing");
    Objects.requireNonNull(centring, "centring");
    Objects.requireNonNull(scaling, "scaling");
    Objects.requireNonNull(resampling, "resampling");
    Objects.requireNonNull(alignment, "alignment");
  }

  /** The published settings: 50 frames, all bodies, centred and turned frame by frame. */
  public static Preprocessing published() {
    return new Preprocessing(
        50,
        ALL_BODIES,
        FrameCrop.NONE,
        LengthRule.FRAME_COUNT,
        MissingValues.AS_PUBLISHED,
        Centring.EVERY_FRAME,
        Scaling.NONE,
        Resampling.LINEAR,
        Alignment.EVERY_FRAME);
  }

  /** The published settings for PKU-MMD, where clips over 300 frames lose both ends first. */
  public static Preprocessing publishedForPkuMmd() {
    return published().withCrop(FrameCrop.centre(300));
  }

  /** Centred once on the first frame and turned once: the body's path and turning are kept. */
  public static Preprocessing keepingPath() {
    return published().withCentring(Centring.FIRST_FRAME).withAlignment(Alignment.ONCE);
  }

  /**
   * Centred and turned once, all bodies by the first one: paths, turning, the distance between two
   * people and who faces whom are kept.
   */
  public static Preprocessing keepingScene() {
    return published()
        .withCentring(Centring.FIRST_FRAME_SHARED)
        .withAlignment(Alignment.ONCE_SHARED);
  }

  /** These settings with another number of frames. */
  public Preprocessing withFrames(int value) {
    return new Preprocessing(
        value, bodies, crop, lengthRule, missing, centring, scaling, resampling, alignment);
  }

  /** These settings with at most so many bodies, the first ones; {@link #ALL_BODIES} for all. */
  public Preprocessing withBodies(int value) {
    return new Preprocessing(
        frames, value, crop, lengthRule, missing, centring, scaling, resampling, alignment);
  }

  /** These settings with another limit to the number of frames. */
  public Preprocessing withCrop(FrameCrop value) {
    return new Preprocessing(
        frames, bodies, value, lengthRule, missing, centring, scaling, resampling, alignment);
  }

  /** These settings with another length rule. */
  public Preprocessing withLengthRule(LengthRule value) {
    return new Preprocessing(
        frames, bodies, crop, value, missing, centring, scaling, resampling, alignment);
  }

  /** These settings with another look of occluded joints. */
  public Preprocessing withMissing(MissingValues value) {
    return new Preprocessing(
        frames, bodies, crop, lengthRule, value, centring, scaling, resampling, alignment);
  }

  /** These settings with another origin. */
  public Preprocessing withCentring(Centring value) {
    return new Preprocessing(
        frames, bodies, crop, lengthRule, missing, value, scaling, resampling, alignment);
  }

  /** These settings with another unit of length. */
  public Preprocessing withScaling(Scaling value) {
    return new Preprocessing(
        frames, bodies, crop, lengthRule, missing, centring, value, resampling, alignment);
  }

  /** These settings with another way to the number of frames. */
  public Preprocessing withResampling(Resampling value) {
    return new Preprocessing(
        frames, bodies, crop, lengthRule, missing, centring, scaling, value, alignment);
  }

  /** These settings with another turning. */
  public Preprocessing withAlignment(Alignment value) {
    return new Preprocessing(
        frames, bodies, crop, lengthRule, missing, centring, scaling, resampling, value);
  }

  /** One line per option, in the order of the steps: its value and a sentence. */
  public String describe() {
    return String.join(
        "\n",
        List.of(
            "bodies: " + describeBodies(),
            "hidden joints: " + missing + ", " + missing.describe(),
            "crop: " + crop.describe(),
            "frames that count: " + lengthRule + ", " + lengthRule.describe(),
            "centring: " + centring + ", " + centring.describe(),
            "scaling: " + scaling + ", " + scaling.describe(),
            "resampling: " + frames + " frames, " + resampling + ", " + resampling.describe(),
            "alignment: " + alignment + ", " + alignment.describe()));
  }

  String describeBodies() {
    if (bodies == ALL_BODIES) {
      return "all bodies are kept";
    }
    return bodies == 1 ? "only the first body is kept" : "the first " + bodies + " bodies are kept";
  }

  /**
   * One clip.
   *
   * @return (C, T, V, M), metres unless scaled, M the number of bodies that are kept; a clip
   *     without frames is all 0
   * @throws InvalidOptionException if an option needs joints that the clip's layout lacks
   */
  public float[] apply(SkeletonClip clip) {
    return Pipeline.of(this, clip.layout()).run(clip).toFloats();
  }

  /**
   * A whole set, in parallel; the result does not depend on threads.
   *
   * @throws InvalidOptionException if the array would pass Java's limit of 2^31 numbers, or an
   *     option needs joints that the set's layout lacks
   */
  public PreparedDataset apply(SkeletonDataset data) {
    return prepare(data, Pipeline.of(this, data.layout()));
  }

  /**
   * The motion stream as the reference pipelines first write it: differences of places as the
   * camera sees them, taken before frames are counted and resampled, neither centred nor turned;
   * the last frame is 0. Training derives motion from prepared joints instead: {@link
   * StreamDerivation#derive}.
   *
   * @return (C, T, V, M), metres per frame of the clip
   */
  public float[] absoluteMotion(SkeletonClip clip) {
    return Pipeline.ofAbsoluteMotion(this, clip.layout()).run(clip).toFloats();
  }

  /** {@link #absoluteMotion(SkeletonClip)} of a whole set, in parallel. */
  public PreparedDataset absoluteMotion(SkeletonDataset data) {
    return prepare(data, Pipeline.ofAbsoluteMotion(this, data.layout()));
  }

  /** What each step does to one clip: the arrays before and after. */
  public PreprocessingTrace trace(SkeletonClip clip) {
    return PreprocessingTrace.of(Pipeline.of(this, clip.layout()), clip);
  }

  private PreparedDataset prepare(SkeletonDataset data, Pipeline pipeline) {
    int kept = keptBodies(data.bodies());
    long sample = (long) SkeletonClip.CHANNELS * frames * data.layout().size() * kept;
    if (sample * data.size() > Integer.MAX_VALUE - 8) {
      throw new InvalidOptionException(
          "number of clips",
          "at most " + (Integer.MAX_VALUE - 8) / sample + " of " + sample + " numbers",
          data.size());
    }
    float[] values = new float[(int) sample * data.size()];
    IntStream.range(0, data.size())
        .parallel()
        .forEach(n -> pipeline.run(data.clips().get(n)).copyTo(values, n * (int) sample, kept));
    return new PreparedDataset(
        data.name(),
        data.layout(),
        data.classNames(),
        data.clips().stream().map(SkeletonClip::name).toList(),
        data.labels(),
        frames,
        kept,
        values);
  }

  /** How many of so many bodies are kept. */
  int keptBodies(int present) {
    return bodies == ALL_BODIES ? present : Math.min(bodies, present);
  }
}
