/**
 * Clips, masks, data sets and splits. Start with {@link org.penumbra.data.Datasets}, which opens a
 * set by name, and {@link org.penumbra.data.SkeletonClip}. Readers of files are in {@code
 * data.format}.
 *
 * <p>Arrays are float32, C-order (C, T, V, M): 3 coordinates, frames, joints, bodies; metres in the
 * camera frame (x to the camera's left, y up, z away). What is missing is told by a {@link
 * org.penumbra.data.JointMask}, never by a value.
 */
package org.penumbra.data;
