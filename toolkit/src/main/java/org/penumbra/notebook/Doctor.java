package org.penumbra.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penumbra.core.PenumbraException;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Checks whether this machine can run the notebooks: Java, toolkit, engine, device, memory,
 * threads, cache, data, drawing. One line each, {@code ok} with what was found or {@code todo} with
 * what to do. Downloads nothing.
 *
 * @param findings in the order of the checks
 */
public record Doctor(List<Finding> findings) {
  /** Keeps a copy of the findings. */
  public Doctor {
    findings = List.copyOf(findings);
  }

  /** A check; what it throws becomes a finding. */
  @FunctionalInterface
  interface Check {
    Finding run();
  }

  /** Runs all checks; loads the engine, which takes seconds the first time. */
  public static Doctor examine() {
    return examine(System.getenv());
  }

  static Doctor examine(Map<String, String> environment) {
    SystemChecks system = new SystemChecks();
    EngineChecks engine = new EngineChecks(environment);
    DataCheck data = new DataCheck(environment);
    List<Finding> findings = new ArrayList<>();
    findings.add(guarded("java", system::java));
    findings.add(guarded("toolkit", system::toolkit));
    findings.add(guarded("memory", system::memory));
    findings.add(guarded("cache", engine::cache));
    findings.add(guarded("pytorch", engine::pytorch));
    findings.add(guarded("device", engine::device));
    findings.add(guarded("threads", engine::threads));
    findings.add(guarded("data", data::run));
    findings.add(guarded("drawing", system::drawing));
    return new Doctor(findings);
  }

  /** Runs a check; whatever goes wrong in it is a finding, not the end of the examination. */
  static Finding guarded(String name, Check check) {
    try {
      return check.run();
    } catch (PenumbraException e) {
      return Finding.todo(name, e.getMessage()); // says itself what to do
    } catch (Exception | LinkageError e) {
      return Finding.todo(name, "the check failed: " + e);
    }
  }

  /** Whether nothing is left to do. */
  public boolean ok() {
    return findings.stream().allMatch(Finding::ok);
  }

  /** The findings as text, one line each. */
  public String text() {
    return String.join("\n", findings.stream().map(Finding::line).toList());
  }

  /** The findings as a table with the columns status, check, details. */
  public Table table() {
    StringColumn status = StringColumn.create("status");
    StringColumn check = StringColumn.create("check");
    StringColumn details = StringColumn.create("details");
    for (Finding finding : findings) {
      status.append(finding.status());
      check.append(finding.name());
      details.append(finding.details());
    }
    return Table.create(ok() ? "All is well" : "Something is left to do", status, check, details);
  }
}
