/**
 * Pictures of clips, training curves and results. Every picture is a {@link
 * org.penumbra.plot.Figure}: pixels and a sentence that says the same. Start with {@link
 * org.penumbra.plot.SkeletonFigure} and {@link org.penumbra.plot.Curves}.
 */
package org.penumbra.plot;
