/**
 * Groups of embeddings and how well they match the actions. The only package that reaches Smile,
 * which is under GPL-3.
 */
package org.penumbra.cluster;
