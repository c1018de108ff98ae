/** Numbers in text, bit for bit as Java reads them, without making a text of each. */
package org.penumbra.data.format.text;
