package org.penumbra.data.format.csv;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.penumbra.data.DamagedFiles;
import org.penumbra.data.fuzz.FuzzTarget;
import org.penumbra.data.fuzz.ReaderFuzz;
import org.penumbra.skeleton.LayoutFile;

/** Damaged tables of clips. */
class CsvFuzzTest extends ReaderFuzz {
  private static final LayoutFile FIVE = LayoutFile.of(OwnLayouts.five());
  private static final List<byte[]> FILES =
      Stream.of(
              """
              label,z,y,x,joint,body,frame,clip,state,subject,camera,setup,repetition,confidence
              wave,3,2.5,-1e-1,hip,0,0,a,observed,7,2,11,4,0.9
              wave,6,5,4,"right ""hand""\",0,0,a,inferred,7,2,11,4,0.1
              wave,9,8,7,3,0,0,a,occluded,7,2,11,4,0
              wave,,,,4,0,0,a,absent,7,2,11,4,
              wave,3,2,1,0,1,2,a,tracked,,,,,
              """,
              "clip;frame;joint;x;y;z\r\na;0;0;1;2;3\r\na;0;1;;;\r\nb;4;2;0.5;-7;1e1\r\n",
              "clip\tframe\tbody\tjoint\tx\ty\tz\na\t0\t0\t0\t1\t2\t3\n")
          .map(text -> text.getBytes(StandardCharsets.UTF_8))
          .toList();

  @Override
  protected Stream<FuzzTarget> readers() {
    return Stream.of(
        new FuzzTarget("CSV", 15_000, FILES, file -> read(file, DamagedFiles.REFUSE)),
        new FuzzTarget("CSV, leaving out", 5_000, FILES, file -> read(file, DamagedFiles.SKIP)));
  }

  private static void read(byte[] file, DamagedFiles damaged) throws Exception {
    CsvReader.read("own", "own.csv", new ByteArrayInputStream(file), FIVE, damaged);
  }
}
