/**
 * Self-supervised methods, one class each: {@link org.penumbra.pretrain.Pstl} so far. Masking
 * strategies are in {@code masking}, losses in {@code loss}, both as pure functions.
 */
package org.penumbra.pretrain;
