/**
 * Results kept and compared with the papers: every table of the three papers as data ({@link
 * org.penumbra.results.PaperTable}), measured accuracies beside them ({@link
 * org.penumbra.results.Comparison}), and which of the papers' orderings they show ({@link
 * org.penumbra.results.Orderings}).
 */
package org.penumbra.results;
