package org.penumbra.pretrain.masking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.penumbra.core.Require;

/** Draws joints from a list in which each stands several times. */
final class JointLottery {
  private JointLottery() {}

  /**
   * Draws without putting back.
   *
   * @param copies how often each joint stands in the list
   * @param draws number of draws
   * @param distinct whether all copies of a drawn joint are taken out, so that every draw is a new
   *     joint
   * @return the joints, ascending, each once
   */
  static List<Integer> draw(
      List<Integer> copies, int draws, boolean distinct, SplittableRandom random) {
    Require.inRange("masked joints", draws, 0, copies.size() - 1);
    List<Integer> entries = new ArrayList<>();
    for (int v = 0; v < copies.size(); v++) {
      entries.addAll(Collections.nCopies(copies.get(v), v));
    }
    TreeSet<Integer> drawn = new TreeSet<>();
    for (int i = 0; i < draws; i++) {
      Integer joint = entries.remove(random.nextInt(entries.size()));
      drawn.add(joint);
      if (distinct) {
        entries.removeIf(joint::equals);
      }
    }
    return List.copyOf(drawn);
  }
}
