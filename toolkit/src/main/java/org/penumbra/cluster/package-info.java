/**
 * Groups of embeddings: k-means, how well groups match the actions, and how far they are apart. The
 * only package that reaches Smile, which is under GPL-3.
 */
package org.penumbra.cluster;
