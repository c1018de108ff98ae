package org.penumbra.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.environment.Sandbox.Outcome;

/** Our kernelspec is registered as "java" unless that name belongs to another kernel. */
final class KernelspecTest {
  private static final String FOREIGN =
      "{\"argv\": [\"java\", \"-jar\", \"ijava.jar\"], \"display_name\": \"Java\"}";

  @TempDir private Path folder;
  private Sandbox sandbox;
  private Path registered;

  @BeforeEach
  void machine() throws IOException {
    sandbox = new Sandbox(folder);
    registered = sandbox.path("home/.local/share/jupyter/kernels/java");
    Path template = sandbox.path("work/kernel.json");
    Files.writeString(
        template,
        "{\"argv\": [\"@JAVA@\", \"-Xmx@HEAP@\", \"-cp\", \"@LIB@/*\", \"{connection_file}\"],"
            + " \"display_name\": \"Java\", \"language\": \"java\","
            + " \"env\": {\"DJL_CACHE_DIR\": \"@CACHE@\"}}");
  }

  @Test
  void templateIsFilledAndMarkedAsOurs() throws Exception {
    Outcome outcome = generate("/a $folder/cache");

    assertThat(outcome.errors()).isEmpty();
    assertThat(Files.readString(sandbox.path("private/kernels/java/kernel.json")))
        .contains("\"/jdk/bin/java\"", "\"/lib/*\"", "{connection_file}", "\"penumbra\"")
        .contains("\"/a $$folder/cache\"")
        .doesNotContain("@", "Xmx");
  }

  @Test
  void unknownPlaceholderIsNamed() throws Exception {
    Files.writeString(
        sandbox.path("work/kernel.json"),
        "{\"argv\": [\"@NOSUCH@\"], \"display_name\": \"Java\", \"language\": \"java\"}");

    Outcome outcome = generate("/cache");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.errorLines()).hasSize(1).first().asString().contains("@NOSUCH@");
  }

  @Test
  void registeredOnceThenSilent() throws Exception {
    generate("/cache");

    assertThat(register().output()).contains("registered 'java'", registered.toString());
    assertThat(registered.resolve("kernel.json")).exists();
    assertThat(register().output()).isEmpty();
    assertThat(state()).isEqualTo("ours " + registered);
  }

  @Test
  void anotherKernelOfThatNameIsLeftAlone() throws Exception {
    foreign();
    generate("/cache");

    Outcome outcome = register();

    assertThat(outcome.status()).isZero();
    assertThat(outcome.output().lines()).hasSize(1);
    assertThat(outcome.output())
        .contains(registered.toString(), "not ours and stays as it is", "--replace-kernel");
    assertThat(registered.resolve("kernel.json")).hasContent(FOREIGN);
    assertThat(state()).isEqualTo("another " + registered);
  }

  @Test
  void anotherKernelIsKeptUnderANewNameWhenReplaced() throws Exception {
    foreign();
    generate("/cache");

    Outcome outcome = register("--replace");

    assertThat(outcome.output()).contains("kept as 'java-before-penumbra'");
    assertThat(registered.resolveSibling("java-before-penumbra/kernel.json")).hasContent(FOREIGN);
    assertThat(state()).isEqualTo("ours " + registered);
  }

  /** A second checkout must not change what the notebooks of the first run on. */
  @Test
  void theKernelOfAnotherCheckoutIsLeftAloneWhileThatIsThere() throws Exception {
    Path first = Files.createDirectory(sandbox.path("first"));
    generate("/cache", first.toString());
    register();
    generate("/cache", "/second");

    assertThat(register().output()).contains("checkout in " + first, "--replace-kernel");
    assertThat(Files.readString(registered.resolve("kernel.json"))).contains(first.toString());
    Files.delete(first);
    assertThat(register().output()).contains("registered 'java'");
    assertThat(Files.readString(registered.resolve("kernel.json"))).contains("/second");
  }

  @Test
  void nothingRegisteredIsSaid() throws Exception {
    generate("/cache");

    assertThat(state()).isEqualTo("missing");
  }

  private void foreign() throws IOException {
    Files.createDirectories(registered);
    Files.writeString(registered.resolve("kernel.json"), FOREIGN);
  }

  private Outcome generate(String cache) throws Exception {
    return generate(cache, "/repository");
  }

  private Outcome generate(String cache, String root) throws Exception {
    return sandbox.python(
        "kernelspec.py",
        "generate",
        "--template",
        sandbox.path("work/kernel.json").toString(),
        "--into",
        sandbox.path("private/kernels/java").toString(),
        "--root",
        root,
        "--set",
        "JAVA=/jdk/bin/java",
        "--set",
        "LIB=/lib",
        "--set",
        "HEAP=",
        "--set",
        "CACHE=" + cache);
  }

  private Outcome register(String... more) throws Exception {
    String[] words = new String[3 + more.length];
    words[0] = "register";
    words[1] = "--from";
    words[2] = sandbox.path("private/kernels/java").toString();
    System.arraycopy(more, 0, words, 3, more.length);
    return sandbox.python("kernelspec.py", words);
  }

  private String state() throws Exception {
    return sandbox
        .python(
            "kernelspec.py",
            "state",
            "--from",
            sandbox.path("private/kernels/java").toString(),
            "--root",
            "/repository")
        .output()
        .strip();
  }
}
