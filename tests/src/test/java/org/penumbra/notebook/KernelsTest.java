package org.penumbra.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelsTest {
  @TempDir Path folder;

  /** Loads the classes of one folder itself, before asking its parent. */
  private static final class OwnFirst extends URLClassLoader {
    private final Path classes;

    OwnFirst(Path classes) throws IOException {
      super(new URL[] {classes.toUri().toURL()}, KernelsTest.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    public Class<?> loadClass(String name) throws ClassNotFoundException {
      if (!Files.exists(classes.resolve(name.replace('.', '/') + ".class"))) {
        return super.loadClass(name);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  private OwnFirst loader(String type, String accessor, String result) throws IOException {
    int dot = type.lastIndexOf('.');
    Path source = folder.resolve(type.substring(dot + 1) + ".java");
    String code =
        "package %s; public class %s { public static Object %s() { %s; } }"
            .formatted(type.substring(0, dot), type.substring(dot + 1), accessor, result);
    Files.writeString(source, code);
    String classPath = System.getProperty("java.class.path");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), "-cp", classPath, source.toString());
    assertThat(status).isZero();
    return new OwnFirst(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "org.dflib.jjava.jupyter.kernel.BaseKernel, notebookKernel, JJava",
    "io.github.spencerpark.ijava.IJava, getKernelInstance, IJava",
    "org.penumbra.kernel.JavaKernel, instance, Penumbra Java kernel"
  })
  void findsEachFamilyThroughAnyLoader(String type, String accessor, String name)
      throws IOException {
    try (OwnFirst loader =
        loader(type, accessor, "return new org.penumbra.notebook.RecordingKernel()")) {
      assertThat(Kernels.find(ClassLoader.getPlatformClassLoader(), loader))
          .hasValueSatisfying(target -> assertThat(target.name()).isEqualTo(name));
      assertThat(Kernels.find(null, loader)).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({"return null", "throw new IllegalStateException()"})
  void classesWithoutARunningKernelAreNoKernel(String result) throws IOException {
    try (OwnFirst loader =
        loader("io.github.spencerpark.ijava.IJava", "getKernelInstance", result)) {
      assertThat(Kernels.find(loader)).isEmpty();
    }
  }

  @Test
  void noKernelInAPlainLoader() {
    assertThat(Kernels.find(ClassLoader.getPlatformClassLoader())).isEmpty();
  }
}
