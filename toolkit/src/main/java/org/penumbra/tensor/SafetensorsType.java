package org.penumbra.tensor;

import ai.djl.ndarray.types.DataType;
import java.util.Locale;
import java.util.Optional;

/** Number types of safetensors files; the engine takes those that have a type of its own. */
enum SafetensorsType {
  F32(Float.BYTES, DataType.FLOAT32),
  F64(Double.BYTES, DataType.FLOAT64),
  I32(Integer.BYTES, DataType.INT32),
  I64(Long.BYTES, DataType.INT64),
  U8(1, DataType.UINT8),
  BOOL(1, DataType.BOOLEAN),
  /** Read as float32, never written. */
  F16(Short.BYTES, null),
  BF16(Short.BYTES, null),
  I8(1, null),
  I16(Short.BYTES, null),
  U16(Short.BYTES, null),
  U32(Integer.BYTES, null),
  U64(Long.BYTES, null);

  private final int itemBytes;
  private final DataType engine; // null if the engine has none

  SafetensorsType(int itemBytes, DataType engine) {
    this.itemBytes = itemBytes;
    this.engine = engine;
  }

  int itemBytes() {
    return itemBytes;
  }

  /** The engine's type of the same bits. */
  Optional<DataType> engine() {
    return Optional.ofNullable(engine);
  }

  /** As the engine calls it, for instance {@code float32}; the file's name where it has none. */
  String text() {
    return engine == null ? name() : engine.toString().toLowerCase(Locale.ROOT);
  }

  /** By the name in a file; empty if there is no such type. */
  static Optional<SafetensorsType> of(String name) {
    for (SafetensorsType type : values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The one that holds an engine's type bit by bit; empty if files do not hold it. */
  static Optional<SafetensorsType> of(DataType engine) {
    for (SafetensorsType type : values()) {
      if (type.engine == engine) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
