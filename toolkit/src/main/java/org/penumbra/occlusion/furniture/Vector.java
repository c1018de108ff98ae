package org.penumbra.occlusion.furniture;

/**
 * A point or direction in space, metres.
 *
 * @param x to the camera's left
 * @param y up
 * @param z away from the camera
 */
public record Vector(double x, double y, double z) {
  double dot(Vector other) {
    return x * other.x + y * other.y + z * other.z;
  }

  Vector cross(Vector other) {
    return new Vector(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  Vector plus(Vector other) {
    return new Vector(x + other.x, y + other.y, z + other.z);
  }

  Vector times(double factor) {
    return new Vector(factor * x, factor * y, factor * z);
  }

  double length() {
    return Math.sqrt(dot(this)); // exactly rounded, so the same on every machine
  }

  Vector unit() {
    return times(1 / length());
  }
}
