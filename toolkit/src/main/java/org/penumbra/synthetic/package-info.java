/**
 * Motion that needs no licence: clips of a jointed body, made from a seed. Start with {@link
 * org.penumbra.synthetic.SyntheticActions}; {@code Datasets.open("synthetic")} opens its standard
 * set. Always label results on it as synthetic.
 */
package org.penumbra.synthetic;
