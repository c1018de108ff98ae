package org.penumbra.kernel;

import io.github.spencerpark.jupyter.channels.JupyterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Standard input of a cell: asks the front end, and says so clearly when that cannot be. */
final class FrontEndInput extends InputStream {

  private final JupyterInputStream input;

  FrontEndInput(JupyterInputStream input) {
    this.input = input;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    // Through the array: the base library's single read gives negative numbers beyond ASCII.
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (!input.isAttached() || !input.isEnabled()) {
      // Unchecked: a Scanner hides an IOException and reports "No line found" instead.
      throw new UnsupportedOperationException(
          "this cell reads from standard input, but the front end does not allow that (as when a"
              + " notebook is executed from the command line); run it in Jupyter, or put the value"
              + " into the cell");
    }
    return input.read(into, offset, length);
  }

  @Override
  public int available() {
    return Math.max(0, input.available());
  }
}
