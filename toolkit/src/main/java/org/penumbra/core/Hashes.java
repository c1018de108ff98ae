package org.penumbra.core;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests without the checked exception that cannot happen. */
public final class Hashes {
  private Hashes() {}

  /** A fresh SHA-256, which every Java has. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
