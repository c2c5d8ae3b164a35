package dev.dateline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.avro.util.ClassSecurityValidator;
import org.junit.jupiter.api.Test;

class RecordClassesTest {

  @Test
  void letsRecordsBeBuiltWithDefaultsForNestedOnes() {
    RecordClasses.trust();
    Quote quote = Quote.newBuilder().setId("q").setText("Yes.").build();
    assertThat(quote.getJointWith()).isEmpty();
    assertThat(quote.getKind()).isEqualTo(QuoteKind.UNKNOWN);
  }

  @Test
  void trustsNothingElse() {
    RecordClasses.trust();
    assertThatThrownBy(() -> ClassSecurityValidator.validate(java.util.Timer.class))
        .isInstanceOf(SecurityException.class);
  }
}
