package org.penumbra.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import java.util.Locale;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * Where tensors are computed: chosen once, when first asked for.
 *
 * <p>{@code PENUMBRA_DEVICE} is {@code cpu}, {@code gpu} or {@code gpu:N} (default: a GPU if there
 * is one). {@code PENUMBRA_THREADS} is the number of compute threads on the CPU (default: all
 * cores).
 */
public final class Compute {
  /** Environment variable that names the device. */
  public static final String DEVICE_VARIABLE = "PENUMBRA_DEVICE";

  /** Environment variable that sets the number of compute threads. */
  public static final String THREADS_VARIABLE = "PENUMBRA_THREADS";

  private static final String ENGINE = "PyTorch";
  private static final String THREADS_PROPERTY = "ai.djl.pytorch.num_threads";

  private Compute() {}

  /** Loaded on first use, because loading takes seconds and unpacks natives the first time. */
  private static final class Chosen {
    static final Engine ENGINE = load();
    static final Device DEVICE = device(ENGINE, System.getenv(DEVICE_VARIABLE));
  }

  /**
   * A manager of long-lived tensors on the chosen device; the caller closes it.
   *
   * @throws IllegalStateException if PyTorch cannot be loaded
   */
  public static NDManager newManager() {
    return engine().newBaseManager(device());
  }

  /** The PyTorch engine. */
  public static Engine engine() {
    return Chosen.ENGINE;
  }

  /** The chosen device. */
  public static Device device() {
    return Chosen.DEVICE;
  }

  /** One line for people: engine version, device and why, threads. */
  public static String describe() {
    Device device = device();
    String where = device.isGpu() ? "GPU " + device.getDeviceId() : "CPU";
    return ENGINE + " " + engine().getVersion() + " on " + where + " (" + reason() + ")";
  }

  private static String reason() {
    String asked = System.getenv(DEVICE_VARIABLE);
    if (asked != null && !asked.isBlank()) {
      return "asked for by " + DEVICE_VARIABLE;
    }
    return device().isGpu() ? "the first GPU found" : "no GPU found";
  }

  private static Engine load() {
    String threads = System.getenv(THREADS_VARIABLE);
    if (threads != null && !threads.isBlank()) {
      System.setProperty(THREADS_PROPERTY, Integer.toString(threads(threads)));
    }
    try {
      return Engine.getEngine(ENGINE);
    } catch (EngineException | LinkageError failure) {
      throw new IllegalStateException(
          "PyTorch's native library could not be loaded ("
              + failure.getMessage()
              + "); run environment/doctor, which says what is missing.",
          failure);
    }
  }

  private static int threads(String value) {
    try {
      return Require.atLeast(THREADS_VARIABLE, Integer.parseInt(value.strip()), 1);
    } catch (NumberFormatException failure) {
      throw new InvalidOptionException(THREADS_VARIABLE, "a whole number of at least 1", value);
    }
  }

  static Device device(Engine engine, String asked) {
    int gpus = engine.getGpuCount();
    if (asked == null || asked.isBlank()) {
      return gpus > 0 ? Device.gpu(0) : Device.cpu();
    }
    String name = asked.strip().toLowerCase(Locale.ROOT);
    if (name.equals("cpu")) {
      return Device.cpu();
    }
    if (name.matches("gpu(:\\d{1,3})?")) {
      int number = name.length() > 3 ? Integer.parseInt(name.substring(4)) : 0;
      if (number < gpus) {
        return Device.gpu(number);
      }
      throw new InvalidOptionException(
          DEVICE_VARIABLE, gpus == 0 ? "cpu (no GPU found)" : "below gpu:" + gpus, asked);
    }
    throw new InvalidOptionException(DEVICE_VARIABLE, "cpu, gpu or gpu:N", asked);
  }
}
