package org.penumbra.data.format;

import java.util.List;

/**
 * How much one person moves: the sum over joints and coordinates of the variance over the frames
 * that show the joint (mean of the squared differences from the mean), in square metres.
 */
final class BodyEnergy {
  private BodyEnergy() {}

  /**
   * The energy of one person.
   *
   * @param listed which of the bodies are this person
   * @param marker which joints have a position
   */
  static double of(ListedBodies bodies, List<Integer> listed, JointMarker marker) {
    double energy = 0;
    for (int joint = 0; joint < ListedBodies.JOINTS; joint++) {
      int v = joint;
      List<Integer> seen = listed.stream().filter(b -> !bodies.isOccluded(b, v, marker)).toList();
      for (int c = 0; c < 3 && !seen.isEmpty(); c++) {
        energy += variance(bodies.positions(), seen, 3 * joint + c);
      }
    }
    return energy;
  }

  private static double variance(float[] positions, List<Integer> seen, int value) {
    double sum = 0;
    for (int body : seen) {
      sum += positions[body * ListedBodies.VALUES + value];
    }
    double mean = sum / seen.size();
    double squares = 0;
    for (int body : seen) {
      double difference = positions[body * ListedBodies.VALUES + value] - mean;
      squares += difference * difference;
    }
    return squares / seen.size();
  }
}
