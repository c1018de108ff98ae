package org.penumbra.cli;

import java.io.PrintStream;
import java.util.List;
import org.penumbra.notebook.Doctor;

/** {@code doctor}: checks this machine. Status 1 if something is left to do. */
final class DoctorVerb implements Main.Verb {
  @Override
  public int run(List<String> arguments, PrintStream out) {
    if (!arguments.isEmpty()) {
      throw new UsageException("doctor takes no arguments, found '" + arguments.get(0) + "'.");
    }
    Doctor doctor = Doctor.examine();
    out.println(doctor.text());
    return doctor.ok() ? 0 : 1;
  }

  @Override
  public String about() {
    return "checks this machine, one line each: ok, or what to do";
  }
}
