/**
 * From clips of any length to arrays a network can read: fill what is missing, centre, resize to a
 * fixed number of frames, turn to the front, derive streams. Start with {@link
 * org.penumbra.preprocess.Preprocessing}; {@link org.penumbra.preprocess.PreprocessingTrace} says
 * what each step does to a clip.
 *
 * <p>Hiding comes before all of this: nothing hidden can leak through centring or turning.
 */
package org.penumbra.preprocess;
