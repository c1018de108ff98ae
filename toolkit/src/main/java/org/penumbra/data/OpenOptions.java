package org.penumbra.data;

import java.util.Objects;

/**
 * How a data set is read.
 *
 * @param bodies which people become the bodies of a clip, where a source has more than a clip keeps
 * @param damaged what happens when a file is damaged
 */
public record OpenOptions(BodySelection bodies, DamagedFiles damaged) {
  /** Checks that nothing is null. */
  public OpenOptions {
    Objects.requireNonNull(bodies, "bodies");
    Objects.requireNonNull(damaged, "damaged");
  }

  /** As the reference pipelines read: first two bodies in file order; damaged files refused. */
  public static OpenOptions published() {
    return new OpenOptions(BodySelection.FIRST_IN_FILE, DamagedFiles.REFUSE);
  }

  /** These options with another choice of bodies. */
  public OpenOptions withBodies(BodySelection value) {
    return new OpenOptions(value, damaged);
  }

  /** These options with another answer to damaged files. */
  public OpenOptions withDamaged(DamagedFiles value) {
    return new OpenOptions(bodies, value);
  }
}
