/**
 * Side-by-side benchmarks, started by {@code environment/bench}.
 *
 * <p>Each one compares a piece of the toolkit with a peer in Python. Both sides compute the same
 * inputs and must agree before anything is timed; then they are timed in turns within one run, so
 * that only their ratio counts, not how busy the machine was.
 */
package org.penumbra.bench;
