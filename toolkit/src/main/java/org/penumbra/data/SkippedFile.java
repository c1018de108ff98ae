package org.penumbra.data;

/**
 * A file that was left out because it is damaged.
 *
 * @param place the file, as messages name it
 * @param problem the whole message
 */
public record SkippedFile(String place, String problem) {}
