/**
 * Random views of clips. An {@link org.penumbra.augment.Augmentation} changes a {@link
 * org.penumbra.augment.View}; the view is then rendered once, straight into the buffer the network
 * reads. Crop, shear, rotate and flip are linear, so any chain of them costs one pass.
 *
 * <p>As in PSTL and OPSTL, one view serves a whole batch.
 */
package org.penumbra.augment;
