/**
 * What a data set holds and what is odd about it. Start with {@link
 * org.penumbra.data.SkeletonDataset#report()}.
 */
package org.penumbra.data.report;
