package org.penumbra.skeleton;

import java.util.List;

/**
 * A named group of joints, for instance the left arm. The parts of a layout cover every joint once.
 *
 * @param name lower-case English name
 * @param joints indices from 0, ascending
 */
public record BodyPart(String name, List<Integer> joints) {
  /** Keeps an unmodifiable copy of the joints. */
  public BodyPart {
    joints = List.copyOf(joints);
  }
}
