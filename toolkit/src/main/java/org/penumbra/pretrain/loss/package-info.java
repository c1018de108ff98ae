/** Losses as pure functions of embeddings, one class each. */
package org.penumbra.pretrain.loss;
