package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;

class ComputeTest {
  @Test
  void cpuCanAlwaysBeAskedFor() {
    assertThat(Compute.device(Compute.engine(), "cpu")).isEqualTo(Device.cpu());
  }

  @Test
  void aGpuThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Compute.device(Compute.engine(), "gpu:99"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("PENUMBRA_DEVICE")
        .hasMessageContaining("gpu:99");
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> Compute.device(Compute.engine(), "tpu"))
        .hasMessage("PENUMBRA_DEVICE must be cpu, gpu or gpu:N, found 'tpu'.");
  }

  @Test
  void descriptionNamesVersionAndDevice() {
    assertThat(Compute.describe()).contains("PyTorch").containsAnyOf("CPU", "GPU");
  }
}
