/**
 * Filling of hidden joints: simple methods that look at one clip, nearest neighbours over many
 * clips, and how far either is from the truth.
 */
package org.penumbra.impute;
