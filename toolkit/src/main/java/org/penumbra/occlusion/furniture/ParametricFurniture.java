package org.penumbra.occlusion.furniture;

import java.util.List;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * One piece of a type: equal dimensions make exactly equal meshes.
 *
 * @param type which type
 * @param dimensions one for each of {@link FurnitureType#dimensions()}, metres, within its range
 */
public record ParametricFurniture(FurnitureType type, List<Double> dimensions)
    implements FurnitureShape {
  /** Checks number and ranges. */
  public ParametricFurniture {
    dimensions = List.copyOf(dimensions);
    List<Dimension> wanted = type.dimensions();
    if (dimensions.size() != wanted.size()) {
      throw new InvalidOptionException(
          "dimensions of " + type.label(),
          wanted.stream().map(Dimension::name).toList().toString(),
          dimensions);
    }
    for (int i = 0; i < wanted.size(); i++) {
      Dimension each = wanted.get(i);
      Require.inRange(
          each.name() + " of " + type.label(), dimensions.get(i), each.low(), each.high());
    }
  }

  @Override
  public String label() {
    return type.label();
  }

  @Override
  public TriangleMesh mesh() {
    return type.build(dimensions.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
