package org.penumbra.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import java.io.PrintStream;

/**
 * Where a verb speaks: results to {@code out}, everything else to {@code err}, so that what a
 * script reads is nothing but the result.
 *
 * @param out results
 * @param err progress and messages
 */
record Console(PrintStream out, PrintStream err) {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  /** A line about what is going on. */
  void say(String line) {
    err.println(line);
  }

  /** The result: as JSON if that was asked for, else as text. */
  void result(Given given, String text, JsonElement json) {
    if (given.has(CommonOptions.JSON)) {
      out.println(GSON.toJson(json));
    } else {
      out.println(text);
    }
  }
}
