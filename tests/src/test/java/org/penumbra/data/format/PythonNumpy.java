package org.penumbra.data.format;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** NumPy in a process of its own; a test that needs it is skipped, visibly, where it is not. */
public final class PythonNumpy {
  private static final String PYTHON = "/usr/bin/python3";

  private static final boolean THERE = isThere();

  private PythonNumpy() {}

  private static boolean isThere() {
    try {
      return Files.isExecutable(Path.of(PYTHON)) && call("import numpy").status == 0;
    } catch (IOException noPython) {
      return false;
    }
  }

  /**
   * Runs a program that knows {@code np}, {@code pickle}, {@code sys}; its arguments are files.
   *
   * @return what it printed
   */
  public static String run(String program, Path... arguments) throws IOException {
    assumeTrue(THERE, "needs " + PYTHON + " with python3-numpy");
    Answer answer = call("import sys, pickle\nimport numpy as np\n" + program, arguments);
    if (answer.status != 0) {
      throw new AssertionError("Python failed: " + answer.text);
    }
    return answer.text.strip();
  }

  private record Answer(int status, String text) {}

  private static Answer call(String program, Path... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(PYTHON, "-B", "-c", program));
    for (Path argument : arguments) {
      command.add(argument.toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return new Answer(process.exitValue(), text);
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      throw new AssertionError("interrupted", interrupted);
    }
  }
}
