/**
 * From an encoder and prepared clips to a matrix of features. Start with {@link
 * org.penumbra.embed.Embedder}.
 */
package org.penumbra.embed;
