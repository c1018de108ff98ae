package org.penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.InvalidOptionException;

class NtuNameTest {
  @Test
  void aNameTellsWhoDidWhat() {
    NtuName name = NtuName.parse("S032C003P106R002A120");
    assertThat(name).isEqualTo(new NtuName(32, 3, 106, 2, 120));
    assertThat(name).hasToString("S032C003P106R002A120");
    assertThat(name.info()).isEqualTo(new ClipInfo("S032C003P106R002A120", 119, 106, 3, 32, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "S001C001P001R001", "S001C001P001R001A001.skeleton", "s001c001p001r001a001",
        "S1C001P001R001A001", "S001C001P001R001A000", "S001C001P001R001A0001",
            "S001C001P001R001A00\u0661"
      })
  void anotherFormIsRefused(String text) {
    assertThat(NtuName.isName(text)).isFalse();
    assertThatThrownBy(() -> NtuName.parse(text))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("like S001C001P001R001A001")
        .hasMessageContaining("'" + text + "'");
  }

  @Test
  void aNumberOfMoreThanThreeDigitsIsRefused() {
    assertThatThrownBy(() -> new NtuName(1, 1, 1000, 1, 1))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("subject must be between 0 and 999, found 1000");
  }
}
