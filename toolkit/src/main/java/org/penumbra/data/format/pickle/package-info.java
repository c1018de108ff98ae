/**
 * Pickles read as data, never as the program a pickle is. Start with {@link
 * org.penumbra.data.format.pickle.Pickle}.
 */
package org.penumbra.data.format.pickle;
