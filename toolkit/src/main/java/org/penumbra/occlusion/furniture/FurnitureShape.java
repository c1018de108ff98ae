package org.penumbra.occlusion.furniture;

/** What stands in the way: a type with its dimensions, or a mesh that the user owns. */
public sealed interface FurnitureShape permits ParametricFurniture, UserFurniture {
  /** Type or name of the mesh. */
  String label();

  /** The surface in its own frame: metres, y up from the floor, footprint around the origin. */
  TriangleMesh mesh();
}
