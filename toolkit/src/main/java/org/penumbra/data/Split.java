package org.penumbra.data;

import java.util.Locale;

/** How clips are divided into training and test, by who performed, which camera saw, or chance. */
public enum Split {
  /** Some performers train, others test. */
  CROSS_SUBJECT,
  /** Some cameras train, others test. */
  CROSS_VIEW,
  /** Some setups train, others test (NTU RGB+D 120). */
  CROSS_SETUP,
  /** The same share of each class, drawn by a seed: {@link SkeletonDataset#splitStratified}. */
  STRATIFIED;

  /** Lower-case name, as tables print it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
