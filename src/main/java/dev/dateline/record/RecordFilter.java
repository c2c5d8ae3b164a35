package dev.dateline.record;

import dev.dateline.rules.RuleException;
import dev.dateline.rules.RuleQuery;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/**
 * Which records of a topic are wanted. All conditions must hold; a condition on a field that a
 * record has not is not met. Immutable; thread-safe.
 *
 * <p>Names are found by whole words, whatever their case and accents: {@code lavrov} finds "Sergey
 * Lavrov". In an enriched article one quote has to meet all conditions on quotes, one entity all
 * those on entities.
 */
public final class RecordFilter {

  /** Lets every record through. */
  public static final RecordFilter ALL = builder().build();

  private final List<Predicate<Quote>> quotes;
  private final List<Predicate<ArticleEntity>> entities;
  private final List<Predicate<SpecificRecord>> records;
  private final RuleQuery speaker;

  private RecordFilter(Builder builder) {
    this.quotes = List.copyOf(builder.quotes);
    this.entities = List.copyOf(builder.entities);
    this.records = List.copyOf(builder.records);
    this.speaker = builder.speaker;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Whether every record is wanted. */
  public boolean isEmpty() {
    return quotes.isEmpty() && entities.isEmpty() && records.isEmpty();
  }

  /** Whether a record of one of the output topics is wanted. */
  public boolean matches(SpecificRecord record) {
    return records.stream().allMatch(condition -> condition.test(record))
        && (quotes.isEmpty() || matchesQuotes(record))
        && (entities.isEmpty() || matchesEntities(record));
  }

  private boolean matchesQuotes(SpecificRecord record) {
    if (record instanceof Quote quote) {
      return meets(quote, quotes);
    }
    if (record instanceof EnrichedArticle article) {
      return article.getQuotes().stream().anyMatch(quote -> meets(quote, quotes));
    }
    // An alert knows the speaker of the quote it fired on, and no more.
    return record instanceof Alert alert
        && quotes.size() == 1
        && speaker != null
        && speaker.matches(RecordFields.of(alert));
  }

  private boolean matchesEntities(SpecificRecord record) {
    if (record instanceof ArticleEntity entity) {
      return meets(entity, entities);
    }
    return record instanceof EnrichedArticle article
        && article.getEntities().stream().anyMatch(entity -> meets(entity, entities));
  }

  private static <T> boolean meets(T value, List<Predicate<T>> conditions) {
    return conditions.stream().allMatch(condition -> condition.test(value));
  }

  /** Whether {@code name} holds all of {@code words}, next to each other. */
  static boolean hasWords(String name, String words) {
    return name != null && (" " + fold(name) + " ").contains(" " + fold(words) + " ");
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static boolean isMatch(RuleQuery query, SpecificRecord record) {
    return record instanceof EnrichedArticle article
        ? query.matches(EnrichedItems.of(article))
        : query.matches(RecordFields.of(record));
  }

  private static String sourceOf(SpecificRecord record) {
    if (record instanceof Article article) {
      return article.getSource();
    }
    if (record instanceof EnrichedArticle article) {
      return article.getSource();
    }
    if (record instanceof StoryLink link) {
      return link.getSource();
    }
    return item(record) == null ? null : item(record).getSource();
  }

  private static String languageOf(SpecificRecord record) {
    if (record instanceof Article article) {
      return article.getLanguage();
    }
    if (record instanceof EnrichedArticle article) {
      return article.getLanguage();
    }
    return item(record) == null ? null : item(record).getLanguage();
  }

  private static ItemRef item(SpecificRecord record) {
    if (record instanceof Quote quote) {
      return quote.getItem();
    }
    if (record instanceof ArticleEntity entity) {
      return entity.getItem();
    }
    if (record instanceof Section section) {
      return section.getItem();
    }
    return record instanceof Alert alert ? alert.getItem() : null;
  }

  /** Collects conditions; null and blank ones are none. Not thread-safe. */
  public static final class Builder {

    private final List<Predicate<Quote>> quotes = new ArrayList<>();
    private final List<Predicate<ArticleEntity>> entities = new ArrayList<>();
    private final List<Predicate<SpecificRecord>> records = new ArrayList<>();
    private RuleQuery speaker;

    private Builder() {}

    /**
     * Quotes, and alerts on quotes, of a speaker: {@code speaker:"..."} in the rule language.
     *
     * @throws IllegalArgumentException where these are no words
     */
    public Builder speaker(String words) {
      if (isGiven(words)) {
        speaker = query("speaker", words);
        RuleQuery by = speaker;
        quotes.add(quote -> by.matches(RecordFields.of(quote)));
      }
      return this;
    }

    /**
     * Quotes of some kinds, parted by commas.
     *
     * @throws IllegalArgumentException where there is no such kind
     */
    public Builder kind(String names) {
      if (isGiven(names)) {
        List<QuoteKind> kinds = constants(QuoteKind.class, names);
        quotes.add(quote -> kinds.contains(quote.getKind()));
      }
      return this;
    }

    /** Quotes that are at least so sure, 0 to 1. */
    public Builder minConfidence(Double least) {
      if (least != null) {
        quotes.add(quote -> quote.getConfidence() >= least);
      }
      return this;
    }

    /**
     * Entities of some types, parted by commas.
     *
     * @throws IllegalArgumentException where there is no such type
     */
    public Builder type(String names) {
      if (isGiven(names)) {
        List<EntityType> types = constants(EntityType.class, names);
        entities.add(entity -> types.contains(entity.getType()));
      }
      return this;
    }

    /** Entities of a name, or with it among their other names. */
    public Builder name(String words) {
      if (isGiven(words)) {
        entities.add(
            entity ->
                hasWords(entity.getName(), words)
                    || entity.getAliases().stream().anyMatch(alias -> hasWords(alias, words)));
      }
      return this;
    }

    /** Entities linked to a list, {@code iso3166}, or to one thing in it, {@code iso3166:NO}. */
    public Builder link(String link) {
      if (isGiven(link)) {
        entities.add(
            entity ->
                entity.getLinks().stream()
                    .anyMatch(
                        to ->
                            link.equalsIgnoreCase(to.getList())
                                || link.equalsIgnoreCase(to.getList() + ":" + to.getId())));
      }
      return this;
    }

    /** Entities that their article is at least so much about, 0 to 1. */
    public Builder minSalience(Double least) {
      if (least != null) {
        entities.add(entity -> entity.getSalience() >= least);
      }
      return this;
    }

    /** Records of sources, parted by commas. */
    public Builder source(String names) {
      if (isGiven(names)) {
        List<String> wanted = list(names);
        records.add(
            record -> {
              String source = sourceOf(record);
              return source != null && wanted.stream().anyMatch(source::equalsIgnoreCase);
            });
      }
      return this;
    }

    /** Records in languages, parted by commas: {@code en} takes {@code en-GB} too. */
    public Builder language(String tags) {
      if (isGiven(tags)) {
        List<String> wanted = list(tags.toLowerCase(Locale.ROOT));
        records.add(
            record -> {
              String language = languageOf(record);
              String lower = language == null ? "" : language.toLowerCase(Locale.ROOT);
              return wanted.stream()
                  .anyMatch(tag -> lower.equals(tag) || lower.startsWith(tag + "-"));
            });
      }
      return this;
    }

    /** Alerts of rules, parted by commas. */
    public Builder rule(String ids) {
      if (isGiven(ids)) {
        List<String> wanted = list(ids);
        records.add(record -> record instanceof Alert alert && wanted.contains(alert.getRuleId()));
      }
      return this;
    }

    /** What belongs to stories, parted by commas: their items, and alerts on these. */
    public Builder story(String ids) {
      if (isGiven(ids)) {
        List<String> wanted = list(ids);
        records.add(
            record ->
                record instanceof StoryLink link && wanted.contains(link.getStoryId())
                    || record instanceof Alert alert && wanted.contains(alert.getStoryId()));
      }
      return this;
    }

    /** Records that a query of the rule language matches. */
    public Builder where(RuleQuery query) {
      if (query != null) {
        records.add(record -> isMatch(query, record));
      }
      return this;
    }

    public RecordFilter build() {
      return new RecordFilter(this);
    }

    private static RuleQuery query(String field, String words) {
      try {
        return RuleQuery.of(field, words);
      } catch (RuleException e) {
        throw new IllegalArgumentException(field + ": " + e.getMessage(), e);
      }
    }

    private static boolean isGiven(String value) {
      return value != null && !value.isBlank();
    }

    private static List<String> list(String values) {
      return Arrays.stream(values.split(",")).map(String::strip).filter(v -> !v.isEmpty()).toList();
    }

    private static <E extends Enum<E>> List<E> constants(Class<E> type, String names) {
      List<E> found = new ArrayList<>();
      for (String name : list(names)) {
        try {
          found.add(Enum.valueOf(type, name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(
              "'" + name + "' is none of " + Arrays.toString(type.getEnumConstants()), e);
        }
      }
      return found;
    }
  }
}
