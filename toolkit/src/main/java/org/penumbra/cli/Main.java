package org.penumbra.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penumbra.core.PenumbraException;

/**
 * Command line of the toolkit: one verb, then its arguments. Exit status 0 if all is well, 1 if the
 * verb found something to do or failed, 2 if the command itself is wrong.
 */
public final class Main {
  /** What a verb does; the arguments are those after its name. */
  interface Verb {
    /** Runs it and returns the exit status. */
    int run(List<String> arguments, PrintStream out);

    /** One sentence for the help. */
    String about();
  }

  private static final Map<String, Verb> VERBS = new TreeMap<>(Map.of("doctor", new DoctorVerb()));

  private Main() {}

  /** Runs a verb and ends the process with its status. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), out, err));
  }

  /** Runs a verb and returns the exit status. */
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.isEmpty()) {
      err.println("No verb given; known: " + String.join(", ", VERBS.keySet()) + "; see --help.");
      return 2;
    }
    String name = arguments.get(0);
    if (name.equals("--help") || name.equals("-h") || name.equals("help")) {
      out.println("Usage: java -cp CLASSPATH org.penumbra.cli.Main VERB [ARGUMENT ...]");
      VERBS.forEach((verb, what) -> out.println("  " + verb + "  " + what.about()));
      return 0;
    }
    Verb verb = VERBS.get(name);
    if (verb == null) {
      err.println(
          "Unknown verb '"
              + name
              + "'; known: "
              + String.join(", ", VERBS.keySet())
              + "; see --help.");
      return 2;
    }
    try {
      return verb.run(arguments.subList(1, arguments.size()), out);
    } catch (UsageException e) {
      err.println(e.getMessage());
      return 2;
    } catch (PenumbraException e) {
      err.println(e.getMessage());
      return 1;
    }
  }
}
