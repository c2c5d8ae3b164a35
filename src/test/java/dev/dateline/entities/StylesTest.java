package dev.dateline.entities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of address are no part of a name, unless nothing but one word would be left. */
class StylesTest {

  @ParameterizedTest
  @CsvSource({
    "Tan Sri Halim Daud, Halim Daud",
    "Datuk Seri Halim bin Daud, Halim bin Daud",
    "Samdech Techo Hok Sen, Hok Sen",
    "Dato’ Sri Halim Daud, Halim Daud",
    "Tan Sri Halim, Tan Sri Halim",
    "Tan Siew Lin, Tan Siew Lin",
    "Datuk Halim, Datuk Halim"
  })
  void leavesOffFormsOfAddress(String name, String without) {
    assertThat(Styles.without(name)).isEqualTo(without);
  }
}
