package org.penumbra.occlusion;

import java.util.List;

/** Furniture between camera and person, as {@link Occlusions} lists it. */
final class FurnitureFamilies {
  private static final String SOURCE =
      "after OPSTL's realistic occlusion (Trans4SOAR); the furniture is our own";

  static final List<OcclusionFamily> ALL =
      List.of(
          OcclusionFamily.single(
              "furniture-light",
              "1 or 2 pieces of furniture hide 5 to 30 % of each clip, mostly legs",
              SOURCE,
              FurnitureOcclusion::light),
          OcclusionFamily.single(
              "furniture-medium",
              "1 or 2 pieces of furniture hide 5 to 60 % of each clip, about a quarter in the mean",
              SOURCE,
              FurnitureOcclusion::medium),
          OcclusionFamily.single(
              "furniture-heavy",
              "1 or 2 pieces of furniture hide 30 to 70 % of each clip, about half in the mean",
              SOURCE,
              FurnitureOcclusion::heavy));

  private FurnitureFamilies() {}
}
