package org.penumbra.skeleton;

/**
 * One bone: an edge of the skeleton's tree, pointing from the far joint to the one nearer the
 * centre.
 *
 * @param child index of the far joint
 * @param parent index of the near joint
 */
public record Bone(int child, int parent) {}
