/** The same verbs without Jupyter. Start with {@link org.penumbra.cli.Main}. */
package org.penumbra.cli;
