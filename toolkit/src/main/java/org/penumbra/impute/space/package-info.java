/** How clips become rows of cells that can be compared with each other, and the way back. */
package org.penumbra.impute.space;
