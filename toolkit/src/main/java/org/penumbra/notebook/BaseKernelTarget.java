package org.penumbra.notebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;

/**
 * Kernels on the jupyter-jvm base library or a descendant of it: the default kernel, IJava, JJava.
 * Their classes have different packages but the same shape, so they are called by reflection:
 * {@code kernel.display(DisplayData)} and {@code kernel.getIO().display.updateDisplay(id, data)}.
 */
final class BaseKernelTarget implements DisplayTarget {
  private final String name;
  private final Object kernel;
  private final Method display;
  private final Class<?> dataType;

  /**
   * A target.
   *
   * @param name for people
   * @param kernel the running kernel
   * @throws IllegalStateException if the kernel has no method {@code display(DisplayData)}
   */
  BaseKernelTarget(String name, Object kernel) {
    this.name = name;
    this.kernel = kernel;
    this.display =
        Arrays.stream(kernel.getClass().getMethods())
            .filter(method -> method.getName().equals("display"))
            .filter(method -> method.getParameterCount() == 1)
            .filter(method -> method.getParameterTypes()[0].getSimpleName().equals("DisplayData"))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException(name + " has no method display(DisplayData)."));
    this.dataType = display.getParameterTypes()[0];
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean canUpdate() {
    return true;
  }

  @Override
  public void display(String id, Output output) {
    call(
        () -> {
          Object data = data(output);
          dataType.getMethod("setDisplayId", String.class).invoke(data, id);
          display.invoke(kernel, data);
        });
  }

  @Override
  public void update(String id, Output output) {
    call(
        () -> {
          Object io = kernel.getClass().getMethod("getIO").invoke(kernel);
          Object stream = io.getClass().getField("display").get(io);
          stream
              .getClass()
              .getMethod("updateDisplay", String.class, dataType)
              .invoke(stream, id, data(output));
        });
  }

  private Object data(Output output) throws ReflectiveOperationException {
    Object data = dataType.getConstructor().newInstance();
    Method put = dataType.getMethod("putData", String.class, Object.class);
    put.invoke(data, "text/plain", output.text());
    if (output.rich().isPresent()) {
      Output.Rich rich = output.rich().get();
      put.invoke(data, rich.type(), rich.data());
      if (rich.width() > 0) {
        dataType
            .getMethod("putMetaData", String.class, Object.class)
            .invoke(data, rich.type(), Map.of("width", rich.width(), "height", rich.height()));
      }
    }
    return data;
  }

  private interface Call {
    void run() throws ReflectiveOperationException;
  }

  private void call(Call call) {
    try {
      call.run();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(name + " could not display: " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          name + " lacks what is needed to display: " + e + "; use another version of it.", e);
    }
  }
}
