package org.penumbra.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A machine of its own for a script: an empty home, a PATH that holds only the basic tools and what
 * a test puts there, no JDK folder, and nothing may be installed.
 */
final class Sandbox {
  /** What any system has: reached one by one, so that no java or mvn of this machine slips in. */
  private static final List<String> TOOLS =
      List.of(
          ("basename cat chmod cp cut dirname env find flock grep head mkdir mktemp mv nproc"
                  + " readlink rm sed sha256sum sort tail tee tr uname xargs")
              .split(" "));

  private final Path root = Path.of(System.getProperty("penumbra.root"));
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  Sandbox(Path folder) {
    this.folder = folder;
    try {
      for (String name : List.of("home", "bin", "jvm", "work")) {
        Files.createDirectories(folder.resolve(name));
      }
      for (String tool : TOOLS) {
        Path binary = Path.of("/usr/bin", tool);
        script(
            folder.resolve("bin/" + tool),
            "exec " + (Files.exists(binary) ? binary : Path.of("/bin", tool)) + " \"$@\"");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("PATH", folder.resolve("bin").toString());
    environment.put("PENUMBRA_JVM_FOLDER", folder.resolve("jvm").toString());
    environment.put("PENUMBRA_NO_INSTALL", "1");
    environment.put("LC_ALL", "C");
  }

  /** What a script left behind. */
  record Outcome(int status, String output, String errors) {
    /** The lines on standard error; a user's mistake deserves exactly one. */
    List<String> errorLines() {
      return errors.lines().toList();
    }
  }

  Path root() {
    return root;
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  Sandbox with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Puts a stand-in JDK of a version there; without a compiler it is a JRE. */
  Path jdk(String place, String version, boolean compiler) throws IOException {
    Path home = folder.resolve(place);
    // Answers as java does, on standard error.
    script(
        home.resolve("bin/java"),
        "echo '    java.home = "
            + home
            + "' >&2; echo 'openjdk version \""
            + version
            + "\" 2026-01-01' >&2");
    if (compiler) {
      script(home.resolve("bin/javac"), "exit 0");
    }
    return home;
  }

  /** Allows installing; only what a test puts on the PATH can be called for it. */
  Sandbox mayInstall() {
    environment.remove("PENUMBRA_NO_INSTALL");
    return this;
  }

  /** Puts an executable there. */
  void script(Path file, String body) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + file + " executable");
    }
  }

  Outcome run(String script, String... words) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("/bin/bash", root.resolve("environment/" + script).toString()));
    command.addAll(List.of(words));
    return call(command);
  }

  /**
   * A function of a sourced file in environment/lib, with the sandbox's work folder as repository.
   */
  Outcome function(String file, String function) throws IOException, InterruptedException {
    Path work = folder.resolve("work");
    String source = root.resolve("environment/lib").resolve(file).toString();
    return call(
        List.of(
            "/bin/bash",
            "-euo",
            "pipefail",
            "-c",
            "ROOT=$1 STAGE=$1/target/penumbra; source \"$2\"; $3",
            "function",
            work.toString(),
            source,
            function));
  }

  /** One of the tools in environment/lib, by the system's Python as the scripts call it. */
  Outcome python(String tool, String... words) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "/usr/bin/python3",
                "-B",
                root.resolve("environment/lib").resolve(tool).toString()));
    command.addAll(List.of(words));
    return call(command);
  }

  private Outcome call(List<String> command) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Path errors = folder.resolve("errors.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.resolve("work").toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("no end after 30 s: " + command);
    }
    return new Outcome(
        process.exitValue(),
        Files.readString(output, StandardCharsets.UTF_8),
        Files.readString(errors, StandardCharsets.UTF_8));
  }
}
