package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penumbra.core.ComputeException;
import org.penumbra.core.InvalidOptionException;

class MemoryTest {
  private static final long MIB = 1 << 20;

  @TempDir private Path root;

  @Test
  void theProcessGrowsWithItsTensorsAndForgetsItsPeak() {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "needs Linux");
    assumeTrue(MemoryReport.forgetPeak(), "needs a kernel that forgets a peak");
    MemoryReport before = MemoryReport.of(Device.cpu());
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      NDArray large = Compute.engine().newBaseManager(Device.cpu()).ones(new Shape(64 * MIB));
      MemoryReport during = MemoryReport.of(Device.cpu());
      assertThat(large.getShape().size()).isEqualTo(64 * MIB);
      assertThat(during.tensors() - before.tensors()).isGreaterThan(200 * MIB);
      assertThat(during.describe()).contains("process ", "peak ", "heap ");
    }
    MemoryReport after = MemoryReport.of(Device.cpu());
    assertThat(after.tensors() - before.tensors()).isLessThan(150 * MIB);
    assertThat(after.tensorsPeak() - before.tensors()).isGreaterThan(200 * MIB);
    MemoryReport.forgetPeak();
    assertThat(MemoryReport.of(Device.cpu()).tensorsPeak() - before.tensors())
        .isLessThan(150 * MIB);
  }

  @Test
  void aGpuThatIsNotThereHasNoMemory() {
    assertThatThrownBy(() -> MemoryReport.of(Device.gpu(77)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("device whose memory is asked for");
  }

  private void file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void theLeastOfMachineAndContainerCounts() throws IOException {
    file("proc/meminfo", "MemTotal: 9000 kB\nMemAvailable:    8000 kB\n");
    assertThat(MemoryLimit.of(Device.cpu(), root))
        .isEqualTo(new MemoryLimit(8000 * 1024, "memory available on this machine"));
    file("sys/fs/cgroup/memory.max", "max\n");
    file("sys/fs/cgroup/memory.current", "1000\n");
    assertThat(MemoryLimit.of(Device.cpu(), root).bytes()).isEqualTo(8000 * 1024);
    file("sys/fs/cgroup/memory.max", "5000\n");
    file("sys/fs/cgroup/memory.stat", "anon 3\ninactive_file 600\n");
    assertThat(MemoryLimit.of(Device.cpu(), root))
        .isEqualTo(new MemoryLimit(4600, "limit of this container"));
  }

  @Test
  void theOlderKindOfContainerCountsToo() throws IOException {
    file("proc/meminfo", "MemAvailable:    8000 kB\n");
    file("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    file("sys/fs/cgroup/memory/memory.usage_in_bytes", "10\n");
    assertThat(MemoryLimit.of(Device.cpu(), root).bytes()).isEqualTo(8000 * 1024);
    file("sys/fs/cgroup/memory/memory.limit_in_bytes", "100\n");
    assertThat(MemoryLimit.of(Device.cpu(), root).bytes()).isEqualTo(90);
  }

  @Test
  void withoutSuchFilesJavaIsAsked() {
    assertThat(MemoryLimit.of(Device.cpu(), root).bytes()).isPositive();
  }

  /** Four tebibytes, which the engine asks the system for and does not get. */
  @Test
  void anAllocationThatFailsSaysWhatToLowerAndTheEngineGoesOn() {
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      var manager = Compute.engine().newBaseManager(Device.cpu());
      assertThatThrownBy(
              () ->
                  OutOfMemory.explained(
                      "a step of batch 9", () -> manager.zeros(new Shape(1L << 40))))
          .isInstanceOf(ComputeException.class)
          .hasMessageContaining("Memory ran out in a step of batch 9")
          .hasMessageContaining("lower the batch size")
          .hasMessageContaining("embedding width")
          .hasCauseInstanceOf(EngineException.class);
      assertThat(manager.ones(new Shape(3)).sum().getFloat()).isEqualTo(3);
      manager.close();
    }
  }

  @Test
  void messagesOfAGpuAreKnownAndOthersPass() {
    EngineException gpu =
        new EngineException("CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; ...)");
    assertThatThrownBy(() -> OutOfMemory.explained("x", () -> fail(gpu)))
        .isInstanceOf(ComputeException.class)
        .hasMessageContaining("CUDA out of memory")
        .hasCause(gpu);
    EngineException other = new EngineException("The size of tensor a must match");
    assertThatThrownBy(() -> OutOfMemory.explained("x", () -> fail(other))).isSameAs(other);
    assertThatThrownBy(
            () ->
                OutOfMemory.explained(
                    "x",
                    () -> {
                      throw new OutOfMemoryError("Java heap space");
                    }))
        .isInstanceOf(ComputeException.class)
        .hasMessageContaining("-Xmx");
  }

  private static Object fail(EngineException failure) {
    throw failure;
  }

  @Test
  void devicesSayWhatIsUsedAndWhatToDoWithSeveral() {
    assertThat(Devices.describe()).startsWith(Compute.describe()).contains("available: ");
    assertThat(Devices.several(4))
        .startsWith("4 GPUs found, one training uses one of them.")
        .contains("PENUMBRA_DEVICE=gpu:0, gpu:1", "environment/GPU.md");
  }

  @Test
  void aGpuThatTheEngineDoesNotSeeIsNoticed() throws IOException {
    assertThat(Devices.hasNvidia(root)).isFalse();
    file("dev/nvidia0", "");
    assertThat(Devices.hasNvidia(root)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void ratesOfThisMachineAreMeasured(Precision precision) {
    Calibration measured = Calibration.measure(precision);
    assertThat(measured.operationsPerSecond()).isBetween(1e7, 1e16);
    assertThat(measured.bytesPerSecond()).isBetween(1e7, 1e14);
    assertThat(measured.describe()).contains("GFLOP/s", "GB/s");
  }
}
