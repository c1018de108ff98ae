package org.penumbra.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.awt.image.BufferedImage;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class BaseKernelTargetTest {
  private final RecordingKernel kernel = new RecordingKernel();
  private final DisplayTarget target = new BaseKernelTarget("test", kernel);

  @Test
  void sendsTextAndRichTypeAsOneDisplay() {
    target.display("id-1", Output.html("plain", "<b>rich</b>"));
    assertThat(kernel.displayed).hasSize(1);
    DisplayData data = kernel.displayed.get(0);
    assertThat(data.getDisplayId()).isEqualTo("id-1");
    assertThat(data.getData(MIMEType.TEXT_PLAIN)).isEqualTo("plain");
    assertThat(data.getData(MIMEType.TEXT_HTML)).isEqualTo("<b>rich</b>");
  }

  @Test
  void sendsPicturesAsBase64WithTheirSize() {
    BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
    target.display("id-2", Output.png("a picture", image, 20, 10));
    DisplayData data = kernel.displayed.get(0);
    Object png = data.getData(MIMEType.parse("image/png"));
    assertThat(Base64.getDecoder().decode((String) png)).startsWith(0x89, 'P', 'N', 'G');
    assertThat(data).extracting("metadata").asString().contains("width=20", "height=10");
  }

  @Test
  void updatesUnderTheSameId() {
    target.update("id-3", Output.plain("later"));
    assertThat(kernel.displayed).isEmpty();
    assertThat(kernel.updated).hasSize(1);
    assertThat(kernel.updated.get(0).getDisplayId()).isEqualTo("id-3");
    assertThat(kernel.updated.get(0).getData(MIMEType.TEXT_PLAIN)).isEqualTo("later");
  }

  @Test
  void refusesWhatIsNoKernel() {
    assertThatThrownBy(() -> new BaseKernelTarget("odd", "text"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("odd has no method display(DisplayData).");
  }
}
