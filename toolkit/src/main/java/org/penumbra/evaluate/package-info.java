/**
 * Protocols and metrics: how good features are. Start with {@link
 * org.penumbra.evaluate.LinearEvaluation}.
 */
package org.penumbra.evaluate;
