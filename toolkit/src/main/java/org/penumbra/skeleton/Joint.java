package org.penumbra.skeleton;

/**
 * One joint of a layout.
 *
 * @param index position in arrays, from 0
 * @param name lower-case English name, for instance {@code left elbow}
 */
public record Joint(int index, String name) {}
