/** Whether a copy of a data set is whole: {@link org.penumbra.data.integrity.Manifest}. */
package org.penumbra.data.integrity;
