package org.penumbra.occlusion;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;
import org.penumbra.occlusion.furniture.AcceptanceWindow;
import org.penumbra.occlusion.furniture.Floors;
import org.penumbra.occlusion.furniture.FurnitureChoice;
import org.penumbra.occlusion.furniture.FurnitureScene;
import org.penumbra.occlusion.furniture.FurnitureType;
import org.penumbra.occlusion.furniture.SceneSearch;
import org.penumbra.occlusion.furniture.TriangleMesh;

/**
 * Hides what a camera cannot see behind furniture: OPSTL's and Trans4SOAR's realistic occlusion.
 * One or two pieces stand still on the floor between camera and bodies for the whole clip; a joint
 * is hidden where the line from the camera to it meets a piece first. Joints of all bodies count.
 *
 * <p>Neither paper publishes its furniture, how it was placed or how much it hid: this is realistic
 * occlusion by furniture of our own, and figures are not comparable with theirs cell by cell.
 * Scenes are drawn until the share hidden lies within a window: at most 31, then the closest.
 *
 * <pre>{@code
 * var occluded = FurnitureOcclusion.medium().withSeed(1).apply(data);
 * }</pre>
 *
 * @param window what share of a clip's observed joints a scene may hide
 * @param choice which furniture, how often
 * @param floors where it stands
 * @param seed which of many masks
 */
public record FurnitureOcclusion(
    AcceptanceWindow window, FurnitureChoice choice, Floors floors, long seed)
    implements Occlusion {
  /** Checks that everything is given. */
  public FurnitureOcclusion {
    if (window == null || choice == null || floors == null) {
      throw new InvalidOptionException(
          "window, choice and floors", "given", window + ", " + choice + ", " + floors);
    }
  }

  /** Hides 5 to 30 % of each clip, mostly legs. */
  public static FurnitureOcclusion light() {
    return within(AcceptanceWindow.LIGHT);
  }

  /** Hides 5 to 60 % of each clip, about a quarter in the mean: the default. */
  public static FurnitureOcclusion medium() {
    return within(AcceptanceWindow.MEDIUM);
  }

  /** Hides 30 to 70 % of each clip, about half in the mean. */
  public static FurnitureOcclusion heavy() {
    return within(AcceptanceWindow.HEAVY);
  }

  /** Hides a share within a window of one's own. */
  public static FurnitureOcclusion within(AcceptanceWindow window) {
    return new FurnitureOcclusion(window, FurnitureChoice.all(), Floors.perClip(), 0);
  }

  @Override
  public FurnitureOcclusion withSeed(long other) {
    return new FurnitureOcclusion(window, choice, floors, other);
  }

  /** With other furniture. */
  public FurnitureOcclusion withChoice(FurnitureChoice other) {
    return new FurnitureOcclusion(window, other, floors, seed);
  }

  /** With some types only, by weight: high ones such as screen and bookshelf hide most. */
  public FurnitureOcclusion withTypes(Map<FurnitureType, Double> weights) {
    return withChoice(FurnitureChoice.types(weights));
  }

  /** With some types only, equally often. */
  public FurnitureOcclusion withTypes(FurnitureType... types) {
    Map<FurnitureType, Double> weights = new EnumMap<>(FurnitureType.class);
    for (FurnitureType type : types) {
      weights.put(type, 1.0);
    }
    return withTypes(weights);
  }

  /** With meshes of one's own instead of the types, equally often. */
  public FurnitureOcclusion withMeshes(List<TriangleMesh> meshes) {
    return withChoice(FurnitureChoice.meshes(meshes));
  }

  /** On known floors, for instance {@code Floors.of(data)}. */
  public FurnitureOcclusion withFloors(Floors other) {
    return new FurnitureOcclusion(window, choice, other, seed);
  }

  /**
   * For instance {@code furniture-medium}; other furniture or floors add a mark of eight digits.
   */
  @Override
  public String name() {
    return "furniture-"
        + window.name()
        + (choice.tag().isEmpty() ? "" : "-choice-" + choice.tag())
        + (floors.tag().isEmpty() ? "" : "-floors-" + floors.tag());
  }

  @Override
  public String describe() {
    return "joints behind 1 or 2 pieces of furniture ("
        + choice.describe()
        + "; "
        + floors
        + "), "
        + Math.round(100 * window.low())
        + " to "
        + Math.round(100 * window.high())
        + " % of each clip, seed "
        + seed;
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    return find(clip).mask();
  }

  /** The furniture that hides a clip's joints, to draw it or to keep it. */
  public FurnitureScene scene(SkeletonClip clip) {
    return find(clip).scene();
  }

  private SceneSearch.Found find(SkeletonClip clip) {
    RandomKey key = RandomKey.of(seed).with(name()).with(clip.name());
    return new SceneSearch(choice, window, floors).find(clip, key);
  }
}
