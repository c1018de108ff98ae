package org.penumbra.occlusion.furniture;

/**
 * One measure of a type of furniture and how large it may be.
 *
 * @param name for instance {@code seat height}
 * @param low smallest, metres
 * @param high largest, metres
 */
public record Dimension(String name, double low, double high) {}
