package org.penumbra.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program in a JVM of its own, for what is read once per process: environment, natives. */
public final class ForkedJvm {
  private ForkedJvm() {}

  /**
   * What a program left behind.
   *
   * @param status exit status
   * @param lines what it printed
   * @param errors what it wrote to standard error
   */
  public record Outcome(int status, List<String> lines, String errors) {
    /** Keeps a copy of the lines. */
    public Outcome {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Runs a class with the class path of this JVM, the variables given and no other of Penumbra's.
   *
   * @param folder where its output is kept meanwhile
   */
  public static Outcome run(Class<?> main, Map<String, String> environment, Path folder)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Path errors = folder.resolve("errors.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PENUMBRA_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("no end after 5 minutes: " + main.getName());
    }
    return new Outcome(
        process.exitValue(),
        Files.readAllLines(output, StandardCharsets.UTF_8),
        Files.readString(errors, StandardCharsets.UTF_8));
  }
}
