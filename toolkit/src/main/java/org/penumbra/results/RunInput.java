package org.penumbra.results;

import org.penumbra.core.Require;

/**
 * What a run was given: data, features or an encoder.
 *
 * @param name for people
 * @param clips number of clips; 0 for an encoder
 * @param fingerprint of its whole content; all that counts for the key
 */
public record RunInput(String name, int clips, String fingerprint) {
  /** Checks the number. */
  public RunInput {
    Require.atLeast("clips of " + name, clips, 0);
  }

  /** One line for people. */
  public String describe() {
    return name + (clips > 0 ? ", " + clips + " clips" : "") + ", content " + shortened();
  }

  private String shortened() {
    return fingerprint.length() > 16 ? fingerprint.substring(0, 16) : fingerprint;
  }
}
