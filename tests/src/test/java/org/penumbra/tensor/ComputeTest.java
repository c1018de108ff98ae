package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.InvalidOptionException;

class ComputeTest {
  private static Map<String, String> device(String name) {
    return Map.of("PENUMBRA_DEVICE", name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", " CPU "})
  void cpuCanAlwaysBeAskedFor(String name) {
    assertThat(Compute.device(device(name))).isEqualTo(Device.cpu());
  }

  @Test
  void withoutAWishTheFirstGpuOrElseTheCpu() {
    boolean gpu = Compute.engine().getGpuCount() > 0;
    assertThat(Compute.device(Map.of())).isEqualTo(gpu ? Device.gpu(0) : Device.cpu());
    assertThat(Compute.device(device(" "))).isEqualTo(Compute.device(Map.of()));
  }

  @Test
  void aGpuThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Compute.device(device("gpu:99")))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("PENUMBRA_DEVICE")
        .hasMessageContaining("gpu:99");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tpu", "gpu:", "gpu:1234", "cpu:0"})
  void aDeviceOfNoKindIsRefused(String name) {
    assertThatThrownBy(() -> Compute.check(device(name)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("PENUMBRA_DEVICE must be cpu, gpu or gpu:N, found '" + name + "'.");
    assertThatThrownBy(() -> Compute.device(device(name)))
        .isInstanceOf(InvalidOptionException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "0", "-1", "2.5", "1025", "99999999999"})
  void aWrongNumberOfThreadsIsRefused(String number) {
    assertThatThrownBy(() -> Compute.check(Map.of("PENUMBRA_THREADS", number)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage(
            "PENUMBRA_THREADS must be a whole number from 1 to 1024, found '" + number + "'.");
  }

  @Test
  void descriptionNamesVersionDeviceAndThreads() {
    int threads = JniUtils.getNumThreads();
    assertThat(Compute.threads()).isEqualTo(threads).isPositive();
    assertThat(Compute.describe())
        .matches("PyTorch \\d+\\.\\d+\\.\\d+ on (CPU|GPU \\d+) \\(.+\\), \\d+ threads?")
        .endsWith(", " + threads + (threads == 1 ? " thread" : " threads"));
  }
}
