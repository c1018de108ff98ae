/**
 * One reader per format of skeleton files. Each is a {@link org.penumbra.data.DatasetSource} that
 * {@link org.penumbra.data.Datasets} finds by name; start with {@link
 * org.penumbra.data.format.NwUcla}. Readers take folders and archives alike and never write to
 * disk; a damaged file is a {@link org.penumbra.core.DataFormatException} that names it.
 */
package org.penumbra.data.format;
