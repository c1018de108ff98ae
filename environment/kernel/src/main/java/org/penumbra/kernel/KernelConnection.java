package org.penumbra.kernel;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ShellChannel;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.MessageContext;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;

/** The five sockets; requests on the shell socket are answered through {@link CellEnvironment}. */
final class KernelConnection extends JupyterConnection {

  private final OwnerQueue queue;

  KernelConnection(KernelConnectionProperties properties, OwnerQueue queue)
      throws NoSuchAlgorithmException, InvalidKeyException {
    super(properties);
    this.queue = queue;
    // The default limit of 1000 messages drops output, even a cell's end, when a front end is slow.
    iopub.setSndHWM(0);
  }

  @Override
  public ShellReplyEnvironment prepareReplyEnv(ShellChannel channel, MessageContext context) {
    return channel == shell
        ? new CellEnvironment(channel, stdin, iopub, context, queue)
        : super.prepareReplyEnv(channel, context);
  }
}
