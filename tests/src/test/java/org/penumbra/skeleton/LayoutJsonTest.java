package org.penumbra.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.PenumbraException;

class LayoutJsonTest {
  private static final String STICK =
      """
      {"name": "stick-3", "joints": ["hip", "left hand", "right hand"],
       "bones": [["left hand", "hip"], ["right hand", "hip"]],
       "centre": "hip", "shoulders": ["left hand", "right hand"],
       "mirror": [["left hand", "right hand"]],
       "parts": {"arms": ["right hand", "left hand"], "trunk": ["hip"]}}
      """;

  @Test
  void readsALayoutOfOnesOwn() {
    SkeletonLayout layout = read(STICK);
    assertThat(layout.size()).isEqualTo(3);
    assertThat(layout.degrees()).containsExactly(2, 1, 1);
    assertThat(layout.parents()).containsExactly(0, 0, 0);
    assertThat(layout.mirror()).containsExactly(0, 2, 1);
    assertThat(layout.part("arms").joints()).containsExactly(1, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "centre": "hip",|"centre": "tail",|tail
          "centre": "hip",||centre
          [["left hand", "hip"], |[|bones
          ["right hand", "hip"]|["hip", "left hand"]|loops
          "shoulders": ["left hand", "right hand"]|"shoulders": ["left hand"]|shoulders
          "trunk": ["hip"]|"trunk": ["hip", "left hand"]|joint 1
          , "trunk": ["hip"]||joint 0
          ["left hand", "right hand"]],|["left hand"]],|mirror
          {"name"|["name"|JSON
          """)
  void aWrongLayoutIsRefusedByName(String right, String wrong, String named) {
    assertThat(STICK).contains(right);
    String json = STICK.replace(right, wrong == null ? "" : wrong);
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(PenumbraException.class)
        .hasMessageContaining(named);
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(PenumbraException.class)
        .hasMessageContaining("mine.json: the file is empty");
  }

  private static SkeletonLayout read(String json) {
    return LayoutJson.read("mine.json", new StringReader(json));
  }
}
