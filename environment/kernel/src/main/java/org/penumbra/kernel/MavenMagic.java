package org.penumbra.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code %maven group:artifact:version}: fetches libraries with all they need, through the {@code
 * mvn} command, so that the user's own mirrors, proxies and local repository apply.
 */
final class MavenMagic {

  private static final String PLUGIN =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9_.+-]+");
  private static final String FORM = "group:artifact[:type[:classifier]]:version";

  private final CellEvaluator evaluator;

  MavenMagic(CellEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  void run(List<String> coordinates) throws MagicException, CellFailure {
    if (coordinates.isEmpty()) {
      throw new MagicException("%maven needs coordinates: " + FORM);
    }
    StringBuilder dependencies = new StringBuilder();
    for (String coordinate : coordinates) {
      dependencies.append(dependency(coordinate));
    }
    Result result = evaluator.call(Result.class, () -> resolve(dependencies.toString()));
    if (result.error() != null) {
      throw new MagicException("%maven " + String.join(" ", coordinates) + ": " + result.error());
    }
    for (String path : result.classPath().split(Pattern.quote(File.pathSeparator), -1)) {
      evaluator.addToClassPath(path);
    }
  }

  /** What Maven said: a class path, or else an error. */
  private record Result(String classPath, String error) {}

  private static String dependency(String coordinate) throws MagicException {
    String[] parts = coordinate.split(":", -1);
    boolean good = parts.length >= 3 && parts.length <= 5;
    for (String part : parts) {
      good &= PART.matcher(part).matches();
    }
    if (!good) {
      throw new MagicException("%maven: expected " + FORM + ", found " + coordinate);
    }
    return "<dependency>"
        + tag("groupId", parts[0])
        + tag("artifactId", parts[1])
        + (parts.length > 3 ? tag("type", parts[2]) : "")
        + (parts.length > 4 ? tag("classifier", parts[3]) : "")
        + tag("version", parts[parts.length - 1])
        + "</dependency>";
  }

  private static String tag(String name, String value) {
    return "<" + name + ">" + value + "</" + name + ">";
  }

  private static Result resolve(String dependencies) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("penumbra-maven-");
    try {
      Path output = directory.resolve("classpath.txt");
      Path log = directory.resolve("log.txt");
      Files.writeString(
          directory.resolve("pom.xml"),
          "<project><modelVersion>4.0.0</modelVersion><groupId>cell</groupId>"
              + "<artifactId>cell</artifactId><version>1</version><packaging>pom</packaging>"
              + ("<dependencies>" + dependencies + "</dependencies></project>"));
      List<String> command = new ArrayList<>(List.of(mvn(), "-B", "-q", PLUGIN));
      command.add("-DincludeScope=runtime");
      command.add("-Dmdep.outputFile=" + output);
      Process process;
      try {
        process =
            new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
      } catch (IOException e) {
        return new Result(
            null, "the command mvn is not on the PATH; install Maven (Debian: apt install maven)");
      }
      int status;
      try {
        process.getOutputStream().close();
        status = process.waitFor();
      } finally {
        process.destroy();
      }
      return status == 0
          ? new Result(Files.readString(output).strip(), null)
          : new Result(null, "Maven could not resolve it: " + reason(log));
    } finally {
      delete(directory);
    }
  }

  private static String mvn() {
    return System.getProperty("os.name", "").startsWith("Windows") ? "mvn.cmd" : "mvn";
  }

  private static String reason(Path log) throws IOException {
    String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    return Ansi.strip(text)
        .lines()
        .filter(line -> line.startsWith("[ERROR]") && line.length() > 10)
        .map(line -> line.substring("[ERROR]".length()).replaceAll(" -> \\[Help.*", "").strip())
        .findFirst()
        .orElse(text.lines().limit(5).collect(Collectors.joining("; ")));
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
