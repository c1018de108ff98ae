/** Northwestern-UCLA in JSON: {@link org.penumbra.data.format.ucla.NwUcla}. */
package org.penumbra.data.format.ucla;
