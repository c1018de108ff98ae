package org.penumbra.core;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Version of the toolkit, as its build wrote it into the jar. */
public final class ToolkitVersion {
  private static final String RESOURCE =
      "/META-INF/maven/org.penumbra/penumbra-toolkit/pom.properties";

  private ToolkitVersion() {}

  /** The version, or a note that this is not a built jar. */
  public static String read() {
    try (InputStream stream = ToolkitVersion.class.getResourceAsStream(RESOURCE)) {
      if (stream != null) {
        Properties properties = new Properties();
        properties.load(stream);
        return properties.getProperty("version", "unknown version");
      }
    } catch (IOException e) {
      return "unknown version (" + e.getMessage() + ")";
    }
    return "development build";
  }
}
