package org.penumbra.occlusion.furniture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.penumbra.core.Draws;
import org.penumbra.core.InvalidOptionException;

/**
 * Fourteen types of furniture in the sizes that shops sell, built from closed boxes, cylinders and
 * ellipsoids. The order of the dimensions is that of {@link ParametricFurniture#dimensions()}.
 */
@SuppressWarnings("ImmutableEnumChecker") // lists by List.of, functions without state
public enum FurnitureType {
  /** Dining table: a top on four legs. */
  TABLE(Tables::table, Tables.TABLE),
  /** Writing desk with a side, drawers and a modesty panel. */
  DESK(Tables::desk, Tables.DESK),
  /** Kitchen counter. */
  COUNTER(Tables::counter, Tables.COUNTER),
  /** Chair with a back. */
  CHAIR(Seats::chair, Seats.CHAIR),
  /** Round stool. */
  STOOL(Seats::stool, Seats.STOOL),
  /** Sofa for two or three. */
  SOFA(Seats::upholstered, Seats.SOFA),
  /** Armchair. */
  ARMCHAIR(Seats::upholstered, Seats.ARMCHAIR),
  /** Bed with a headboard. */
  BED(Seats::bed, Seats.BED),
  /** Bookshelf with a back. */
  BOOKSHELF(Storage::bookshelf, Storage.BOOKSHELF),
  /** Closed cabinet on a plinth. */
  CABINET(Storage::cabinet, Storage.CABINET),
  /** Low stand with a television on it. */
  TV_STAND(Storage::tvStand, Storage.TV_STAND),
  /** Plant in a pot. */
  PLANT(Upright::plant, Upright.PLANT),
  /** Floor lamp. */
  LAMP(Upright::lamp, Upright.LAMP),
  /** Folding screen of four panels. */
  SCREEN(Upright::screen, Upright.SCREEN);

  private final Function<double[], SolidBuilder> factory;
  private final List<Dimension> dimensions;

  FurnitureType(Function<double[], SolidBuilder> factory, List<Dimension> dimensions) {
    this.factory = factory;
    this.dimensions = dimensions;
  }

  /** Lower-case name, for instance {@code tv-stand}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is drawn for each piece, in order. */
  public List<Dimension> dimensions() {
    return dimensions;
  }

  /** A piece of random dimensions, each uniform in its range. */
  public ParametricFurniture draw(Draws draws) {
    List<Double> sizes = new ArrayList<>(dimensions.size());
    for (Dimension each : dimensions) {
      sizes.add(draws.uniform(each.low(), each.high()));
    }
    return new ParametricFurniture(this, sizes);
  }

  /**
   * The type of a label.
   *
   * @throws InvalidOptionException if there is none; the message lists all labels
   */
  public static FurnitureType of(String label) {
    return Arrays.stream(values())
        .filter(type -> type.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidOptionException(
                    "furniture type",
                    "one of " + Arrays.stream(values()).map(FurnitureType::label).toList(),
                    label));
  }

  TriangleMesh build(double[] sizes) {
    return factory.apply(sizes).build(label());
  }
}
