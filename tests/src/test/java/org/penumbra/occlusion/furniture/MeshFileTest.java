package org.penumbra.occlusion.furniture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.PenumbraException;

class MeshFileTest {
  private static final String CUBE_OBJ =
      """
      # a box of 1 x 2 x 3
      mtllib none.mtl
      o box
      v 0 0 0
      v 1 0 0
      v 1 2 0
      v 0 2 0
      v 0 0 3
      v 1 0 3
      v 1 2 3
      v 0 2 3
      vn 0 0 1
      vt 0 0
      f 4 3 2 1
      f 5/1 6/1 7/1 8/1
      f 1//1 2//1 6//1 5//1
      f 2/1/1 3/1/1 7/1/1 6/1/1
      f -6 -5 -1 -2
      f 4 1 5 \\
        8
      """;

  @TempDir Path folder;

  @Test
  void readsEveryFormOfFaceInObj() throws IOException {
    TriangleMesh mesh = MeshFile.of(file("box.obj", CUBE_OBJ)).read();
    assertThat(mesh.name()).isEqualTo("box");
    assertThat(mesh.triangleCount()).isEqualTo(12);
    assertThat(mesh.vertexCount()).isEqualTo(8);
    assertThat(mesh.volume()).isCloseTo(6, within(1e-12));
    assertThat(mesh.isSolid()).isTrue();
    assertThat(mesh.bounds())
        .isEqualTo(new Bounds(new Vector(-0.5, 0, -1.5), new Vector(0.5, 2, 1.5)));
  }

  @Test
  void unitsAndUpAxisTurnItUpright() throws IOException {
    MeshFile file = MeshFile.of(file("box.obj", CUBE_OBJ));
    Bounds turned = file.withUp(UpAxis.Z).read().bounds();
    assertThat(turned.height()).isEqualTo(3);
    assertThat(turned.depth()).isEqualTo(2);
    assertThat(file.withUp(UpAxis.Z).read().volume()).as("not mirrored").isCloseTo(6, within(1e-9));
    assertThat(file.withUnit(LengthUnit.CENTIMETRE).read().bounds().height())
        .isCloseTo(0.02, within(1e-12));
    assertThatThrownBy(() -> file.withUnit(LengthUnit.MILLIMETRE).read())
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("found 0.003000 m in unit MILLIMETRE; set another with withUnit");
    Path large = file("large.obj", "v 0 0 0\nv 700 0 0\nv 0 700 0\nf 1 2 3\n");
    assertThatThrownBy(() -> MeshFile.of(large).read())
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("large.obj")
        .hasMessageContaining("found 700.0 m in unit METRE");
  }

  @Test
  void readsOffWithPolygonsColoursAndCountsOnTheFirstLine() throws IOException {
    String points = "0 0 0\n1 0 0\n1 0 1\n0 0 1\n.5 1 .5\n";
    String faces = "4 0 1 2 3\n3 1 0 4 255 0 0\n3 2 1 4\n3 3 2 4\n3 0 3 4\n";
    TriangleMesh mesh =
        MeshFile.of(file("pyramid.off", "OFF\n# a pyramid\n5 5 0\n" + points + faces)).read();
    assertThat(mesh.triangleCount()).isEqualTo(6);
    assertThat(mesh.volume()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(mesh.isSolid()).isTrue();
    assertThat(MeshFile.of(file("one.OFF", "OFF 5 5 0\n" + points + faces)).read().volume())
        .isEqualTo(mesh.volume());
  }

  @Test
  void bothFormsOfStlGiveTheSameMesh() throws IOException {
    TriangleMesh ball = Scenes.ball(0, 0.5, 0, 0.5, 40);
    Path binary = folder.resolve("ball.stl");
    Files.write(binary, binaryStl(ball, "solid but binary"));
    TriangleMesh fromBinary = MeshFile.of(binary).read();
    TriangleMesh fromText = MeshFile.of(file("text.stl", textStl(ball))).read();
    assertThat(fromBinary.triangleCount()).isEqualTo(ball.triangleCount()).isGreaterThan(6000);
    assertThat(fromBinary.volume()).isCloseTo(ball.volume(), within(1e-6));
    assertThat(fromText.vertices()).isEqualTo(fromBinary.vertices());
    assertThat(fromBinary.isSolid()).as("though each triangle has its own vertices").isTrue();
  }

  @Test
  void aStrayPointIsNoFurniture() throws IOException {
    Path file = file("stray.obj", "v 100 100 100\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 2 3 4\n");
    assertThat(MeshFile.of(file).read().bounds().height()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "obj | v 0 0 0                        | m.obj: expected at least one face",
        "obj | ``                             | m.obj: expected at least one face",
        "obj | v 0 0 0;v 1 0 0;f 1 2 3        | m.obj, line 3: expected a vertex from 1 to 2, found 3",
        "obj | v 0 0 0;f 1 1 0                | m.obj, line 2: expected a vertex from 1",
        "obj | v 0 0 0;f 1 1 -2               | m.obj, line 2: expected a vertex from 1, or from -1 to -1, found '-2'",
        "obj | v 0 0 0;f 1 1                  | m.obj, line 2: expected a face of at least 3 corners, found 2",
        "obj | v 0 nan 0                      | m.obj, line 1: expected a number, found 'nan'",
        "obj | v 0 NaN 0                      | m.obj, line 1: expected finite coordinates",
        "obj | v 0 1e999 0                    | m.obj, line 1: expected finite coordinates",
        "obj | v 0 0                          | m.obj, line 1: expected three coordinates",
        "obj | v 0 0 0;f 1 1 x/2              | m.obj, line 2: expected a whole number, found 'x'",
        "obj | v 0 0 0;f 1 1 99999999999      | m.obj, line 2: expected a whole number",
        "off | ply                            | m.off, line 1: expected the word OFF, found 'ply'",
        "off | OFF                            | m.off, line 1: expected numbers of vertices and faces, found the end",
        "off | OFF;2000000000 1 0             | m.off, line 2: expected a number that fits a file of",
        "off | OFF;-1 1 0                     | m.off, line 2: expected a number that fits a file of",
        "off | OFF;3 0 0;0 0 0;1 0 0;0 1 0    | m.off: expected at least one face",
        "off | OFF;3 1 0;0 0 0;1 0 0          | m.off, line 4: expected vertex 2 of 3, found the end",
        "off | OFF;3 1 0;0 0 0;1 0 0;0 1 0;3 0 1 3 | m.off, line 6: expected a vertex from 0 to 2, found '3'",
        "off | OFF;3 1 0;0 0 0;1 0 0;0 1 0;4 0 1 2 | m.off, line 6: expected a face as a number",
        "stl | solid;facet;vertex 0 0 0;vertex 1 0 0;endfacet;endsolid | m.stl, line 5: expected a facet of 3 vertices",
        "stl | solid;facet;vertex 0 0 0       | m.stl, line 3: expected 'endsolid'",
        "stl | solid;endsolid                 | m.stl: expected at least one face",
        "stl | hello                          | m.stl, byte 6: expected a binary STL",
      })
  void damageIsNamedWithFileAndLine(String ending, String text, String message) throws IOException {
    Path file = file("m." + ending, text.replace(';', '\n') + "\n");
    assertThatThrownBy(() -> MeshFile.of(file).read())
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aTruncatedBinaryStlIsNamedWithBothSizes() throws IOException {
    byte[] whole = binaryStl(Scenes.ball(0, 0.5, 0, 0.5, 4), "made by hand");
    Path file = folder.resolve("cut.stl");
    Files.write(file, Arrays.copyOf(whole, whole.length - 7));
    assertThatThrownBy(() -> MeshFile.of(file).read())
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("expected " + whole.length + " bytes")
        .hasMessageContaining("found " + (whole.length - 7));
    ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putFloat(84 + 50 + 12, Float.NaN);
    Files.write(file, whole);
    assertThatThrownBy(() -> MeshFile.of(file).read())
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("cut.stl, byte 146: expected finite coordinates");
    ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(80, -1); // 4 billion triangles
    Files.write(file, whole);
    assertThatThrownBy(() -> MeshFile.of(file).read())
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("4294967295 triangles");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noDamageMakesAnyOtherFailure(long seed) throws IOException {
    Random random = new Random(seed);
    byte[][] files = {
      CUBE_OBJ.getBytes(StandardCharsets.US_ASCII),
      textStl(Scenes.ball(0, 0.5, 0, 0.5, 3)).getBytes(StandardCharsets.US_ASCII),
      binaryStl(Scenes.ball(0, 0.5, 0, 0.5, 3), "x")
    };
    String[] names = {"d.obj", "d.stl", "d.stl"};
    for (int i = 0; i < 300; i++) {
      int which = random.nextInt(3);
      byte[] damaged = Arrays.copyOf(files[which], 1 + random.nextInt(files[which].length));
      for (int k = random.nextInt(6); k >= 0; k--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Path file = folder.resolve(names[which]);
      Files.write(file, damaged);
      try {
        assertThat(MeshFile.of(file).read().triangleCount()).isPositive();
      } catch (PenumbraException said) {
        assertThat(said).as("seed %d, file %d", seed, i).hasMessageContaining(names[which]);
      }
    }
  }

  @Test
  void missingFilesAndOtherEndingsAreNamed() throws IOException {
    assertThatThrownBy(() -> MeshFile.of(folder.resolve("none.obj")).read())
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("none.obj");
    Path file = file("chair.fbx", "x");
    assertThatThrownBy(() -> MeshFile.of(file).read())
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("ending of a mesh file must be .obj, .off or .stl, found 'chair.fbx'.");
  }

  @Test
  void meshesFromArraysAreChecked() {
    double[] three = {0, 0, 0, 1, 0, 0, 0, 1, 0};
    assertThatThrownBy(() -> TriangleMesh.of("mine", three, new int[] {}))
        .hasMessage("mine: expected at least one face, found none.");
    assertThatThrownBy(() -> TriangleMesh.of("mine", three, new int[] {0, 1, 3}))
        .hasMessage("mine, triangle 0: expected a vertex index below 3, found 3.");
    double[] broken = three.clone();
    broken[4] = Double.POSITIVE_INFINITY;
    assertThatThrownBy(() -> TriangleMesh.of("mine", broken, new int[] {0, 1, 2}))
        .hasMessage("mine, vertex 1: expected a finite coordinate, found Infinity.");
    assertThatThrownBy(() -> TriangleMesh.of("mine", new double[4], new int[] {0, 1, 2}))
        .hasMessageContaining("three values for each vertex");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static byte[] binaryStl(TriangleMesh mesh, String header) {
    int n = mesh.triangleCount();
    ByteBuffer data = ByteBuffer.allocate(84 + 50 * n).order(ByteOrder.LITTLE_ENDIAN);
    data.put(header.getBytes(StandardCharsets.US_ASCII)).position(80).putInt(n);
    double[] v = mesh.vertices();
    int[] t = mesh.triangles();
    for (int i = 0; i < n; i++) {
      data.position(84 + 50 * i + 12);
      for (int k = 0; k < 9; k++) {
        data.putFloat((float) v[3 * t[3 * i + k / 3] + k % 3]);
      }
    }
    return data.array();
  }

  private static String textStl(TriangleMesh mesh) {
    StringBuilder text = new StringBuilder("solid ball\n");
    double[] v = mesh.vertices();
    int[] t = mesh.triangles();
    for (int i = 0; i < t.length; i++) {
      text.append(i % 3 == 0 ? "facet normal 0 0 0\nouter loop\n" : "").append("vertex");
      for (int k = 0; k < 3; k++) {
        text.append(' ').append((double) (float) v[3 * t[i] + k]);
      }
      text.append(i % 3 == 2 ? "\nendloop\nendfacet\n" : "\n");
    }
    return text.append("endsolid ball\n").toString();
  }
}
