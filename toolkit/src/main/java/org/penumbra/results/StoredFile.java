package org.penumbra.results;

/**
 * A file of a run.
 *
 * @param name within the run's folder
 * @param size in bytes
 * @param sha256 of its content, in hexadecimal
 */
public record StoredFile(String name, long size, String sha256) {}
