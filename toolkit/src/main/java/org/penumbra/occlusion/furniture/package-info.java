/**
 * Furniture between camera and person: triangle meshes in metres, where they stand, and which
 * joints the camera cannot see behind them. Start with {@link
 * org.penumbra.occlusion.FurnitureOcclusion}; what it placed before a clip is a {@link
 * org.penumbra.occlusion.furniture.FurnitureScene}.
 */
package org.penumbra.occlusion.furniture;
