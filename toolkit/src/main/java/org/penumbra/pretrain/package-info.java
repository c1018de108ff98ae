/**
 * Methods that train an encoder, one class each. Barlow Twins: {@link
 * org.penumbra.pretrain.SkeletonBarlowTwins}, {@link org.penumbra.pretrain.Pstl}, {@link
 * org.penumbra.pretrain.Opstl}. Momentum contrast: {@link org.penumbra.pretrain.SkeletonClr},
 * {@link org.penumbra.pretrain.CrosSclr}, {@link org.penumbra.pretrain.AimClr}, {@link
 * org.penumbra.pretrain.CrossMoco}. With labels: {@link org.penumbra.pretrain.SupervisedStGcn}.
 * Masking strategies are in {@code masking}, losses in {@code loss}, both as pure functions.
 */
package org.penumbra.pretrain;
