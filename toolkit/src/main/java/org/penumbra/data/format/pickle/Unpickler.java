package org.penumbra.data.format.pickle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.format.numpy.MappedBytes;

/** The opcodes of pickles, as far as they make data. */
final class Unpickler {
  private static final int NEWEST_PROTOCOL = 5;

  private final PickleInput in;
  private final PickleStack stack;
  private final PickleMemo memo;

  Unpickler(MappedBytes bytes, Budget budget) {
    in = new PickleInput(bytes, budget);
    stack = new PickleStack(in);
    memo = new PickleMemo(in);
  }

  /** The one object of the pickle. */
  Object load() {
    int opcode = in.opcode();
    while (opcode != '.') {
      step(opcode);
      opcode = in.opcode();
    }
    Object result = stack.pop();
    if (!stack.isEmpty() || !in.atEnd()) {
      throw in.wrong("expected one object and the file's end, found more");
    }
    return result;
  }

  private void step(int opcode) {
    switch (opcode) {
      case 0x80 -> protocol(in.unsigned());
      case 0x95 -> frame(in.length8());
      case '(' -> stack.mark();
      case '0' -> stack.pop();
      case '1' -> stack.popToMark();
      case '2' -> stack.push(stack.top());
      case 'N' -> stack.push(PickleNone.NONE);
      case 0x88 -> stack.push(true);
      case 0x89 -> stack.push(false);
      case 'I', 'L', 'F' -> push(PickleLines.number(in, opcode));
      case 'J' -> push((long) in.integer());
      case 'K' -> push((long) in.unsigned());
      case 'M' -> push((long) in.unsignedShort());
      case 0x8a -> push(in.number(in.unsigned()));
      case 0x8b -> push(in.number(in.integer()));
      case 'G' -> push(in.bigEndianDouble());
      case 'S', 'V' -> push(PickleLines.text(in, opcode));
      case 'U' -> text(in.unsigned(), true);
      case 'T' -> text(in.integer(), true);
      case 0x8c -> text(in.unsigned(), false);
      case 'X' -> text(in.length4(), false);
      case 0x8d -> text(in.length8(), false);
      case 'C' -> bytes(in.unsigned());
      case 'B' -> bytes(in.length4());
      case 0x8e, 0x96 -> bytes(in.length8());
      case ')' -> push(new Object[0]);
      case 't' -> stack.push(stack.popToMark());
      case 0x85, 0x86, 0x87 -> stack.push(stack.pop(opcode - 0x84));
      case ']' -> push(new ArrayList<Object>(0));
      case 'l' -> push(new ArrayList<>(Arrays.asList(stack.popToMark())));
      case 'a' -> append(stack.pop(1));
      case 'e' -> append(stack.popToMark());
      case '}' -> dict();
      case 'd' -> setInNew(stack.popToMark());
      case 's' -> set(stack.pop(2));
      case 'u' -> set(stack.popToMark());
      case 'p' -> memo.put(PickleLines.index(in), stack.top());
      case 'q' -> memo.put(in.unsigned(), stack.top());
      case 'r' -> memo.put(in.length4(), stack.top());
      case 0x94 -> memo.add(stack.top());
      case 'g' -> stack.push(memo.get(PickleLines.index(in)));
      case 'h' -> stack.push(memo.get(in.unsigned()));
      case 'j' -> stack.push(memo.get(in.length4()));
      case 'c' -> global(in.nameLine(), in.nameLine());
      case 0x93 -> stackGlobal(stack.pop(2));
      case 'R' -> reduce(stack.pop(2));
      case 'b' -> build(stack.pop());
      case 'i' -> throw refused(in.nameLine() + "." + in.nameLine());
      default -> throw unknown(opcode);
    }
  }

  private void protocol(int version) {
    if (version > NEWEST_PROTOCOL) {
      throw in.wrong("expected protocol 0 to 5, found " + version);
    }
  }

  private void frame(long length) {
    long from = in.take(0);
    if (length < 0 || length > in.bytes().size() - from) {
      throw in.wrong(
          "expected a frame of "
              + length
              + " bytes, found "
              + (in.bytes().size() - from)
              + "; the file is cut off or damaged. Copy or write it again");
    }
  }

  private void push(Object value) {
    in.spent(Budget.OBJECT);
    stack.push(value);
  }

  private void text(long length, boolean bytes) {
    push(new PickleText(in.bytes(), in.take(length), length, bytes));
  }

  private void bytes(long length) {
    push(new PickleBytes(in.bytes(), in.take(length), length, false));
  }

  private void append(Object... items) {
    if (!(stack.top() instanceof List<?>)) {
      throw in.wrong("expected a list to append to, found another object");
    }
    @SuppressWarnings("unchecked") // every list here is made by this class
    List<Object> list = (List<Object>) stack.top();
    in.spent((long) items.length * Budget.REFERENCE);
    list.addAll(Arrays.asList(items));
  }

  private void dict() {
    in.spent(Budget.DICT);
    stack.push(new LinkedHashMap<Object, Object>());
  }

  private void setInNew(Object... items) {
    dict();
    set(items);
  }

  private void set(Object... items) {
    if (!(stack.top() instanceof Map<?, ?>)) {
      throw in.wrong("expected a dict to put into, found another object");
    }
    if (items.length % 2 != 0) {
      throw in.wrong("expected a value for each key of a dict, found " + items.length + " objects");
    }
    @SuppressWarnings("unchecked") // every dict here is made by this class
    Map<Object, Object> dict = (Map<Object, Object>) stack.top();
    in.spent((long) items.length * Budget.OBJECT);
    for (int i = 0; i < items.length; i += 2) {
      dict.put(key(items[i]), items[i + 1]);
    }
  }

  /** Only keys whose hash is cheap. */
  private Object key(Object key) {
    if (key instanceof PickleText text) {
      in.spent(text.decodedBytes());
      return text.decode();
    }
    if (key instanceof Long || key instanceof Double || key instanceof Boolean) {
      return key;
    }
    throw in.wrong("expected text or a number as a dict's key, found another object");
  }

  private void stackGlobal(Object... names) {
    if (!(names[0] instanceof PickleText module) || !(names[1] instanceof PickleText name)) {
      throw in.wrong("expected the name of a global, found other objects");
    }
    global(module.decode(), name.decode());
  }

  private void global(String module, String name) {
    stack.push(PickleGlobal.of(module, name).orElseThrow(() -> refused(module + "." + name)));
  }

  private void reduce(Object... call) {
    if (!(call[0] instanceof PickleGlobal global) || !(call[1] instanceof Object[] arguments)) {
      throw in.wrong("expected a call of a known global, found another");
    }
    push(global.call(in, arguments));
  }

  private void build(Object state) {
    Object target = stack.top();
    if (target instanceof PickleArray array) {
      array.build(in.place(), state);
    } else if (!(target instanceof PickleType type) || !type.build(state)) {
      throw in.wrong(
          "expected the state of a NumPy array or a plain dtype, found another; structured arrays"
              + " are not read");
    }
  }

  private DataFormatException refused(String global) {
    String shown = global.length() <= 80 ? global : global.substring(0, 80) + "...";
    return in.wrong(
        "asks for '"
            + shown.replaceAll("\\p{Cntrl}", "?")
            + "', which is no data; refused, and nothing was executed. Save plain lists, dicts,"
            + " numbers, texts and NumPy arrays");
  }

  private DataFormatException unknown(int opcode) {
    String what =
        switch (opcode) {
          case 0x81, 0x92, 'o' -> "makes an object of a class";
          case 0x82, 0x83, 0x84 -> "asks for a registered extension";
          case 'P', 'Q' -> "refers to an object outside the file";
          case 0x8f, 0x90, 0x91 -> "holds a set";
          case 0x97, 0x98 -> "refers to a buffer outside the file";
          default -> "is no pickle here";
        };
    return in.wrong(
        String.format(
            Locale.ROOT,
            "%s (opcode 0x%02x); refused, and nothing was executed. Save plain lists, dicts,"
                + " numbers, texts and NumPy arrays with pickle.dump",
            what,
            opcode));
  }
}
