package org.penumbra.notebook;

import java.util.ArrayList;
import java.util.List;

/** A display target that remembers what it was told. */
final class RecordingTarget implements DisplayTarget {
  /** One call: {@code display} or {@code update}, the id, the output. */
  record Call(String kind, String id, Output output) {}

  final List<Call> calls = new ArrayList<>();
  private final boolean canUpdate;

  RecordingTarget(boolean canUpdate) {
    this.canUpdate = canUpdate;
  }

  List<String> texts() {
    return calls.stream().map(call -> call.output().text()).toList();
  }

  @Override
  public String name() {
    return "recording";
  }

  @Override
  public boolean canUpdate() {
    return canUpdate;
  }

  @Override
  public void display(String id, Output output) {
    calls.add(new Call("display", id, output));
  }

  @Override
  public void update(String id, Output output) {
    calls.add(new Call("update", id, output));
  }
}
