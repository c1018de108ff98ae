/**
 * Results, kept and compared with the papers. Runs are kept under a key of all that they depend on,
 * so that nothing is computed twice and nothing stale is ever used ({@link
 * org.penumbra.results.RunStore}). Every table of the three papers is there as data ({@link
 * org.penumbra.results.PaperTable}), with measured accuracies beside it ({@link
 * org.penumbra.results.Comparison}) and a judgement of the papers' orderings ({@link
 * org.penumbra.results.Orderings}).
 */
package org.penumbra.results;
