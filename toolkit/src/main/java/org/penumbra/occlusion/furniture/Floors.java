package org.penumbra.occlusion.furniture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.penumbra.core.RandomKey;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;

/**
 * Where the floor is. Without more knowledge it is found from the feet of each clip alone; many
 * clips of one camera in one place tell better, above all how the camera is tilted. Immutable.
 *
 * <p>Cameras of real sets look down by 10 degrees and more, which feet that stay in one place do
 * not tell: then furniture found from one clip stands some 20 cm too high a metre before the
 * person.
 *
 * <p>Floors of a data set are fixed values once made: a clip's mask then depends on them, not on
 * which other clips are masked with it.
 */
public final class Floors {
  private static final int FEET_PER_CLIP = 100;

  private final Map<Place, Floor> known;
  private final String tag;

  private Floors(Map<Place, Floor> known) {
    this.known = known;
    RandomKey key = RandomKey.of(0).with("floors");
    for (Map.Entry<Place, Floor> each : known.entrySet()) {
      key = key.with(each.getKey() + " " + each.getValue());
    }
    this.tag = known.isEmpty() ? "" : Tag.of(key);
  }

  /**
   * One camera in one place, by the fields of {@link ClipInfo}.
   *
   * @param setup setup number
   * @param camera camera number
   */
  public record Place(int setup, int camera) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return setup != other.setup
          ? Integer.compare(setup, other.setup)
          : Integer.compare(camera, other.camera);
    }
  }

  /** From the feet of each clip alone. */
  public static Floors perClip() {
    return new Floors(Map.of());
  }

  /** Known floors; clips of other places fall back to their own feet. */
  public static Floors of(Map<Place, Floor> floors) {
    return new Floors(new LinkedHashMap<>(new TreeMap<>(floors)));
  }

  /** One floor for each setup and camera, from up to 100 foot joints of each of its clips. */
  public static Floors of(SkeletonDataset data) {
    Map<Place, List<double[]>> feet = new TreeMap<>();
    Map<Place, Vector> bodies = new TreeMap<>();
    for (SkeletonClip clip : data.clips()) {
      ClipPoints points = ClipPoints.of(clip);
      if (points.feet().length > 0) {
        Place place = new Place(clip.info().setup(), clip.info().camera());
        feet.computeIfAbsent(place, p -> new ArrayList<>()).add(some(points.feet()));
        Vector middle = ClipPoints.mean(points.look());
        bodies.merge(place, middle, Vector::plus);
      }
    }
    Map<Place, Floor> floors = new TreeMap<>();
    feet.forEach(
        (place, clips) -> {
          double[] all = clips.stream().flatMapToDouble(Arrays::stream).toArray();
          floors.put(
              place, FloorFit.fit(all, bodies.get(place).times(1.0 / clips.size()), clips.size()));
        });
    return of(floors);
  }

  /** Floors by place; empty if each clip has its own. */
  public Map<Place, Floor> known() {
    return Map.copyOf(known);
  }

  /** Short text that is the same for equal floors only; empty if each clip has its own. */
  public String tag() {
    return tag;
  }

  /** The floor of a clip; at its lowest joint if no foot is observed and no floor known. */
  Floor floor(ClipInfo clip, ClipPoints points) {
    Floor floor = known.get(new Place(clip.setup(), clip.camera()));
    if (floor != null) {
      return floor;
    }
    if (points.feet().length == 0) {
      return Floor.level(lowest(points.points()));
    }
    return FloorFit.fit(points.feet(), ClipPoints.mean(points.look()), 1);
  }

  private static double lowest(double[] points) {
    double lowest = points.length == 0 ? 0 : points[1];
    for (int i = 1; i < points.length; i += 3) {
      lowest = Math.min(lowest, points[i]);
    }
    return lowest;
  }

  /** Evenly spread over the clip. */
  private static double[] some(double[] feet) {
    int n = feet.length / 3;
    int count = Math.min(n, FEET_PER_CLIP);
    double[] some = new double[3 * count];
    for (int i = 0; i < count; i++) {
      System.arraycopy(feet, 3 * (int) ((long) i * n / count), some, 3 * i, 3);
    }
    return some;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Floors floors && known.equals(floors.known);
  }

  @Override
  public int hashCode() {
    return Objects.hash(known);
  }

  @Override
  public String toString() {
    return known.isEmpty() ? "floor from each clip's feet" : known.size() + " known floors";
  }
}
