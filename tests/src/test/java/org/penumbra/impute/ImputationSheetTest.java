package org.penumbra.impute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The list of imputers in the page about imputation; {@code -Dpenumbra.docs=write} writes it anew.
 * The measured figures around it are written by hand.
 */
class ImputationSheetTest {
  private static final Path PAGE =
      Path.of(System.getProperty("penumbra.root"), "docs", "imputation.md");
  private static final String BEGIN = "<!-- names: made from Imputers.all() -->\n";
  private static final String END = "<!-- end of names -->\n";

  private static String names() {
    StringBuilder text = new StringBuilder("\n| name | how it fills |\n|---|---|\n");
    for (Imputer imputer : Imputers.all()) {
      text.append("| `").append(imputer.name()).append("` | ").append(imputer.describe());
      text.append(" |\n");
    }
    return text.append('\n').toString();
  }

  @Test
  void thePageListsEveryImputer() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    assertThat(from).as("the page has its marks").isBetween(BEGIN.length(), to);
    if ("write".equals(System.getProperty("penumbra.docs"))) {
      page = page.substring(0, from) + names() + page.substring(to);
      to = page.indexOf(END);
      Files.writeString(PAGE, page);
    }
    assertThat(page.substring(from, to)).isEqualTo(names());
  }
}
