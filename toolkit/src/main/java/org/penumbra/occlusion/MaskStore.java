package org.penumbra.occlusion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;

/**
 * Masks of many clips by name, kept at two bits per joint, to be saved, shared and laid on the same
 * data again: on another machine, or after the code that drew them has changed.
 *
 * <pre>{@code
 * MaskStore.of(Occlusions.named("markov-0.2-8").withSeed(1), data).save(path);
 * var occluded = MaskStore.load(path).apply(data);
 * }</pre>
 */
public final class MaskStore {
  private final String occlusion;
  private final long seed;
  private final String layout;
  private final Map<String, PackedMask> masks;

  MaskStore(String occlusion, long seed, String layout, Map<String, PackedMask> masks) {
    this.occlusion = occlusion;
    this.seed = seed;
    this.layout = layout;
    this.masks = Collections.unmodifiableMap(new TreeMap<>(masks));
  }

  /** What an occlusion hides of each clip of a set. */
  public static MaskStore of(Occlusion occlusion, SkeletonDataset data) {
    Map<String, PackedMask> masks = new TreeMap<>();
    for (SkeletonClip clip : data.clips()) {
      masks.put(clip.name(), PackedMask.of(occlusion.hide(clip)));
    }
    return new MaskStore(occlusion.name(), occlusion.seed(), data.layout().name(), masks);
  }

  /**
   * Reads a file that {@link #save} wrote.
   *
   * @throws org.penumbra.core.DataNotFoundException if it is not there
   * @throws DataFormatException if it is cut short, changed, or no such file
   */
  public static MaskStore load(Path file) {
    return MaskFile.read(file);
  }

  /** Writes all masks to one file, whole or not at all. */
  public void save(Path file) {
    MaskFile.write(this, file);
  }

  /** Name of the occlusion that drew them. */
  public String occlusion() {
    return occlusion;
  }

  /** Seed of the occlusion that drew them. */
  public long seed() {
    return seed;
  }

  /** Name of the layout. */
  public String layout() {
    return layout;
  }

  /** Names of the clips, ascending. */
  public List<String> clipNames() {
    return List.copyOf(masks.keySet());
  }

  /**
   * The mask of a clip, as the occlusion gave it.
   *
   * @throws InvalidOptionException if there is none
   */
  public JointMask mask(String clipName) {
    PackedMask mask = masks.get(clipName);
    if (mask == null) {
      throw new InvalidOptionException("clip", "one of the " + masks.size() + " stored", clipName);
    }
    return mask.unpack("mask of clip " + clipName);
  }

  Map<String, PackedMask> packed() {
    return masks;
  }

  /**
   * Every clip of a set with its stored mask laid over it. Masks of clips that the set does not
   * have are not used.
   *
   * @throws DataFormatException if the layout differs, a clip has no mask (all such are named, up
   *     to ten), or a mask has another shape than its clip
   */
  public SkeletonDataset apply(SkeletonDataset data) {
    if (!data.layout().name().equals(layout)) {
      throw new DataFormatException(
          toString(),
          "expected clips of layout " + layout + ", found " + data.layout().name() + ".");
    }
    List<String> missing = new ArrayList<>();
    for (ClipInfo info : data.infos()) {
      if (!masks.containsKey(info.name())) {
        missing.add(info.name());
      }
    }
    if (!missing.isEmpty()) {
      throw new DataFormatException(
          toString(),
          missing.size()
              + " clips of "
              + data.name()
              + " have no mask: "
              + String.join(", ", missing.subList(0, Math.min(10, missing.size())))
              + (missing.size() > 10 ? ", ..." : "")
              + "; leave them out with select(...) or draw their masks.");
    }
    return data.map(this::apply);
  }

  private SkeletonClip apply(SkeletonClip clip) {
    JointMask mask = mask(clip.name());
    if (!mask.shape().equals(clip.mask().shape())) {
      throw new DataFormatException(
          "mask of clip " + clip.name(),
          "expected the clip's shape " + clip.mask().shape() + ", found " + mask.shape() + ".");
    }
    return clip.hide(mask);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MaskStore store
        && occlusion.equals(store.occlusion)
        && seed == store.seed
        && layout.equals(store.layout)
        && clipNames().equals(store.clipNames())
        && clipNames().stream().allMatch(clip -> mask(clip).equals(store.mask(clip)));
  }

  @Override
  public int hashCode() {
    return clipNames().hashCode() * 31 + occlusion.hashCode();
  }

  @Override
  public String toString() {
    return masks.size() + " masks of " + occlusion + ", seed " + seed + ", layout " + layout;
  }
}
