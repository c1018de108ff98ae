package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.DataFormatException;

/** Headers that lie: each is refused before anything is allocated. */
class HostileSafetensorsTest {
  @TempDir private Path folder;

  private Path file(long length, String header, int data) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + data).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(length).put(text);
    return Files.write(folder.resolve("w.safetensors"), bytes.array());
  }

  private Path file(String header, int data) throws IOException {
    return file(header.getBytes(StandardCharsets.UTF_8).length, header, data);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 25})
  void impossibleLengthsOfTheHeader(long length) throws IOException {
    Path file = file(length, "{}", 0);
    assertThatThrownBy(() -> WeightFile.open(file))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("expected a safetensors file")
        .hasMessageContaining(String.valueOf(length));
  }

  @Test
  void aHeaderLongerThanTheFile() throws IOException {
    Path file = file(1000, "{}", 0);
    assertThatThrownBy(() -> WeightFile.open(file)).hasMessageContaining("cut off");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1]                                                               | no header",
        "{'a':1}                                                           | no header",
        "{'a':{'dtype':'F32','shape':[2]}}                                 | data_offsets",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0]}}              | data_offsets",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,1e99]}}         | no header",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,16]}}           | tensor a",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[4,12]}}           | tensor a",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}}            | tensor a",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}            | expected",
        "{'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,-8]}}          | impossible shape",
        "{'a':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,0]}} | impossible",
        "{'a':{'dtype':'C64','shape':[1],'data_offsets':[0,8]}}            | unknown type 'C64'",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'a':{'dtype':'F32','shape':[0],"
            + "'data_offsets':[8,8]}} | there twice",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'F32','shape':[2],"
            + "'data_offsets':[0,8]}} | tensor",
        "{'__metadata__':{'k':[]},'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | no header",
        "{'__metadata__':{'penumbra_sha256':'12'},'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}"
            + " | found it elsewhere",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'__metadata__':{"
            + "'penumbra_sha256_rule':'x'}} | found none",
        "{'__metadata__':{'k':'1','k':'2'},'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}"
            + " | there twice",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} {}          | no header",
      },
      quoteCharacter = '"')
  void headersThatLie(String header, String message) throws IOException {
    Path file = file(header.replace('\'', '"'), 8);
    assertThatThrownBy(() -> WeightFile.open(file))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("w.safetensors")
        .hasMessageContaining(message);
  }

  @Test
  void manyBracketsDoNotOverflowTheStack() throws IOException {
    Path file = file("{\"a\":{\"x\":" + "[".repeat(100_000), 0);
    assertThatThrownBy(() -> WeightFile.open(file)).isInstanceOf(DataFormatException.class);
  }

  @Test
  void othersTypesAreOnlyRefusedWhereTheyAreWanted() throws IOException {
    Path file =
        file(
            "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                + "\"n\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[4,8]}}",
            8);
    try (Parameters parameters = Parameters.create()) {
      parameters.add("w", parameters.manager().create(new float[] {3}));
      WeightFile.open(file).copyTo(parameters, new WeightNames("", List.of("n")));
      assertThat(parameters.get("w").toFloatArray()).containsExactly(0);
      parameters.add("n", parameters.manager().create(new float[] {3, 3}));
      assertThatThrownBy(() -> WeightFile.open(file).copyTo(parameters, WeightNames.exact()))
          .isInstanceOf(DataFormatException.class)
          .hasMessageContaining("expected float32 or float64, found BF16");
    }
  }
}
