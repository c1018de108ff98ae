package org.penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.cli.CommandLine.Said;

/** What is wrong is one line and a status; nothing goes to standard output then. */
class MainTest {
  @TempDir Path folder;

  private Said run(String command) {
    return new CommandLine(folder).run(command);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                              | No verb given; known: doctor, data list",
        "doctr                           | Unknown verb 'doctr'; did you mean doctor?",
        "data                            | What of data? Known: data list, data report",
        "data lst                        | Unknown verb 'data lst'; did you mean data list?",
        "dta list                        | Unknown verb 'dta list'; did you mean data list?",
        "xyz                             | Unknown verb 'xyz'; known: doctor",
        "doctor --all                    | doctor: unknown option '--all'",
        "doctor now                      | doctor: unexpected word 'now'",
        "pretrain --epoch 3              | unknown option '--epoch'; did you mean --epochs?",
        "pretrain --epochs               | --epochs needs a value, N",
        "pretrain --epochs=              | --epochs needs a value, N",
        "pretrain --epochs 0             | --epochs must be a whole number, 1 to 100000, found '0'",
        "pretrain --epochs ten           | found 'ten'",
        "pretrain --epochs 1 --epochs 2  | --epochs is given twice",
        "pretrain --method OPTSL         | Did you mean OPSTL?",
        "evaluate --standardise --protocol knn | --standardise is for --protocol linear",
        "pretrain --learning-rate 0      | --learning-rate must be a number above 0, found '0'",
        "pretrain --learning-rate fast   | --learning-rate must be a number above 0, found 'fast'",
        "pretrain --precision half       | --precision: precision must be float32 or bfloat16",
        "pretrain --json=yes             | --json takes no value, found 'yes'",
        "pretrain --scale huge           | --scale: scale must be one of smoke, course, paper",
        "pretrain --method PTSL          | --method: method must be one of SkeletonCLR",
        "pretrain --split cross-viw      | --split: split must be one of cross-subject, cross-view",
        "pretrain --preprocessing none   | one of published, keeping-path, keeping-scene",
        "occlude --occlusion sofa        | --occlusion: occlusion must be one of furniture",
        "impute --imputer knn            | --imputer: imputer must be one of zero",
        "evaluate --protocol svm         | --protocol: protocol must be one of linear, knn",
        "data convert                    | --out FILE is missing",
        "runs diff one                   | RUN is missing",
        "table --csv                     | --csv needs PAPER and NAME",
      })
  void aWrongCommandIsOneLineAndStatusTwo(String command, String message) {
    Said said = run(command);
    assertThat(said.err()).contains(message).contains("--help");
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.out()).isEmpty();
    assertThat(said.status()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data report --dataset no-such               | data set must be one of [",
        "data report --dataset nw-ucla               | nw-ucla",
        "data list --data FOLDER/none                | none does not exist; name one with --data",
        "data verify --dataset synthetic-small       | No files of synthetic-small",
        "data convert --out FOLDER/synthetic.npz     | the toolkit has a set of that name",
        "data convert --out FOLDER/set.txt           | NAME.npz or NAME.csv",
        "evaluate --encoder pretrain/12              | must be the first characters of one run",
        "pretrain --stage 2 --method PSTL            | method for --stage 2 must be OPSTL",
        "data report --dataset synthetic-smal        | Did you mean synthetic-small?",
        "pretrain --variant csm-only --method OPSTL  | method for --variant must be PSTL",
        "runs show pretrain                          | must be the first characters of one run",
        "table opstl XX                              | table of opstl must be one of",
        "table nobody                                | paper must be one of",
      })
  void whatCannotBeDoneIsOneLineAndStatusOne(String command, String message) {
    Said said = run(command.replace("FOLDER", folder.toString()));
    assertThat(said.err()).contains(message).doesNotContain("Exception", "\tat ");
    assertThat(said.err().lines().filter(line -> !line.contains("training and"))).hasSize(1);
    assertThat(said.out()).isEmpty();
    assertThat(said.status()).isEqualTo(1);
  }

  @Test
  void aWrongVariableIsNamed() {
    Said said = new CommandLine(folder).with("PENUMBRA_SCALE", "huge").run("pretrain");
    assertThat(said.err()).contains("found 'huge'", "PENUMBRA_SCALE");
    assertThat(said.status()).isEqualTo(2);
  }

  @Test
  void doctorsStatusFollowsItsLines() {
    Said said = run("doctor");
    assertThat(said.out().lines()).hasSize(9);
    assertThat(said.status()).isEqualTo(said.out().contains("todo  ") ? 1 : 0);
    assertThat(said.err()).isEmpty();
    Said json = run("doctor --json");
    assertThat(json.status()).isEqualTo(said.status());
    assertThat(json.json().getAsJsonObject().get("ok").getAsBoolean())
        .isEqualTo(said.status() == 0);
    assertThat(json.json().getAsJsonObject().getAsJsonArray("checks")).hasSize(9);
  }
}
