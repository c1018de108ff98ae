/**
 * A Java kernel for Jupyter, compatible with IJava: cells run in a JShell inside the kernel's own
 * process, so that values stay live objects and libraries on the class path need no set-up.
 *
 * <p>Threads: the <em>shell thread</em> receives requests, compiles cells and is the only one that
 * touches the sockets; the <em>cell thread</em> runs the user's code and may be interrupted; the
 * control thread receives interrupts.
 */
package org.penumbra.kernel;
