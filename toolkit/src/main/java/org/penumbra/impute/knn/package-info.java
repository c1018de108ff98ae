/**
 * Exact nearest neighbours of rows with holes: scikit-learn's KNNImputer on joints, as masked
 * matrix products. Knows rows and cells, no clips.
 */
package org.penumbra.impute.knn;
