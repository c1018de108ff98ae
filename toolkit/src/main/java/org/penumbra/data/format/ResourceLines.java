package org.penumbra.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lists that the toolkit brings as text, one item a line, remarks behind {@code #}. */
final class ResourceLines {
  private ResourceLines() {}

  static List<String> of(String file) {
    try (InputStream in = ResourceLines.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the toolkit holds no " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("the toolkit's own " + file + " cannot be read", failure);
    }
  }
}
