package org.penumbra.occlusion.furniture;

import java.util.Arrays;

/** Puts closed solids together to one mesh; all faces look outwards. */
final class SolidBuilder {
  private static final int[] BOX = {
    0, 3, 2, 0, 2, 1, 4, 5, 6, 4, 6, 7, 0, 1, 5, 0, 5, 4, 1, 2, 6, 1, 6, 5, 2, 3, 7, 2, 7, 6, 3, 0,
    4, 3, 4, 7
  };

  private double[] vertices = new double[256];
  private int[] triangles = new int[512];
  private int coordinates;
  private int indices;

  /** A box along the axes. */
  SolidBuilder box(double x0, double y0, double z0, double x1, double y1, double z1) {
    return prism(new double[] {x0, z0, x0, z1, x1, z1, x1, z0}, y0, y1);
  }

  /** A box on the middle of the floor plan: from -width / 2 to width / 2 and so on. */
  SolidBuilder centred(double width, double depth, double y0, double y1) {
    return box(-width / 2, y0, -depth / 2, width / 2, y1, depth / 2);
  }

  /** A thin upright wall along a line on the floor. */
  SolidBuilder wall(
      double x0, double z0, double x1, double z1, double thickness, double y0, double y1) {
    double length = Math.sqrt((x1 - x0) * (x1 - x0) + (z1 - z0) * (z1 - z0));
    double nx = (z1 - z0) / length * thickness / 2;
    double nz = (x0 - x1) / length * thickness / 2;
    return prism(
        new double[] {x0 + nx, z0 + nz, x0 - nx, z0 - nz, x1 - nx, z1 - nz, x1 + nx, z1 + nz},
        y0,
        y1);
  }

  /** Four corners (x, z), clockwise in the plane of x to the right and z up, raised to a prism. */
  private SolidBuilder prism(double[] corners, double y0, double y1) {
    int first = coordinates / 3;
    for (double y : new double[] {y0, y1}) {
      for (int i = 0; i < 4; i++) {
        vertex(corners[2 * i], y, corners[2 * i + 1]);
      }
    }
    for (int i = 0; i < BOX.length; i += 3) {
      triangle(first + BOX[i], first + BOX[i + 1], first + BOX[i + 2]);
    }
    return this;
  }

  /** A cylinder on the vertical axis. */
  SolidBuilder cylinder(double radius, double y0, double y1) {
    return frustum(radius, y0, radius, y1);
  }

  /** A cone without its tip, on the vertical axis. */
  SolidBuilder frustum(double lowRadius, double y0, double highRadius, double y1) {
    int first = coordinates / 3;
    int n = Circle.SIDES;
    for (int i = 0; i < n; i++) {
      vertex(lowRadius * Circle.cos(i), y0, lowRadius * Circle.sin(i));
      vertex(highRadius * Circle.cos(i), y1, highRadius * Circle.sin(i));
    }
    for (int i = 0; i < n; i++) {
      int low = first + 2 * i;
      int next = first + 2 * ((i + 1) % n);
      triangle(low, low + 1, next);
      triangle(next, low + 1, next + 1);
      if (i > 0 && i < n - 1) {
        triangle(first, low, next);
        triangle(first + 1, next + 1, low + 1);
      }
    }
    return this;
  }

  /** An ellipsoid on the vertical axis, between two heights. */
  SolidBuilder ellipsoid(double radius, double y0, double y1) {
    int n = Circle.SIDES;
    int rings = n / 2 - 1;
    int bottom = coordinates / 3;
    double middle = (y0 + y1) / 2;
    vertex(0, y0, 0);
    for (int ring = 1; ring <= rings; ring++) {
      double around = radius * Circle.sin(ring);
      double y = middle - (y1 - y0) / 2 * Circle.cos(ring);
      for (int i = 0; i < n; i++) {
        vertex(around * Circle.cos(i), y, around * Circle.sin(i));
      }
    }
    vertex(0, y1, 0);
    int top = bottom + 1 + rings * n;
    for (int i = 0; i < n; i++) {
      int j = (i + 1) % n;
      triangle(bottom, bottom + 1 + i, bottom + 1 + j);
      triangle(top, top - n + j, top - n + i);
      for (int ring = 0; ring < rings - 1; ring++) {
        int low = bottom + 1 + ring * n;
        triangle(low + i, low + n + i, low + j);
        triangle(low + j, low + n + i, low + n + j);
      }
    }
    return this;
  }

  private void vertex(double x, double y, double z) {
    if (coordinates + 3 > vertices.length) {
      vertices = Arrays.copyOf(vertices, 2 * vertices.length);
    }
    vertices[coordinates++] = x;
    vertices[coordinates++] = y;
    vertices[coordinates++] = z;
  }

  private void triangle(int a, int b, int c) {
    if (indices + 3 > triangles.length) {
      triangles = Arrays.copyOf(triangles, 2 * triangles.length);
    }
    triangles[indices++] = a;
    triangles[indices++] = b;
    triangles[indices++] = c;
  }

  TriangleMesh build(String name) {
    return new TriangleMesh(
        name, Arrays.copyOf(vertices, coordinates), Arrays.copyOf(triangles, indices), true);
  }
}
