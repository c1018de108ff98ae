/**
 * Ways to hide joints. Start with {@link org.penumbra.occlusion.Occlusions}, which lists and makes
 * them by name; each is an {@link org.penumbra.occlusion.Occlusion}, a small immutable value that
 * can be combined with others. {@link org.penumbra.occlusion.OcclusionReport} says what is hidden
 * in a data set, {@link org.penumbra.occlusion.SeveritySweep} hides more and more, and {@link
 * org.penumbra.occlusion.MaskStore} keeps masks in a file.
 *
 * <p>An occlusion says which joints are hidden and nothing else. What a hidden joint looks like to
 * a network is decided once, in pre-processing; the truth behind it stays with the clip. What moves
 * joints without hiding them, such as RA-GCN's jitter, is an augmentation.
 */
package org.penumbra.occlusion;
