/**
 * NTU RGB+D 60 and 120 in raw {@code .skeleton} files: start with {@link
 * org.penumbra.data.format.ntu.Ntu60} and {@link org.penumbra.data.format.ntu.NtuSkeletonWriter}.
 */
package org.penumbra.data.format.ntu;
