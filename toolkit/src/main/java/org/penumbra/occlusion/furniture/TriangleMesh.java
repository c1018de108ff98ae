package org.penumbra.occlusion.furniture;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.penumbra.core.DataFormatException;

/**
 * A surface of triangles. Immutable. Triangles that share an edge share the exact coordinates of
 * its ends, so that no ray slips between them.
 *
 * <p>Furniture in its own frame: metres, x along the width, y up from the floor at 0, z along the
 * depth, footprint centred on the origin.
 */
public final class TriangleMesh {
  private final String name;
  private final double[] vertices;
  private final int[] triangles;
  private final boolean solid;

  /** Takes the arrays as they are; {@code solid} as in {@link #isSolid()}. */
  TriangleMesh(String name, double[] vertices, int[] triangles, boolean solid) {
    this.name = name;
    this.vertices = vertices;
    this.triangles = triangles;
    this.solid = solid;
  }

  /**
   * A mesh of one's own.
   *
   * @param name what messages call it
   * @param vertices three coordinates for each, metres; copied
   * @param triangles three indices of vertices for each, from 0; copied
   * @throws DataFormatException if there is no triangle, a coordinate is not finite or an index is
   *     out of range
   */
  public static TriangleMesh of(String name, double[] vertices, int[] triangles) {
    MeshChecks.check(name, vertices, triangles);
    int[] copy = triangles.clone();
    return new TriangleMesh(name, vertices.clone(), copy, MeshChecks.isSolid(vertices, copy));
  }

  /** What messages and stored scenes call it. */
  public String name() {
    return name;
  }

  /** Number of vertices. */
  public int vertexCount() {
    return vertices.length / 3;
  }

  /** Number of triangles. */
  public int triangleCount() {
    return triangles.length / 3;
  }

  /** Coordinates of all vertices, x, y, z of each in turn, metres; a copy. */
  public double[] vertices() {
    return vertices.clone();
  }

  /** Indices of all triangles' vertices, counter-clockwise seen from outside; a copy. */
  public int[] triangles() {
    return triangles.clone();
  }

  /**
   * Whether it is made of closed surfaces that face outwards: each edge belongs to two triangles,
   * in opposite directions. Only then are its far sides never seen from outside.
   */
  public boolean isSolid() {
    return solid;
  }

  /** The smallest box along the axes that holds it. */
  public Bounds bounds() {
    return Bounds.of(vertices);
  }

  /** Volume inside closed surfaces, cubic metres; solids that overlap count twice. */
  public double volume() {
    return MeshChecks.volume(vertices, triangles);
  }

  /** SHA-256 of coordinates and indices, in hexadecimal: tells whether a mesh is the same one. */
  public String contentHash() {
    ByteBuffer bytes =
        ByteBuffer.allocate(vertices.length * Double.BYTES + triangles.length * Integer.BYTES);
    bytes.asDoubleBuffer().put(vertices);
    bytes.position(vertices.length * Double.BYTES).asIntBuffer().put(triangles);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }

  /** The same surface elsewhere; shares the triangles. */
  TriangleMesh withVertices(double[] moved) {
    return new TriangleMesh(name, moved, triangles, solid);
  }

  /** The array itself, for reading only. */
  double[] rawVertices() {
    return vertices;
  }

  /** The array itself, for reading only. */
  int[] rawTriangles() {
    return triangles;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TriangleMesh mesh
        && name.equals(mesh.name)
        && Arrays.equals(vertices, mesh.vertices)
        && Arrays.equals(triangles, mesh.triangles);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(vertices) * 31 + Arrays.hashCode(triangles);
  }

  @Override
  public String toString() {
    return "TriangleMesh " + name + " (" + triangleCount() + " triangles)";
  }
}
