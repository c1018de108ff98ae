/** Your own skeletons as CSV: {@link org.penumbra.data.format.csv.CsvClips}. */
package org.penumbra.data.format.csv;
