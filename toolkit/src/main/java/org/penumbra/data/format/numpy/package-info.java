/**
 * Arrays in NumPy's files. Start with {@link org.penumbra.data.format.numpy.NumpyArray}, which maps
 * a {@code .npy} file of any size, and {@link org.penumbra.data.format.numpy.NpyWriter}. Files that
 * change while they are mapped are not supported: read a copy.
 */
package org.penumbra.data.format.numpy;
