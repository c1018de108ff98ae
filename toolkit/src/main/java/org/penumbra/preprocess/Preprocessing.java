package org.penumbra.preprocess;

import java.util.Objects;
import java.util.stream.IntStream;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;

/**
 * Pre-processing as the papers do it: take the clip's frames, fill what is missing, centre, resize,
 * turn to the front. The defaults are the published ones (CrosSCLR's {@code relative}, 50 frames,
 * shoulders parallel to x in every frame); every fork is an option.
 *
 * <pre>{@code
 * PreparedDataset train = Preprocessing.published().apply(data.train());
 * }</pre>
 *
 * @param frames number of frames after resizing, T; at least 1
 * @param lengthRule which frames of the clip count
 * @param missing what an occluded joint looks like
 * @param centring what becomes the origin
 * @param alignment how the body is turned
 */
public record Preprocessing(
    int frames,
    LengthRule lengthRule,
    MissingValues missing,
    Centring centring,
    Alignment alignment) {

  /** Checks the number of frames. */
  public Preprocessing {
    Require.atLeast("frames", frames, 1);
    Objects.requireNonNull(lengthRule, "lengthRule");
    Objects.requireNonNull(missing, "missing");
    Objects.requireNonNull(centring, "centring");
    Objects.requireNonNull(alignment, "alignment");
  }

  /** The published settings: 50 frames, centred and turned frame by frame. */
  public static Preprocessing published() {
    return new Preprocessing(
        50,
        LengthRule.FRAME_COUNT,
        MissingValues.AS_PUBLISHED,
        Centring.EVERY_FRAME,
        Alignment.EVERY_FRAME);
  }

  /** Centred once on the first frame and turned once: the body's path and turning are kept. */
  public static Preprocessing keepingPath() {
    return published().withCentring(Centring.FIRST_FRAME).withAlignment(Alignment.ONCE);
  }

  /** These settings with another number of frames. */
  public Preprocessing withFrames(int value) {
    return new Preprocessing(value, lengthRule, missing, centring, alignment);
  }

  /** These settings with another length rule. */
  public Preprocessing withLengthRule(LengthRule value) {
    return new Preprocessing(frames, value, missing, centring, alignment);
  }

  /** These settings with another look of occluded joints. */
  public Preprocessing withMissing(MissingValues value) {
    return new Preprocessing(frames, lengthRule, value, centring, alignment);
  }

  /** These settings with another origin. */
  public Preprocessing withCentring(Centring value) {
    return new Preprocessing(frames, lengthRule, missing, value, alignment);
  }

  /** These settings with another turning. */
  public Preprocessing withAlignment(Alignment value) {
    return new Preprocessing(frames, lengthRule, missing, centring, value);
  }

  /** One line for people: every setting. */
  public String describe() {
    return frames
        + " frames; length: "
        + lengthRule
        + "; hidden joints: "
        + missing
        + "; origin: "
        + centring
        + "; turned: "
        + alignment;
  }

  /**
   * One clip.
   *
   * @return (C, T, V, M) with the clip's own number of bodies, metres; a clip without frames is all
   *     0
   */
  public float[] apply(SkeletonClip clip) {
    Frames prepared = prepare(clip);
    float[] values =
        new float[SkeletonClip.CHANNELS * frames * prepared.joints() * prepared.bodies()];
    prepared.copyTo(values, 0, prepared.bodies());
    return values;
  }

  /**
   * A whole set, in parallel; the result does not depend on threads.
   *
   * @throws InvalidOptionException if the array would pass Java's limit of 2^31 numbers
   */
  public PreparedDataset apply(SkeletonDataset data) {
    int bodies = data.bodies();
    int sample = SkeletonClip.CHANNELS * frames * data.layout().size() * bodies;
    if ((long) sample * data.size() > Integer.MAX_VALUE - 8) {
      throw new InvalidOptionException(
          "number of clips",
          "at most " + (Integer.MAX_VALUE - 8) / sample + " of " + sample + " numbers",
          data.size());
    }
    float[] values = new float[sample * data.size()];
    IntStream.range(0, data.size())
        .parallel()
        .forEach(n -> prepare(data.clips().get(n)).copyTo(values, n * sample, bodies));
    return new PreparedDataset(
        data.name(),
        data.layout(),
        data.classNames(),
        data.clips().stream().map(SkeletonClip::name).toList(),
        data.labels(),
        frames,
        bodies,
        values);
  }

  private Frames prepare(SkeletonClip clip) {
    Frames whole = Frames.of(clip);
    missing.fill(clip, whole);
    Frames counted = whole.first(lengthRule.length(clip));
    centring.apply(counted, clip);
    Frames resized = Resize.resize(counted, frames);
    alignment.apply(resized, clip);
    return resized;
  }
}
