package org.penumbra.core;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where things are kept that can be made again: {@code PENUMBRA_CACHE}, else {@code penumbra} in
 * {@code XDG_CACHE_HOME}, else {@code .cache/penumbra} in the user's home. The same rule as the
 * scripts in {@code environment}.
 */
public final class CacheFolder {
  /** Environment variable that names the folder. */
  public static final String VARIABLE = "PENUMBRA_CACHE";

  private CacheFolder() {}

  /** The folder of this process; it may not exist yet. */
  public static Path fromEnvironment() {
    return from(System.getenv(), Path.of(System.getProperty("user.home", ".")));
  }

  /** The folder by an environment and a home. */
  public static Path from(Map<String, String> environment, Path home) {
    String own = environment.getOrDefault(VARIABLE, "");
    if (!own.isBlank()) {
      return Path.of(own);
    }
    String shared = environment.getOrDefault("XDG_CACHE_HOME", "");
    return (shared.isBlank() ? home.resolve(".cache") : Path.of(shared)).resolve("penumbra");
  }
}
