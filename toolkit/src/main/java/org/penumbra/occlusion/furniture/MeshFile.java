package org.penumbra.occlusion.furniture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;

/**
 * Reads a mesh that the user owns from OBJ, OFF or STL (text or binary), by the file's ending: the
 * positions only. The mesh is turned upright, put on the floor and centred on its footprint.
 *
 * <pre>{@code
 * var chair = MeshFile.of(Path.of("chair.obj")).withUnit(LengthUnit.CENTIMETRE).read();
 * var occluded = FurnitureOcclusion.medium().withMeshes(List.of(chair)).apply(data);
 * }</pre>
 *
 * @param file with ending .obj, .off or .stl, at most 256 MiB
 * @param unit what its numbers mean
 * @param up its vertical axis
 */
public record MeshFile(Path file, LengthUnit unit, UpAxis up) {
  private static final long MOST_BYTES = 256L << 20;
  private static final double LARGEST = 20; // metres: no furniture, most likely another unit
  private static final double SMALLEST = 0.02;

  /** Checks that unit and axis are given. */
  public MeshFile {
    if (file == null || unit == null || up == null) {
      throw new InvalidOptionException(
          "mesh file, unit and up axis", "given", file + ", " + unit + ", " + up);
    }
  }

  /** A file in metres whose y axis points up. */
  public static MeshFile of(Path file) {
    return new MeshFile(file, LengthUnit.METRE, UpAxis.Y);
  }

  /** In another unit. */
  public MeshFile withUnit(LengthUnit other) {
    return new MeshFile(file, other, up);
  }

  /** With another axis pointing up. */
  public MeshFile withUp(UpAxis other) {
    return new MeshFile(file, unit, other);
  }

  /**
   * Reads it.
   *
   * @return the mesh in metres, named as the file without its ending
   * @throws DataNotFoundException if there is no such file
   * @throws DataFormatException if it is damaged, with line or byte; or larger than 20 m or smaller
   *     than 2 cm, which another unit explains
   * @throws InvalidOptionException if the ending is not known
   */
  public TriangleMesh read() {
    String leaf = String.valueOf(file.getFileName());
    int dot = leaf.lastIndexOf('.');
    String ending = dot < 0 ? "" : leaf.substring(dot + 1).toLowerCase(Locale.ROOT);
    byte[] bytes = bytes();
    MeshDraft draft =
        switch (ending) {
          case "obj" -> new ObjReader(file.toString()).read(bytes);
          case "off" -> new OffReader(file.toString()).read(bytes);
          case "stl" -> new StlReader(file.toString()).read(bytes);
          default ->
              throw new InvalidOptionException("ending of a mesh file", ".obj, .off or .stl", leaf);
        };
    if (draft.triangles().isEmpty()) {
      throw new DataFormatException(file.toString(), "expected at least one face, found none.");
    }
    double[] vertices = upright(draft.usedVertices());
    checkSize(Bounds.of(vertices));
    return TriangleMesh.of(leaf.substring(0, dot), onFloor(vertices), draft.usedTriangles());
  }

  private byte[] bytes() {
    try {
      if (!Files.isRegularFile(file)) {
        throw new DataNotFoundException("There is no mesh file at " + file + ".");
      }
      long size = Files.size(file);
      if (size > MOST_BYTES) {
        throw new DataFormatException(
            file.toString(),
            "expected at most 256 MiB, found " + (size >> 20) + " MiB; simplify the mesh.");
      }
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new DataFormatException(
          file.toString(), "cannot be read: " + failure.getMessage(), failure);
    }
  }

  private double[] upright(double[] from) {
    double[] to = new double[from.length];
    for (int i = 0; i < from.length; i += 3) {
      to[i] = unit.metres() * from[i];
      // A quarter turn about x: z goes up, y to the back, and nothing is mirrored.
      to[i + 1] = unit.metres() * (up == UpAxis.Y ? from[i + 1] : from[i + 2]);
      to[i + 2] = unit.metres() * (up == UpAxis.Y ? from[i + 2] : -from[i + 1]);
    }
    return to;
  }

  private void checkSize(Bounds bounds) {
    double size = Math.max(bounds.height(), Math.max(bounds.width(), bounds.depth()));
    if (!(size <= LARGEST && size >= SMALLEST)) {
      throw new DataFormatException(
          file.toString(),
          String.format(
              Locale.ROOT,
              "expected furniture of %s to %s m, found %.4g m in unit %s; set another with"
                  + " withUnit.",
              SMALLEST,
              LARGEST,
              size,
              unit));
    }
  }

  private static double[] onFloor(double[] vertices) {
    Bounds bounds = Bounds.of(vertices);
    double x = (bounds.low().x() + bounds.high().x()) / 2;
    double z = (bounds.low().z() + bounds.high().z()) / 2;
    double[] moved = vertices.clone();
    for (int i = 0; i < moved.length; i += 3) {
      moved[i] -= x;
      moved[i + 1] -= bounds.low().y();
      moved[i + 2] -= z;
    }
    return moved;
  }
}
