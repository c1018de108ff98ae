/**
 * Data sets in arrays: those of the reference pipelines ({@link
 * org.penumbra.data.format.array.ReferenceArrays}), PYSKL pickles ({@link
 * org.penumbra.data.format.array.Pyskl}) and your own ({@link
 * org.penumbra.data.format.array.NpzClips}).
 */
package org.penumbra.data.format.array;
