package org.penumbra.notebook;

import java.io.PrintStream;

/** Plain text: JUnit, jshell, a program without a notebook. An update is one more line. */
final class PlainTarget implements DisplayTarget {
  private final PrintStream out;

  PlainTarget(PrintStream out) {
    this.out = out;
  }

  @Override
  public String name() {
    return "none (plain text)";
  }

  @Override
  public boolean canUpdate() {
    return false;
  }

  @Override
  public void display(String id, Output output) {
    out.println(output.text());
    out.flush();
  }

  @Override
  public void update(String id, Output output) {
    display(id, output);
  }
}
