/**
 * Random views of clips. An {@link org.penumbra.augment.Augmentation} changes a {@link
 * org.penumbra.augment.View}; the view is then rendered once, straight into the buffer the network
 * reads. Crop, shear, rotate and flip are linear, so any chain of them costs one pass; noise and
 * blur change values.
 *
 * <p>{@link org.penumbra.augment.LinearViews} and {@link org.penumbra.augment.ExtremeViews} are the
 * chains of the papers.
 *
 * <p>Every sample has a draw of its own, or a whole batch shares one ({@link
 * org.penumbra.augment.DrawUnit}).
 */
package org.penumbra.augment;
