/**
 * Readers and writers, one package per format: {@code ntu}, {@code pku}, {@code ucla}, {@code csv},
 * {@code array} (with {@code numpy} and {@code pickle} below it). Each reader is a {@link
 * org.penumbra.data.DatasetSource} that {@link org.penumbra.data.Datasets} finds by name; a damaged
 * file is a {@link org.penumbra.core.DataFormatException} that names it. Here is what they share.
 */
package org.penumbra.data.format;
