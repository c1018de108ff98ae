package org.penumbra.kernel;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A kernelspec of the form of environment/kernel/kernel.json, with this test's class path. */
public final class TestKernelSpec {
  private TestKernelSpec() {}

  /**
   * Writes kernel.json.
   *
   * @param directory folder of the kernelspec; made if it is not there
   * @param heap largest Java heap, for instance 512m
   * @param environment variables of the kernel
   */
  public static void write(Path directory, String heap, Map<String, String> environment)
      throws IOException {
    Files.createDirectories(directory);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            "-Xmx" + heap,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            String.join(File.pathSeparator, classPath()),
            "org.penumbra.kernel.Main",
            "{connection_file}");
    Files.writeString(
        directory.resolve("kernel.json"),
        new Gson()
            .toJson(
                Map.of(
                    "argv", command,
                    "display_name", "Penumbra test",
                    "language", "java",
                    "interrupt_mode", "message",
                    "env", environment)));
  }

  /** The toolkit and its libraries first, the kernel and its own last. */
  private static Set<String> classPath() {
    Set<String> entries = new LinkedHashSet<>();
    Set<String> kernel = new LinkedHashSet<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      boolean ofKernel =
          entry.replace('\\', '/').contains("environment/kernel/")
              || entry.matches(".*(penumbra-kernel|basekernel|jeromq|jnacl).*");
      (ofKernel ? kernel : entries).add(entry);
    }
    entries.addAll(kernel);
    return entries;
  }
}
