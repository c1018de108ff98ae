/**
 * Ways to hide joints. Start with {@link org.penumbra.occlusion.Occlusion}; each way is a small
 * immutable value, for instance {@link org.penumbra.occlusion.RandomOcclusion}.
 *
 * <p>An occlusion says which joints are hidden and nothing else. What a hidden joint looks like to
 * a network is decided once, in pre-processing; the truth behind it stays with the clip.
 */
package org.penumbra.occlusion;
