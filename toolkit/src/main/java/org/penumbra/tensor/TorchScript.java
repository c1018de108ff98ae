package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One function of PyTorch's own script language, written here as text: for kernels that DJL has no
 * method for, such as bfloat16 products. Functions must not change their arguments: gradients of
 * operations in place were wrong. Loaded at the first use and kept for the life of the process.
 *
 * <p>Do not write in place to what takes gradients: with {@code relu_} in a script, gradients of
 * the encoder were wrong; the cause is not known.
 *
 * <p>A module that the engine cannot load is no failure: {@link #available()} is then false, and
 * every user of this class computes the same with plain operations. The system property {@value
 * #PROPERTY} set to {@code false} chooses the plain operations everywhere.
 */
final class TorchScript {
  /** System property; {@code false} switches every script off. */
  static final String PROPERTY = "penumbra.torchscript";

  private final String signature;
  private final String body;
  private Optional<PtSymbolBlock> module;

  /**
   * A function; nothing is loaded yet.
   *
   * @param signature arguments and result, for instance {@code x: Tensor, factor: float -> Tensor}
   * @param lines of the body, in the subset of Python that PyTorch prints itself; other functions
   *     of PyTorch are {@code torch.NAME}
   */
  TorchScript(String signature, String... lines) {
    this.signature = signature;
    this.body = String.join("\n    ", lines);
  }

  /** Whether the engine takes the function, and scripts are not switched off. */
  boolean available() {
    return !"false".equals(System.getProperty(PROPERTY)) && module().isPresent();
  }

  private synchronized Optional<PtSymbolBlock> module() {
    if (module == null) {
      module = load();
    }
    return module;
  }

  private Optional<PtSymbolBlock> load() {
    try (var archive = new ByteArrayInputStream(archive())) {
      return Optional.of(
          JniUtils.loadModule((PtNDManager) Compute.newManager(), archive, false, false));
    } catch (IOException | RuntimeException | LinkageError refused) {
      return Optional.empty();
    }
  }

  /**
   * The result of a function of tensors; gradients flow through it if they are on.
   *
   * @param arguments not closed
   */
  NDArray of(NDArray... arguments) {
    return of(List.of(), arguments);
  }

  /**
   * The result of a function of lists of tensors and tensors, in this order.
   *
   * @param lists not closed
   * @param arguments at least one; not closed. A number is a tensor without axes
   */
  NDArray of(List<List<NDArray>> lists, NDArray... arguments) {
    // DJL packs arguments by their names: a dot makes a dictionary, brackets a list.
    NDList inputs = new NDList();
    for (int i = 0; i < lists.size(); i++) {
      inputs.addAll(lists.get(i));
    }
    inputs.addAll(List.of(arguments));
    List<String> names = inputs.stream().map(NDArray::getName).toList();
    try {
      for (int i = 0; i < lists.size(); i++) {
        String name = "list" + i + "[]";
        lists.get(i).forEach(tensor -> tensor.setName(name));
      }
      Arrays.stream(arguments).forEach(tensor -> tensor.setName(null));
      return IValueUtils.forward(module().orElseThrow(), inputs, true).head();
    } finally {
      for (int i = 0; i < inputs.size(); i++) {
        inputs.get(i).setName(names.get(i));
      }
    }
  }

  /** A stored zip: the pickled empty module, no constants, and the text. */
  private byte[] archive() {
    String[] parts = signature.split("->", 2);
    String code =
        "class M(Module):\n"
            + "  __parameters__ = []\n  __buffers__ = []\n  training : bool\n"
            + "  def forward(self: __torch__.M,\n    "
            + parts[0].strip().replace(", ", ",\n    ")
            + ") -> "
            + parts[1].strip()
            + ":\n    "
            + body
            + "\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      store(zip, "data.pkl", "\u0080\u0002c__torch__\nM\n)\u0081}(X\u0008\0\0\0training\u0088ub.");
      store(zip, "code/__torch__.py", code);
      store(zip, "constants.pkl", "\u0080\u0002).");
      store(zip, "version", "3\n");
      store(zip, "byteorder", "little");
    } catch (IOException e) {
      throw new UncheckedIOException(e); // in memory, so it cannot be
    }
    return bytes.toByteArray();
  }

  private static void store(ZipOutputStream zip, String name, String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
    ZipEntry entry = new ZipEntry("m/" + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
