package org.penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Help and documents say what there is, and nothing that there is not. */
class HelpTest {
  private static final Path ROOT = Path.of(System.getProperty("penumbra.root"));

  static Stream<String> names() {
    return Main.VERBS.stream().map(verb -> verb.manual().name());
  }

  private static Manual manual(String name) {
    return Main.VERBS.stream()
        .map(Verb::manual)
        .filter(manual -> manual.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static CommandLine.Said run(String command) {
    return new CommandLine(Path.of("unused")).run(command);
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyOptionStandsInTheHelpWithItsDefault(String name) {
    CommandLine.Said said = run(name + " --help");
    assertThat(said.status()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out()).startsWith("Usage: penumbra " + name);
    assertThat(said.out().lines().map(String::length)).allMatch(length -> length <= 100);
    String flat = said.out().replaceAll("\\s+", " ");
    for (Option<?> option : manual(name).options()) {
      assertThat(flat).contains(option.name() + " " + option.value());
      if (option.otherwise() != null && !option.isFlag()) {
        assertThat(flat).contains("default: ").contains(option.otherwise());
      }
      if (option.variable() != null) {
        assertThat(flat).contains(option.variable());
      }
    }
    assertThat(flat).contains("Examples:", "What comes out:", "--json", "As JSON:");
  }

  @ParameterizedTest
  @MethodSource("names")
  void anOptionsDefaultIsOneOfItsValues(String name) {
    for (Option<?> option : manual(name).options()) {
      if (option.otherwise() != null) {
        assertThat(option.parse(option.otherwise())).as(option.name()).isNotNull();
      }
    }
    assertThat(manual(name).options().stream().map(option -> option.name()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("names")
  void itsExamplesParse(String name) {
    assertThat(manual(name).examples()).hasSize(2);
    manual(name).examples().forEach(example -> check(example, name));
  }

  private static void check(String command, String expected) {
    List<String> words =
        new ArrayList<>(List.of(command.replaceFirst(" > .*", "").split(" +", -1)));
    List<String> name = List.of(expected.split(" ", -1));
    assertThat(words.subList(0, name.size())).as(command).isEqualTo(name);
    assertThat(Given.parse(manual(expected), words.subList(name.size(), words.size()), Map.of()))
        .as(command)
        .isNotNull();
  }

  @Test
  void theHelpOfAllVerbsAndTheScriptNameThemAll() throws IOException {
    String help = run("--help").out();
    String script = Files.readString(ROOT.resolve("environment/penumbra"));
    assertThat(run("data --help").out()).contains("data convert").doesNotContain("pretrain ");
    for (String name : names().toList()) {
      assertThat(help).contains("  " + name + " ");
      for (String word : name.split(" ", -1)) {
        assertThat(script.substring(0, script.indexOf("set -euo"))).contains(word);
      }
    }
  }

  /** Lines of code blocks that begin with the command, with what continues them. */
  static Stream<String> documented() throws IOException {
    List<String> commands = new ArrayList<>();
    for (String file : List.of("docs/command-line.md", "environment/README.md", "README.md")) {
      String text = Files.readString(ROOT.resolve(file)).replace("\\\n", " ");
      for (String line : text.split("\n", -1)) {
        if (line.startsWith("environment/penumbra ")) {
          commands.add(line.substring("environment/penumbra ".length()).replaceFirst(" *#.*", ""));
        }
      }
    }
    return commands.stream();
  }

  @Test
  void theDocumentsHoldTheWholePipeline() throws IOException {
    assertThat(documented().map(command -> command.split(" ", -1)[0]))
        .contains("data", "occlude", "pretrain", "impute", "evaluate", "runs", "table");
  }

  @ParameterizedTest
  @MethodSource("documented")
  void theirCommandsParse(String command) {
    if (command.endsWith("--help")) {
      assertThat(run(command).status()).isZero();
      return;
    }
    String name =
        names().filter(each -> (command + " ").startsWith(each + " ")).findFirst().orElse("none");
    check(command, name);
  }
}
