/**
 * What every other package shares: scales, keyed randomness, atomic files and the exceptions. Start
 * with {@link org.penumbra.core.Scale} and {@link org.penumbra.core.RandomKey}.
 */
package org.penumbra.core;
