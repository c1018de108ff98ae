package org.penumbra.notebooks;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.penumbra.notebooks.NotebookFile.Cell;

/** What holds for every committed notebook; each breach is one line that names the cell. */
final class NotebookRules {
  private static final int MOST_LINES = 10;
  private static final int MOST_BYTES = 40 * 1024;

  /** A forbidden pattern in code, and why. */
  private record Ban(Pattern pattern, String why) {
    static Ban of(String regex, String why) {
      return new Ban(Pattern.compile(regex, Pattern.MULTILINE), why);
    }
  }

  private static final List<Ban> BANS =
      List.of(
          Ban.of("^\\s*%", "a magic, which differs between kernels"),
          Ban.of("(?<![.\\w])(display|render|updateDisplay)\\s*\\(", "a kernel's own static"),
          Ban.of("\\b(class|interface|enum|record)\\s+\\w+", "a type; types live in the jar"),
          Ban.of("^\\s*(public |private )?static\\s", "a static member, which can hang a kernel"),
          Ban.of("(^|[;{])\\s*assert\\b", "assert, which is off in a notebook"),
          Ban.of("System\\s*\\.\\s*err", "the error stream"),
          Ban.of("System\\s*\\.\\s*exit", "System.exit, which kills the kernel"),
          Ban.of("(/home/|/root/|/work/|/tmp/|[A-Z]:\\\\)", "a path of one machine"));

  private NotebookRules() {}

  /** Every breach in a notebook. */
  static List<String> breaches(NotebookFile notebook) {
    List<String> breaches = new ArrayList<>();
    checkFormat(notebook, breaches);
    checkOpening(notebook, breaches);
    checkCode(notebook, breaches);
    checkProse(notebook, breaches);
    return breaches;
  }

  private static void checkFormat(NotebookFile notebook, List<String> breaches) {
    JsonObject json = notebook.json();
    if (json.get("nbformat").getAsInt() != 4 || json.get("nbformat_minor").getAsInt() != 5) {
      breaches.add("the format must be 4.5");
    }
    JsonObject kernel = json.getAsJsonObject("metadata").getAsJsonObject("kernelspec");
    if (kernel == null || !kernel.get("name").getAsString().equals("java")) {
      breaches.add("the kernelspec must be java");
    }
    if (json.toString().length() > MOST_BYTES) {
      breaches.add("the file must stay under 40 KiB");
    }
    Set<String> ids = new HashSet<>();
    for (Cell cell : notebook.cells()) {
      if (!cell.json().has("id") || !ids.add(cell.json().get("id").getAsString())) {
        breaches.add("every cell needs an id of its own: " + first(cell));
      }
      boolean executed =
          cell.isCode()
              && (!cell.json().getAsJsonArray("outputs").isEmpty()
                  || !cell.json().get("execution_count").isJsonNull()
                  || cell.json().getAsJsonObject("metadata").has("execution"));
      if (executed) {
        breaches.add("committed with outputs: " + first(cell));
      }
    }
  }

  private static void checkOpening(NotebookFile notebook, List<String> breaches) {
    List<Cell> code = notebook.codeCells();
    if (code.size() < 2) {
      breaches.add("at least two code cells are needed: imports, then Notebook.start()");
      return;
    }
    boolean onlyImports =
        code.get(0).lines().stream().allMatch(line -> line.isBlank() || line.startsWith("import "));
    if (!onlyImports) {
      breaches.add("the first code cell must hold imports and nothing else");
    }
    if (!code.get(1).source().startsWith("Notebook.start();")) {
      breaches.add("the second code cell must begin with Notebook.start();");
    }
  }

  private static void checkCode(NotebookFile notebook, List<String> breaches) {
    List<Cell> code = notebook.codeCells();
    for (int i = 0; i < code.size(); i++) {
      Cell cell = code.get(i);
      if (i > 0 && cell.lines().size() > MOST_LINES) {
        breaches.add("more than 10 lines: " + first(cell));
      }
      if (i > 0
          && Pattern.compile("^\\s*import\\s", Pattern.MULTILINE).matcher(cell.source()).find()) {
        breaches.add(
            "an import after the first code cell, which can null variables: " + first(cell));
      }
      for (Ban ban : BANS) {
        if (ban.pattern().matcher(cell.source()).find()) {
          breaches.add(ban.why() + ": " + first(cell));
        }
      }
    }
    boolean result = code.stream().anyMatch(NotebookRules::isResult);
    if (!result) {
      breaches.add("no code cell has the tag result, so nothing is shown on the terminal");
    }
  }

  private static boolean isResult(Cell cell) {
    return cell.json().getAsJsonObject("metadata").toString().contains("\"result\"");
  }

  private static void checkProse(NotebookFile notebook, List<String> breaches) {
    List<Cell> cells = notebook.cells();
    if (cells.get(0).isCode() || !cells.get(0).source().startsWith("# ")) {
      breaches.add("the first cell must be prose with a title");
    }
    String prose =
        String.join("\n", cells.stream().filter(cell -> !cell.isCode()).map(Cell::source).toList());
    int paper = prose.indexOf("## Paper and ours");
    int next = prose.indexOf("## What to try next");
    if (paper < 0 || next < paper) {
      breaches.add("the end must be 'Paper and ours', then 'What to try next'");
    }
    if (prose.contains("<script") || prose.contains("src=\"http")) {
      breaches.add("no scripts and nothing from the network");
    }
  }

  private static String first(Cell cell) {
    return cell.lines().isEmpty() ? "(empty cell)" : cell.lines().get(0);
  }
}
