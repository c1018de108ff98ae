package org.penumbra.data.format.pickle;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import org.penumbra.data.format.numpy.MappedBytes;
import org.penumbra.data.format.numpy.NpyType;
import org.penumbra.data.format.numpy.NumpyArray;

/** The globals that are known, none of which does anything but make data. */
enum PickleGlobal {
  RECONSTRUCT {
    @Override
    Object call(PickleInput in, Object... arguments) {
      check(in, arguments.length == 3 && arguments[0] == NDARRAY);
      return new PickleArray();
    }
  },
  FROM_BUFFER {
    @Override
    Object call(PickleInput in, Object... arguments) {
      check(
          in,
          arguments.length == 4
              && arguments[1] instanceof PickleType
              && arguments[3] instanceof PickleText);
      PickleArray array = new PickleArray();
      boolean fortran = !((PickleText) arguments[3]).decode().equals("C");
      array.fill(in.place(), (PickleType) arguments[1], arguments[2], fortran, arguments[0]);
      return array;
    }
  },
  SCALAR {
    @Override
    Object call(PickleInput in, Object... arguments) {
      check(in, arguments.length == 2 && arguments[0] instanceof PickleType);
      PickleArray item = new PickleArray();
      item.fill(in.place(), (PickleType) arguments[0], new Object[0], false, arguments[1]);
      NumpyArray open = item.open(in.place());
      if (open.type().isFloat()) {
        return open.doubleAt(0);
      }
      if (open.type().isText()) {
        byte[] text = open.textAt(0).getBytes(StandardCharsets.UTF_8);
        in.spent(text.length);
        return new PickleText(MappedBytes.of(in.place(), text), 0, text.length, false);
      }
      if (open.type().equals(NpyType.BOOL)) {
        return open.longAt(0) != 0;
      }
      return open.longAt(0);
    }
  },
  DTYPE {
    @Override
    Object call(PickleInput in, Object... arguments) {
      check(in, arguments.length >= 1 && arguments[0] instanceof PickleText);
      return new PickleType(((PickleText) arguments[0]).decode());
    }
  },
  NDARRAY,
  ENCODE {
    @Override
    Object call(PickleInput in, Object... arguments) {
      check(in, arguments.length == 2 && isLatin(arguments[1]));
      return latin(in, arguments[0]);
    }
  },
  BYTES {
    @Override
    Object call(PickleInput in, Object... arguments) {
      check(in, arguments.length == 0);
      return new PickleBytes(MappedBytes.of(in.bytes().place(), new byte[0]), 0, 0, false);
    }
  },
  BYTE_ARRAY {
    @Override
    Object call(PickleInput in, Object... arguments) {
      if (arguments.length == 2 && isLatin(arguments[1])) {
        return latin(in, arguments[0]);
      }
      check(in, arguments.length == 1 && arguments[0] instanceof PickleBytes);
      return arguments[0];
    }
  },
  ORDERED_DICT {
    @Override
    Object call(PickleInput in, Object... arguments) {
      check(in, arguments.length == 0);
      in.spent(Budget.DICT);
      return new LinkedHashMap<Object, Object>();
    }
  };

  /** The one of this name; empty if it is not known. */
  static Optional<PickleGlobal> of(String module, String name) {
    PickleGlobal found =
        switch (module + " " + name) {
          case "numpy.core.multiarray _reconstruct", "numpy._core.multiarray _reconstruct" ->
              RECONSTRUCT;
          case "numpy.core.numeric _frombuffer", "numpy._core.numeric _frombuffer" -> FROM_BUFFER;
          case "numpy.core.multiarray scalar", "numpy._core.multiarray scalar" -> SCALAR;
          case "numpy dtype" -> DTYPE;
          case "numpy ndarray" -> NDARRAY;
          case "_codecs encode" -> ENCODE;
          case "builtins bytes", "__builtin__ bytes" -> BYTES;
          case "builtins bytearray", "__builtin__ bytearray" -> BYTE_ARRAY;
          case "collections OrderedDict" -> ORDERED_DICT;
          default -> null;
        };
    return Optional.ofNullable(found);
  }

  /** What it makes of these arguments. */
  Object call(PickleInput in, Object... arguments) {
    throw in.wrong("expected no call of " + label() + ", found one");
  }

  private String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  void check(PickleInput in, boolean right) {
    if (!right) {
      throw in.wrong(
          "expected the arguments that Python's own pickles give to " + label() + ", found others");
    }
  }

  private static boolean isLatin(Object codec) {
    return codec instanceof PickleText text
        && (text.decode().equals("latin1") || text.decode().equals("latin-1"));
  }

  private static Object latin(PickleInput in, Object text) {
    if (text instanceof PickleText some) {
      return some.latin();
    }
    throw in.wrong("expected text that stands for bytes, found another object");
  }
}
