package dev.dateline.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of one record, as {@link RuleQuery#matches} looks at them. Names are those of the rule
 * language; {@code text} is what bare words are looked for in. Immutable; made with {@link
 * #builder}.
 */
public final class FieldValues {

  private final Map<String, List<String>> words;
  private final Map<String, Double> numbers;
  private final Map<String, Instant> times;

  private FieldValues(Builder builder) {
    words = Collections.unmodifiableMap(new LinkedHashMap<>(builder.words));
    numbers = Map.copyOf(builder.numbers);
    times = Map.copyOf(builder.times);
  }

  public static Builder builder() {
    return new Builder();
  }

  Map<String, List<String>> words() {
    return words;
  }

  Map<String, Double> numbers() {
    return numbers;
  }

  Map<String, Instant> times() {
    return times;
  }

  /** Collects values; null and blank ones are left out. Not thread-safe. */
  public static final class Builder {

    private final Map<String, List<String>> words = new LinkedHashMap<>();
    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private final Map<String, Instant> times = new LinkedHashMap<>();

    private Builder() {}

    /** One more value of a field of words: {@code text}, {@code speaker}, {@code source}. */
    public Builder put(String field, String value) {
      if (value != null && !value.isBlank()) {
        words.computeIfAbsent(field, name -> new ArrayList<>()).add(value);
      }
      return this;
    }

    /** The value of a field of numbers: {@code urgency}, {@code salience}. */
    public Builder put(String field, Number value) {
      if (value != null) {
        numbers.put(field, value.doubleValue());
      }
      return this;
    }

    /** The value of a field of times: {@code published}. */
    public Builder put(String field, Instant value) {
      if (value != null) {
        times.put(field, value);
      }
      return this;
    }

    public FieldValues build() {
      return new FieldValues(this);
    }
  }
}
