package org.penumbra.occlusion.furniture;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.penumbra.core.Draws;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Require;

/** Which furniture is drawn and how often: types by weight, and meshes of one's own. Immutable. */
public final class FurnitureChoice {
  private static final FurnitureChoice ALL = new FurnitureChoice(equalWeights(), List.of());

  private final Map<FurnitureType, Double> weights; // in order of the types
  private final List<UserFurniture> own;
  private final double total;
  private final String tag;

  private FurnitureChoice(Map<FurnitureType, Double> weights, List<UserFurniture> own) {
    this.weights = weights;
    this.own = own;
    this.total = weights.values().stream().mapToDouble(Double::doubleValue).sum() + own.size();
    if (!(total > 0)) {
      throw new InvalidOptionException("weights of furniture", "above 0 for at least one", total);
    }
    RandomKey key = RandomKey.of(0).with("furniture");
    for (Map.Entry<FurnitureType, Double> each : weights.entrySet()) {
      key = key.with(each.getKey().label() + " " + each.getValue());
    }
    for (UserFurniture each : own) {
      key = key.with(each.mesh().name()).with(each.mesh().contentHash());
    }
    this.tag = Tag.of(key);
  }

  /** All fourteen types, equally often. */
  public static FurnitureChoice all() {
    return ALL;
  }

  /**
   * Some types.
   *
   * @param weights how often, in proportion; finite, not negative, not all 0
   */
  public static FurnitureChoice types(Map<FurnitureType, Double> weights) {
    EnumMap<FurnitureType, Double> kept = new EnumMap<>(FurnitureType.class);
    weights.forEach(
        (type, weight) -> {
          Require.inRange("weight of " + type.label(), weight, 0, 1e6);
          if (weight > 0) {
            kept.put(type, weight);
          }
        });
    return new FurnitureChoice(kept, List.of());
  }

  /** Only meshes of one's own, equally often. */
  public static FurnitureChoice meshes(List<TriangleMesh> meshes) {
    Require.notEmpty("meshes", meshes);
    return new FurnitureChoice(
        new EnumMap<>(FurnitureType.class), meshes.stream().map(UserFurniture::new).toList());
  }

  /** These types and in addition some meshes, each with weight 1. */
  public FurnitureChoice with(List<TriangleMesh> meshes) {
    List<UserFurniture> both = new ArrayList<>(own);
    meshes.forEach(mesh -> both.add(new UserFurniture(mesh)));
    return new FurnitureChoice(weights, List.copyOf(both));
  }

  /** Short text that is the same for equal choices only; empty for {@link #all()}. */
  public String tag() {
    return equals(ALL) ? "" : tag;
  }

  /** One line: types with weights, meshes by name. */
  public String describe() {
    if (equals(ALL)) {
      return "all " + weights.size() + " types";
    }
    List<String> parts = new ArrayList<>();
    weights.forEach((type, weight) -> parts.add(type.label() + " " + weight));
    own.forEach(each -> parts.add("mesh " + each.label()));
    return String.join(", ", parts);
  }

  /** One piece, by weight. */
  FurnitureShape draw(Draws draws) {
    double at = draws.uniform(0, total);
    for (Map.Entry<FurnitureType, Double> each : weights.entrySet()) {
      at -= each.getValue();
      if (at < 0) {
        return each.getKey().draw(draws);
      }
    }
    if (own.isEmpty()) {
      // Rounding may leave a little after the last type.
      return List.copyOf(weights.keySet()).get(weights.size() - 1).draw(draws);
    }
    return own.get(Math.min((int) at, own.size() - 1));
  }

  private static Map<FurnitureType, Double> equalWeights() {
    EnumMap<FurnitureType, Double> equal = new EnumMap<>(FurnitureType.class);
    for (FurnitureType type : FurnitureType.values()) {
      equal.put(type, 1.0);
    }
    return equal;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FurnitureChoice choice
        && weights.equals(choice.weights)
        && own.equals(choice.own);
  }

  @Override
  public int hashCode() {
    return weights.hashCode() * 31 + own.hashCode();
  }

  @Override
  public String toString() {
    return describe();
  }
}
