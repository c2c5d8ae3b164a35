package dev.dateline.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.text.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GendersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The plan failed, Fatuma Dahl said on Friday. | Fatuma Dahl | FEMALE
          The plan failed, Uhuru Dahl said on Friday. | Uhuru Dahl | MALE
          The plan failed, Premier Su Tseng-hao said on Friday. | Su Tseng-hao | UNKNOWN
          It was signed by Skarv bin Rashid al-Dunmar on Friday. | Skarv bin Rashid al-Dunmar | MALE
          His mother, Skarva Dahl, said no. | Skarva Dahl | FEMALE
          The victim was named as Skarva Dahl, son of a farmer. | Skarva Dahl | MALE
          It was wrong, said Skarva Dahl, a mother of three. | Skarva Dahl | FEMALE
          It was wrong, said Skarva Dahl, the girl's teacher. | Skarva Dahl | UNKNOWN
          Actress Skarva Dahl said no. | Skarva Dahl | FEMALE
          Director Xia Baolun told reporters in Beijing the plan was sound. | Xia Baolun | UNKNOWN
          """)
  void tellsTheGender(String text, String name, Entity.Gender gender) {
    assertThat(EntityExtractor.standard().extract(Document.of(text), 0))
        .filteredOn(entity -> entity.name().equals(name))
        .singleElement()
        .extracting(Entity::gender)
        .isEqualTo(gender);
  }
}
