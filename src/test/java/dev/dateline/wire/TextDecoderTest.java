package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {

  private static final String TEXT = "“Nein”, sagte Ådne Müller – der Café-Wirt – zu Orla.";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "windows-1252"})
  void findsTheEncoding(String name) throws WireException {
    assertThat(TextDecoder.decode(TEXT.getBytes(Charset.forName(name)), null)).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void dropsTheByteOrderMark(String name) throws WireException {
    byte[] bytes = ("\ufeff" + TEXT).getBytes(Charset.forName(name));
    assertThat(TextDecoder.decode(bytes, null)).isEqualTo(TEXT);
  }

  @Test
  void keepsTheMarkOfWhatSomebodyElseCouldNotDecode() throws WireException {
    String text = "Caf\ufffd Velia";
    assertThat(TextDecoder.decode(text.getBytes(StandardCharsets.UTF_8), null)).isEqualTo(text);
  }

  @Test
  void trustsTheMediaType() throws WireException {
    byte[] bytes = "Добрый день".getBytes(Charset.forName("windows-1251"));
    assertThat(TextDecoder.decode(bytes, "text/plain; charset=\"windows-1251\""))
        .isEqualTo("Добрый день");
    byte[] utf8 = TEXT.getBytes(StandardCharsets.UTF_8);
    assertThat(TextDecoder.decode(utf8, "text/plain; charset=no-such")).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ffd8ffe000104a464946 | JPEG
          89504e470d0a1a0a0000 | PNG
          255044462d312e34     | PDF
          68656c6c6f00776f726c | zero bytes
          476f6f64c3           | not valid UTF-8: byte 0xc3 at offset 4
          61fffe62             | not valid UTF-8: byte 0xff at offset 1
          61c3a962c328         | not valid UTF-8: byte 0xc3 at offset 4
          """)
  void refusesWhatIsNoText(String hex, String reason) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThatThrownBy(() -> TextDecoder.decode(bytes, null))
        .isInstanceOf(WireException.class)
        .hasMessageContaining(reason);
  }
}
