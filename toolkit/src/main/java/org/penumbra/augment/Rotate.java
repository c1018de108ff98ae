package org.penumbra.augment;

import java.util.SplittableRandom;
import org.penumbra.core.Require;

/**
 * Rotation mostly about one axis: the main axis is one of x, y, z with equal chance and turns by a
 * uniform angle up to {@code mainDegrees}, the other two up to {@code otherDegrees}; all angles are
 * positive; x is applied first, then y, then z.
 *
 * @param mainDegrees largest angle of the main axis, in degrees; 30 in the papers
 * @param otherDegrees largest angle of the others, in degrees; 1 in the papers
 */
public record Rotate(double mainDegrees, double otherDegrees) implements Augmentation {
  /** Checks the angles. */
  public Rotate {
    Require.inRange("main rotation in degrees", mainDegrees, 0, 180);
    Require.inRange("other rotation in degrees", otherDegrees, 0, 180);
  }

  /** Up to 30 degrees about one axis, up to 1 about the others. */
  public static Rotate published() {
    return new Rotate(30, 1);
  }

  @Override
  public void apply(View view, SplittableRandom random) {
    int main = random.nextInt(3);
    double[] angle = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double largest = axis == main ? mainDegrees : otherDegrees;
      angle[axis] = StrictMath.toRadians(random.nextDouble() * largest);
    }
    view.multiply(aboutX(angle[0]));
    view.multiply(aboutY(angle[1]));
    view.multiply(aboutZ(angle[2]));
  }

  private static double[] aboutX(double angle) {
    double c = StrictMath.cos(angle);
    double s = StrictMath.sin(angle);
    return new double[] {1, 0, 0, 0, c, s, 0, -s, c};
  }

  private static double[] aboutY(double angle) {
    double c = StrictMath.cos(angle);
    double s = StrictMath.sin(angle);
    return new double[] {c, 0, -s, 0, 1, 0, s, 0, c};
  }

  private static double[] aboutZ(double angle) {
    double c = StrictMath.cos(angle);
    double s = StrictMath.sin(angle);
    return new double[] {c, s, 0, -s, c, 0, 0, 0, 1};
  }
}
