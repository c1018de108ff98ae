package org.penumbra.data.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.BodySelection;

/** Which body of a clip each listed body becomes. */
final class BodySlots {
  /** Most bodies of a clip. */
  static final int MOST = 2;

  /** The body is not kept. */
  static final int NONE = -1;

  private BodySlots() {}

  /** How many bodies of a frame a selection has to see. */
  static int kept(BodySelection selection) {
    return selection == BodySelection.FIRST_IN_FILE ? MOST : Integer.MAX_VALUE;
  }

  /**
   * The slot of each listed body.
   *
   * @param place what to call the file in messages
   * @return 0, 1 or {@link #NONE} per listed body
   */
  static int[] of(ListedBodies bodies, NtuOptions options, String place) {
    return switch (options.bodies()) {
      case FIRST_IN_FILE -> firstInFile(bodies);
      case MOST_ENERGETIC -> mostEnergetic(bodies, options.marker(), place);
    };
  }

  private static int[] firstInFile(ListedBodies bodies) {
    int[] slots = new int[bodies.size()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = bodies.rank(i) < MOST ? bodies.rank(i) : NONE;
    }
    return slots;
  }

  private static int[] mostEnergetic(ListedBodies bodies, JointMarker marker, String place) {
    Map<Long, List<Integer>> people = new LinkedHashMap<>(); // in order of their appearance
    for (int i = 0; i < bodies.size(); i++) {
      List<Integer> listed = people.computeIfAbsent(bodies.id(i), id -> new ArrayList<>());
      if (!listed.isEmpty() && bodies.frame(listed.get(listed.size() - 1)) == bodies.frame(i)) {
        throw new DataFormatException(
            place + ", frame " + bodies.frame(i),
            "expected another id for each body, found one id twice, so people cannot be followed;"
                + " read with BodySelection.FIRST_IN_FILE.");
      }
      listed.add(i);
    }
    record Mover(long id, double energy) {}
    List<Mover> movers = new ArrayList<>();
    people.forEach(
        (id, listed) -> movers.add(new Mover(id, BodyEnergy.of(bodies, listed, marker))));
    // The sort is stable: of two that move equally, the first seen stays first.
    movers.sort(Comparator.comparing(Mover::energy, Comparator.reverseOrder()));
    int[] slots = new int[bodies.size()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = NONE;
      for (int slot = 0; slot < Math.min(MOST, movers.size()); slot++) {
        slots[i] = movers.get(slot).id() == bodies.id(i) ? slot : slots[i];
      }
    }
    return slots;
  }
}
