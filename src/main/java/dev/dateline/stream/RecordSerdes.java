package dev.dateline.stream;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertRule;
import dev.dateline.record.Article;
import dev.dateline.record.ArticleEntity;
import dev.dateline.record.EnrichedArticle;
import dev.dateline.record.Quote;
import dev.dateline.record.RawArticle;
import dev.dateline.record.Section;
import dev.dateline.record.StoryLink;
import dev.dateline.schema.AvroSerde;
import dev.dateline.schema.NamedSerde;
import dev.dateline.schema.Schemas;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;

/**
 * One value serde for each sort of record: Dateline's own, or a user's, by name. Thread-safe as far
 * as the serdes are.
 */
public final class RecordSerdes {

  private final Map<Class<?>, Serde<?>> serdes = new HashMap<>();

  private RecordSerdes(Function<Class<? extends SpecificRecord>, Serde<?>> make) {
    for (Class<? extends SpecificRecord> type : types()) {
      serdes.put(type, make.apply(type));
    }
  }

  /** Dateline's own serdes over {@code schemas}. */
  public static RecordSerdes of(Schemas schemas) {
    return new RecordSerdes(type -> AvroSerde.of(type, schemas));
  }

  /**
   * Serdes of the class that the settings name, else Dateline's own.
   *
   * @throws ConfigException where that class cannot be had
   */
  public static RecordSerdes of(DatelineConfig config, Schemas schemas) {
    if (config.serdeClass() == null) {
      return of(schemas);
    }
    return new RecordSerdes(type -> NamedSerde.of(config.serdeClass(), config.registry()));
  }

  /** The serde of a sort of record. */
  @SuppressWarnings("unchecked") // filled by type
  public <T extends SpecificRecord> Serde<T> of(Class<T> type) {
    return (Serde<T>) serdes.get(type);
  }

  /** The schema of the values of each topic. */
  public static Map<String, Schema> schemasByTopic(Topics topics) {
    Map<String, Schema> schemas = new LinkedHashMap<>();
    typesByTopic(topics)
        .forEach((topic, type) -> schemas.put(topic, SpecificData.get().getSchema(type)));
    return schemas;
  }

  private static Map<String, Class<? extends SpecificRecord>> typesByTopic(Topics topics) {
    Map<String, Class<? extends SpecificRecord>> types = new LinkedHashMap<>();
    types.put(topics.raw(), RawArticle.class);
    types.put(topics.rekeyed(), RawArticle.class);
    types.put(topics.articles(), Article.class);
    types.put(topics.sections(), Section.class);
    types.put(topics.quotes(), Quote.class);
    types.put(topics.entities(), ArticleEntity.class);
    types.put(topics.enriched(), EnrichedArticle.class);
    types.put(topics.stories(), StoryLink.class);
    types.put(topics.alertRules(), AlertRule.class);
    types.put(topics.alertMatches(), Alert.class);
    types.put(topics.alerts(), Alert.class);
    return types;
  }

  private static Iterable<Class<? extends SpecificRecord>> types() {
    return Map.copyOf(typesByTopic(new Topics(""))).values().stream().distinct().toList();
  }
}
