package org.penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return Main.run(
        List.of(arguments),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void unknownVerbIsOneLineAndStatusTwo() {
    assertThat(run("doctr")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines("Unknown verb 'doctr'; known: doctor; see --help.\n");
    assertThat(out.size()).isZero();
  }

  @Test
  void noVerbIsOneLineAndStatusTwo() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
  }

  @Test
  void superfluousArgumentsAreRefused() {
    assertThat(run("doctor", "--all")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("found '--all'");
  }

  @Test
  void helpListsTheVerbs() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage:", "  doctor  checks");
    assertThat(err.size()).isZero();
  }

  @Test
  void doctorsStatusFollowsItsLines() {
    int status = run("doctor");
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text.lines()).hasSize(9);
    assertThat(status).isEqualTo(text.contains("todo  ") ? 1 : 0);
    assertThat(err.size()).isZero();
  }
}
