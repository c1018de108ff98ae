package org.penumbra.cli;

import java.util.List;
import org.penumbra.notebook.Doctor;

/** {@code doctor}: checks this machine. Status 1 if something is left to do. */
final class DoctorVerb implements Verb {
  @Override
  public Manual manual() {
    return new Manual(
        "doctor",
        "checks this machine, one line each: ok, or what to do",
        "Checks Java, memory, the engine and its speed, fonts and the data folder. It changes"
            + " nothing. environment/doctor checks what comes before the toolkit too.",
        List.of(),
        List.of(CommonOptions.JSON),
        List.of("doctor", "doctor --json"),
        "A line for each check: ok or todo, its name, what was found or what to do. As JSON:"
            + " ok, and checks with the columns of the table. Status 1 if something is to do.");
  }

  @Override
  public int run(Given given, Console console) {
    Doctor doctor = Doctor.examine();
    console.result(
        given,
        doctor.text(),
        new JsonResult()
            .with("ok", doctor.ok())
            .with("checks", JsonResult.rows(doctor.table()))
            .json());
    return doctor.ok() ? 0 : 1;
  }
}
