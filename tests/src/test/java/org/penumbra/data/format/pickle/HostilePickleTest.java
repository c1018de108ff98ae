package org.penumbra.data.format.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.format.PythonNumpy;
import org.penumbra.data.format.numpy.MappedBytes;

/** Pickles that want to run something, or to fill the memory. */
class HostilePickleTest {
  @TempDir Path folder;

  private static PickleValue read(String bytes) {
    return Pickle.read(
        MappedBytes.of("a.pkl", bytes.getBytes(StandardCharsets.ISO_8859_1)), 1 << 20);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          cposix\\nsystem\\n(S'touch x'\\ntR., posix.system, byte 0
          cos\\nsystem\\n(S'touch x'\\ntR., os.system, byte 0
          cbuiltins\\neval\\n(V1\\ntR., builtins.eval, byte 0
          c__builtin__\\nexec\\n(V1\\ntR., __builtin__.exec, byte 0
          (S'touch x'\\nios\\nsystem\\n., os.system, byte 12
          \\200\\004\\214\\005posix\\214\\006system\\223., posix.system, byte 17
          cnumpy\\nload\\n., numpy.load, byte 0
          cnumpy.core\\nmultiarray\\n., numpy.core.multiarray, byte 0
          ccollections\\ndefaultdict\\n., collections.defaultdict, byte 0
          cnumpy\\ndtype\\n)\\201., makes an object of a class, byte 14
          (cnumpy\\ndtype\\no., makes an object of a class, byte 14
          \\202\\001., registered extension, byte 0
          Pother\\n., outside the file, byte 0
          NQ., outside the file, byte 1
          \\200\\005\\227., buffer outside the file, byte 2
          \\217., holds a set, byte 0
          """)
  void whatIsNoDataIsRefusedByNameAndByte(String pickle, String name, String place) {
    assertThatThrownBy(() -> read(unescape(pickle)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("a.pkl, " + place)
        .hasMessageContaining(name)
        .hasMessageContaining("refused, and nothing was executed");
  }

  private static String unescape(String text) {
    return text.translateEscapes();
  }

  @Test
  void pythonsOwnExploitIsRefusedAndDoesNothing() throws IOException {
    Path file = folder.resolve("exploit.pkl");
    Path touched = folder.resolve("touched");
    PythonNumpy.run(
        """
        import os
        class Exploit:
            def __reduce__(self):
                return os.system, ('touch ' + sys.argv[2],)
        for p in range(6):
            pickle.dump([1, {'a': Exploit()}], open(sys.argv[1] + str(p), 'wb'), p)
        """,
        file,
        touched);
    for (int p = 0; p < 6; p++) {
      Path one = folder.resolve("exploit.pkl" + p);
      assertThatThrownBy(() -> Pickle.read(one))
          .isInstanceOf(DataFormatException.class)
          .hasMessageContaining("posix.system");
    }
    assertThat(touched).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          .;expected 1 objects before this
          0.;expected 1 objects before this
          t.;expected a mark
          (.;expected 1 objects before this
          NN.;expected one object
          N.N;expected one object and the file's end
          Na.;fewer
          NNa.;expected a list to append to
          }Ns.;fewer
          }NNs.;text or a number as a dict's key
          }(Nu.;expected a value for each key
          h\\5.;unknown number 5
          g-1\\n.;unknown number -1
          gx\\n.;expected a number
          NR.;fewer
          N)R.;expected a call of a known global
          cnumpy\\ndtype\\nNR.;expected a call of a known global
          cnumpy\\ndtype\\n)R.;arguments that Python's own pickles give to dtype
          cnumpy\\nndarray\\n)R.;expected no call of ndarray
          c_codecs\\nencode\\n(Vx\\nVutf-8\\ntR.;arguments that Python's own pickles give to encode
          ]Nb.;expected the state of a NumPy array or a plain dtype
          I1e5\\n.;expected a number below 2^63
          I99999999999999999999\\n.;expected a number below 2^63
          F0x1p3\\n.;expected a number
          Sx\\n.;text in quotes
          V\\\\u00g0\\n.;hexadecimal
          \\212\\12aaaaaaaaaa.;at most 8 bytes
          \\200\\6N.;protocol 0 to 5, found 6
          \\377.;opcode 0xff
          <html>;opcode 0x3c
          X\\377\\377\\377\\377a.;expected 4294967295 more bytes
          \\215\\377\\377\\377\\377\\377\\377\\377\\377a.;length below 2^63
          \\225\\377\\377\\377\\377\\377\\377\\377\\177N.;expected a frame of
          """)
  void nonsenseIsRefused(String pickle, String problem) {
    assertThatThrownBy(() -> read(unescape(pickle)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("a.pkl, byte")
        .hasMessageContaining(problem);
  }

  @Test
  void bombsEndAtTheBudgetOrTheDepth() throws IOException {
    bomb("]", "refused to protect the machine"); // a list per byte
    bomb("}", "refused to protect the machine");
    bomb("N", "refused to protect the machine");
    bomb("(", "at most 1000 levels");
    bomb("N2", "refused to protect the machine");
    bomb("Nr\377\0\0\1", "refused to protect the machine");
    bomb("(", "at most 1000 levels");
    bomb("(Vabc\nVabc\nd", "refused to protect the machine");
    ByteArrayOutputStream laughs = new ByteArrayOutputStream();
    laughs.write("]q\0".getBytes(StandardCharsets.ISO_8859_1));
    for (int i = 1; i < 100; i++) { // each list holds the one before twice: 2^99 leaves, 100 lists
      laughs.write(
          ("](h" + (char) (i - 1) + "h" + (char) (i - 1) + "eq" + (char) i)
              .getBytes(StandardCharsets.ISO_8859_1));
    }
    for (int i = 1; i < 100; i++) {
      laughs.write("a".getBytes(StandardCharsets.ISO_8859_1));
    }
    laughs.write('.');
    PickleValue value = read(laughs.toString(StandardCharsets.ISO_8859_1));
    assertThat(value.size()).isEqualTo(1);
    assertThat(read("]q\0h\0a.").at(0).at(0).at(0).size()).as("a list in itself").isEqualTo(1);
  }

  private static void bomb(String part, String problem) {
    String bytes = part.repeat(200_000) + ".";
    assertThatThrownBy(() -> read(bytes))
        .as(part)
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void arraysThatLieAreRefused() throws IOException {
    Path file = folder.resolve("a.pkl");
    String program =
        """
        b = pickle.dumps(np.arange(200, 203, dtype='<f4'), 3)
        open(sys.argv[1], 'wb').write(b.replace(OLD, NEW))
        """;
    lie(file, program, "b'K\\x03\\x85'", "b'K\\x04\\x85'", "expected 16 bytes");
    lie(file, program, "b'\\x89C'", "b'\\x88C'", null); // one axis has no order
    lie(file, program, "b'f4'", "b'f8'", "expected 24 bytes");
    lie(file, program, "b'f4'", "b'O8'", "Python objects");
    lie(file, program, "b'<'", "b'>'", "big-endian");
    lie(file, program, "b'<'", "b'#'", "structured arrays");
    lie(file, program, "b'K\\x03\\x85'", "b'J\\xff\\xff\\xff\\xff\\x85'", "lengths of axes");
    PythonNumpy.run(
        "pickle.dump(np.asfortranarray(np.ones((2, 3))), open(sys.argv[1], 'wb'), 2)", file);
    assertThatThrownBy(() -> Pickle.read(file)).hasMessageContaining("Fortran order");
    PythonNumpy.run(
        "pickle.dump(np.asfortranarray(np.ones((2, 3))), open(sys.argv[1], 'wb'), 5)", file);
    assertThatThrownBy(() -> Pickle.read(file)).hasMessageContaining("np.ascontiguousarray");
    PythonNumpy.run("pickle.dump(np.array([{}, 'x']), open(sys.argv[1], 'wb'), 2)", file);
    assertThatThrownBy(() -> Pickle.read(file)).hasMessageContaining("Python objects");
  }

  private static void lie(Path file, String program, String old, String other, String problem)
      throws IOException {
    PythonNumpy.run(program.replace("OLD", old).replace("NEW", other), file);
    if (problem == null) {
      assertThat(Pickle.read(file).array().open("a").items()).isEqualTo(3);
    } else {
      assertThat(Files.size(file)).isPositive();
      assertThatThrownBy(() -> Pickle.read(file))
          .as(other)
          .isInstanceOf(DataFormatException.class)
          .hasMessageContaining(problem);
    }
  }

  @Test
  void latinTextThatIsNoBytesIsRefusedWhenTheArrayIsOpened() throws IOException {
    Path file = folder.resolve("a.pkl");
    PythonNumpy.run(
        """
        b = pickle.dumps(np.full(3, 200, dtype='u1'), 2)
        old = '\\xc8\\xc8\\xc8'.encode()
        assert old in b
        open(sys.argv[1], 'wb').write(b.replace(old, '\\xc8\\xc8\\u0100'.encode()))
        open(sys.argv[2], 'wb').write(b.replace(old, b'abcdef'))
        """,
        file,
        folder.resolve("b.pkl"));
    assertThatThrownBy(() -> Pickle.read(file).array().open("a"))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("latin-1");
    assertThatThrownBy(() -> Pickle.read(folder.resolve("b.pkl")).array().open("a"))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("expected 3 bytes, found more");
  }
}
