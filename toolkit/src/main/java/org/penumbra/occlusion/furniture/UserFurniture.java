package org.penumbra.occlusion.furniture;

/**
 * A mesh that the user owns, as {@link MeshFile} reads it.
 *
 * @param mesh metres, y up from the floor, footprint around the origin
 */
public record UserFurniture(TriangleMesh mesh) implements FurnitureShape {
  @Override
  public String label() {
    return mesh.name();
  }
}
