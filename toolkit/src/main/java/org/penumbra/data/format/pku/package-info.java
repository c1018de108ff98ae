/** PKU-MMD I and II: start with {@link org.penumbra.data.format.pku.PkuMmd1}. */
package org.penumbra.data.format.pku;
