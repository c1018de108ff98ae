package org.penumbra.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs commands in a folder of their own and keeps what they said. */
final class CommandLine {
  private final Map<String, String> environment = new HashMap<>();

  CommandLine(Path folder) {
    environment.put("PENUMBRA_DATA", folder.toString());
    environment.put("PENUMBRA_RUNS", folder.resolve("runs").toString());
  }

  CommandLine with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** What a command left behind. */
  record Said(int status, String out, String err) {
    JsonElement json() {
      return JsonParser.parseString(out);
    }
  }

  /** A command as one would type it; no word has blanks in it. */
  Said run(String command) {
    return run(command.isEmpty() ? List.of() : List.of(command.split(" +", -1)));
  }

  Said run(List<String> words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = Main.run(words, environment, stream(out), stream(err));
    return new Said(status, text(out), text(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
