/**
 * The training loop, which knows no method: epochs, keyed batches, gradient and update, the check
 * that the loss is a number, interruption, listeners. Start with {@link
 * org.penumbra.train.TrainingLoop}.
 */
package org.penumbra.train;
