package org.penumbra.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.penumbra.core.ComputeException;
import org.penumbra.core.InvalidOptionException;

/**
 * Where tensors are computed: chosen once, when first asked for.
 *
 * <p>{@code PENUMBRA_DEVICE} is {@code cpu}, {@code gpu} or {@code gpu:N} (default: a GPU if there
 * is one). {@code PENUMBRA_THREADS} is the number of compute threads on the CPU, 1 to 1024
 * (default: what the engine takes, which is all cores unless {@code OMP_NUM_THREADS} says
 * otherwise).
 *
 * <p>Both are checked before the engine is loaded. What cannot be used is said by every call alike,
 * so that a cell that is run again fails with the same message.
 */
public final class Compute {
  /** Environment variable that names the device. */
  public static final String DEVICE_VARIABLE = "PENUMBRA_DEVICE";

  /** Environment variable that sets the number of compute threads. */
  public static final String THREADS_VARIABLE = "PENUMBRA_THREADS";

  private static final String ENGINE = "PyTorch";
  private static final int MOST_THREADS = 1024; // far above, the native thread pool aborts the JVM

  // Lazy, because loading takes seconds and unpacks natives the first time. No static initialiser:
  // the JVM reports a failure in one as NoClassDefFoundError ever after.
  private static Engine engine;
  private static Device device;

  private Compute() {}

  /**
   * A manager of long-lived tensors on the chosen device; the caller closes it.
   *
   * @throws InvalidOptionException if a variable is wrong or the device is not there
   * @throws ComputeException if PyTorch cannot be loaded
   */
  public static NDManager newManager() {
    return engine().newBaseManager(device());
  }

  /**
   * The PyTorch engine, with the number of threads asked for.
   *
   * @throws InvalidOptionException if a variable is wrong
   * @throws ComputeException if PyTorch cannot be loaded
   */
  public static synchronized Engine engine() {
    if (engine == null) {
      check(System.getenv());
      OptionalInt threads = threads(System.getenv());
      Engine loaded = load();
      threads.ifPresent(JniUtils::setNumThreads);
      engine = loaded;
    }
    return engine;
  }

  /** Whether the engine was loaded already; asking loads nothing. */
  public static synchronized boolean isLoaded() {
    return engine != null;
  }

  /**
   * The chosen device.
   *
   * @throws InvalidOptionException if a variable is wrong or the device is not there
   * @throws ComputeException if PyTorch cannot be loaded
   */
  public static synchronized Device device() {
    if (device == null) {
      device = device(System.getenv());
    }
    return device;
  }

  /**
   * The device that an environment chooses on this machine.
   *
   * @throws InvalidOptionException if it names none that is there
   * @throws ComputeException if PyTorch cannot be loaded
   */
  public static Device device(Map<String, String> environment) {
    String name = deviceName(environment);
    int gpus = engine().getGpuCount();
    if (name.isEmpty()) {
      return gpus > 0 ? Device.gpu(0) : Device.cpu();
    }
    if (name.equals("cpu")) {
      return Device.cpu();
    }
    int number = name.equals("gpu") ? 0 : Integer.parseInt(name.substring("gpu:".length()));
    if (number >= gpus) {
      throw new InvalidOptionException(
          DEVICE_VARIABLE,
          gpus == 0 ? "cpu (no GPU found)" : "below gpu:" + gpus,
          environment.get(DEVICE_VARIABLE));
    }
    return Device.gpu(number);
  }

  /**
   * The number of compute threads the engine uses on the CPU.
   *
   * @throws InvalidOptionException if a variable is wrong
   * @throws ComputeException if PyTorch cannot be loaded
   */
  public static int threads() {
    engine(); // the natives must be there before they can be asked
    return JniUtils.getNumThreads();
  }

  /**
   * Checks the form of both variables. Loads nothing, so it cannot know whether a GPU is there.
   *
   * @throws InvalidOptionException if one is wrong
   */
  public static void check(Map<String, String> environment) {
    deviceName(environment);
    threads(environment);
  }

  /** One line for people: engine version, device and why, threads. */
  public static String describe() {
    Device chosen = device();
    String where = chosen.isGpu() ? "GPU " + chosen.getDeviceId() : "CPU";
    String why =
        !wish(System.getenv(), DEVICE_VARIABLE).isEmpty()
            ? "asked for by " + DEVICE_VARIABLE
            : chosen.isGpu() ? "the first GPU found" : "no GPU found";
    int threads = threads();
    return "%s %s on %s (%s), %d %s"
        .formatted(
            ENGINE,
            engine().getVersion(),
            where,
            why,
            threads,
            threads == 1 ? "thread" : "threads");
  }

  private static Engine load() {
    try {
      return Engine.getEngine(ENGINE);
    } catch (RuntimeException | LinkageError failure) {
      Throwable root = failure;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      String reason = root.getClass().getSimpleName() + ": " + root.getMessage();
      throw new ComputeException(
          ENGINE
              + " cannot be loaded ("
              + reason
              + "). Run environment/doctor, which says what to do.",
          failure);
    }
  }

  /** {@code cpu}, {@code gpu}, {@code gpu:N}, or empty if none is asked for. */
  private static String deviceName(Map<String, String> environment) {
    String name = wish(environment, DEVICE_VARIABLE);
    if (!name.matches("|cpu|gpu(:\\d{1,3})?")) {
      throw new InvalidOptionException(
          DEVICE_VARIABLE, "cpu, gpu or gpu:N", environment.get(DEVICE_VARIABLE));
    }
    return name;
  }

  private static OptionalInt threads(Map<String, String> environment) {
    String number = wish(environment, THREADS_VARIABLE);
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!number.matches("[1-9]\\d{0,3}") || Integer.parseInt(number) > MOST_THREADS) {
      throw new InvalidOptionException(
          THREADS_VARIABLE,
          "a whole number from 1 to " + MOST_THREADS,
          environment.get(THREADS_VARIABLE));
    }
    return OptionalInt.of(Integer.parseInt(number));
  }

  private static String wish(Map<String, String> environment, String variable) {
    return environment.getOrDefault(variable, "").strip().toLowerCase(Locale.ROOT);
  }
}
