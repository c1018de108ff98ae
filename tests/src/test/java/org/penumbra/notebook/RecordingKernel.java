package org.penumbra.notebook;

import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.JupyterIO;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.ContentType;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.publish.PublishUpdateDisplayData;
import java.util.ArrayList;
import java.util.List;

/** A kernel on the real base library, without sockets: keeps what would go over the wire. */
public final class RecordingKernel extends BaseKernel {
  final List<DisplayData> displayed = new ArrayList<>();
  final List<DisplayData> updated = new ArrayList<>();
  private final JupyterIO io = new RecordingIo();

  @Override
  public void display(DisplayData data) {
    displayed.add(data);
  }

  @Override
  public JupyterIO getIO() {
    return io;
  }

  @Override
  public DisplayData eval(String expression) {
    return DisplayData.EMPTY;
  }

  @Override
  public LanguageInfo getLanguageInfo() {
    return new LanguageInfo.Builder("java").build();
  }

  private final class RecordingIo extends JupyterIO {
    RecordingIo() {
      setEnv(new Wire());
    }
  }

  private final class Wire extends ShellReplyEnvironment {
    Wire() {
      super(null, null, null, null);
    }

    @Override
    public <T extends ContentType<T>> void publish(T content) {
      updated.add((PublishUpdateDisplayData) content);
    }

    @Override
    public void publish(Message<?> message) {
      throw new UnsupportedOperationException("the base library publishes contents");
    }
  }
}
