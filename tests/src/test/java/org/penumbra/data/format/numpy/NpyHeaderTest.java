package org.penumbra.data.format.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.DataFormatException;

class NpyHeaderTest {
  private static final String GOOD = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }";

  /** A file of this version and header text, followed by so many bytes. */
  static byte[] file(int version, String text, int items) {
    byte[] dict = text.getBytes(StandardCharsets.ISO_8859_1);
    int width = version == 1 ? 2 : 4;
    byte[] file = new byte[8 + width + dict.length + items];
    byte[] magic = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0};
    System.arraycopy(magic, 0, file, 0, magic.length);
    for (int i = 0; i < width; i++) {
      file[8 + i] = (byte) (dict.length >> (8 * i));
    }
    System.arraycopy(dict, 0, file, 8 + width, dict.length);
    return file;
  }

  private static NpyHeader read(byte... file) {
    return NpyHeader.read(MappedBytes.of("a.npy", file));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyVersionIsRead(int version) {
    NpyHeader header = read(file(version, GOOD + "   \n", 24));
    assertThat(header.type()).isEqualTo(NpyType.FLOAT32);
    assertThat(header.shape()).containsExactly(2L, 3L);
    assertThat(header.dataOffset()).isEqualTo((version == 1 ? 10 : 12) + GOOD.length() + 4);
  }

  @Test
  void whatIsWrittenIsReadAndStartsAtAMultipleOf64() {
    for (long[] shape : new long[][] {{}, {7}, {2, 3}, {40_091, 3, 50, 25, 2}, {0, 5}}) {
      NpyHeader header = NpyHeader.of(NpyType.UINT8, shape);
      byte[] text = header.toBytes();
      assertThat(text.length % 64).isZero();
      assertThat(text[text.length - 1]).isEqualTo((byte) '\n');
      assertThat(header.dataOffset()).isEqualTo(text.length);
      if (header.items() < 1000) {
        assertThat(read(Arrays.copyOf(text, (int) header.fileBytes()))).isEqualTo(header);
      }
    }
  }

  @Test
  void orderOfFieldsQuotesAndPython2NumbersDoNotMatter() {
    String text = "{\"shape\": (5L,),'fortran_order':False , \"descr\":\"|u1\"}";
    assertThat(read(file(1, text, 5)).shape()).isEqualTo(List.of(5L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          <f4;>f4;byte 20;'>f4' (big-endian);astype('<f4')
          <f4;>U5;byte 20;'>U5' (big-endian);astype('<U5')
          <f4;|O;byte 20;Python objects;np.ascontiguousarray
          <f4;<c8;byte 20;complex;astype('<f4')
          <f4;<i2;byte 20;'<i2';astype('<i8')
          <f4;|S9;byte 20;byte strings;astype('<U64')
          <f4;|V8;byte 20;structured;save again
          <f4;<U0;byte 20;'<U0';save again
          <f4;x;byte 20;'x';save again
          '''<f4''';[('x', '<f4')];byte 20;structured;save again
          False;True;byte 44;Fortran order;np.ascontiguousarray(a)
          False;Maybe;byte 44;expected True or False;found 'M'
          (2, 3);(3, 3);byte 93;expected 105 bytes for <f4 of shape (3, 3), found 93;cut off
          (2, 3);(2, 2);byte 85;expected 85 bytes for <f4 of shape (2, 2), found 93;more than one
          (2, 3);(2, -3);byte 64;the length of an axis;''
          (2, 3);(2, 3.0);byte 65;expected ',';found '.0
          (2, 3);2;byte 60;expected '(';found '2
          (2, 3);(99999999999999999999,);byte 61;length of an axis;10^18
          (2, 3);(999999999999, 999999999999);header;below 2^63;999999999999
          (2, 3);(2305843009213693952,);byte 61;length of an axis;2305843
          'shape';'shop';byte 51;descr, fortran_order or shape;'shop'
          'shape';'descr';byte 51;each field once;twice
          , 'shape': (2, 3), };};byte 50;a header with 'shape';none
          (2, 3), };(2, 3), } x;byte 70;nothing after;'x'
          {'descr';'descr';byte 10;expected '{';found 'descr
          """)
  void aWrongHeaderIsRefusedWithByteExpectedAndFound(
      String right, String wrong, String place, String expected, String found) {
    assertThat(GOOD).contains(right);
    byte[] file = file(1, GOOD.replace(right, wrong), 24);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("a.npy")
        .hasMessageContaining(place)
        .hasMessageContaining(expected)
        .hasMessageContaining(found);
  }

  @Test
  void aFileCutOffAnywhereOrTooLongIsRefused() {
    byte[] whole = file(2, GOOD + "\n", 24);
    read(whole);
    for (int length = 0; length <= whole.length + 3; length++) {
      if (length != whole.length) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThatThrownBy(() -> read(cut))
            .as("%d of %d bytes", length, whole.length)
            .isInstanceOf(DataFormatException.class)
            .hasMessageContaining("a.npy")
            .hasMessageContaining("expected");
      }
    }
  }

  @Test
  void anotherFileAnotherVersionAndAHugeHeaderAreRefused() {
    assertThatThrownBy(() -> read("PK\3\4".getBytes(StandardCharsets.ISO_8859_1)))
        .hasMessageContaining("byte 0")
        .hasMessageContaining("np.save");
    assertThatThrownBy(() -> read(file(4, GOOD, 24))).hasMessageContaining("found 4");
    byte[] huge = file(2, GOOD, 24);
    huge[11] = 0x7f;
    assertThatThrownBy(() -> read(huge)).hasMessageContaining("header of at most 65536 bytes");
  }
}
