package dev.dateline.entities;

import dev.dateline.article.Article;
import dev.dateline.text.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Finds the entities of an article. Deterministic; safe from any number of threads. */
public final class EntityExtractor {

  private static final class Holder {
    static final EntityExtractor STANDARD = load();
  }

  private final NameTagger tagger;
  private final Clusterer clusterer;
  private final RoleFinder roles;
  private final Genders genders;
  private final PlaceLinker places;
  private final Nations nations;
  private final List<EntityList> lists;

  private EntityExtractor(
      NameTagger tagger, Lexicon lexicon, Nations nations, RoleWords words, PlaceLinker places) {
    this.tagger = tagger;
    this.clusterer = new Clusterer(nations);
    this.roles = new RoleFinder(nations, words);
    this.genders = new Genders(words, GivenNames.read(lexicon));
    this.places = places;
    this.nations = nations;
    this.lists = List.of();
  }

  private EntityExtractor(EntityExtractor other, List<EntityList> lists) {
    this.tagger = other.tagger;
    this.clusterer = other.clusterer;
    this.roles = other.roles;
    this.genders = other.genders;
    this.places = other.places;
    this.nations = other.nations;
    this.lists = List.copyOf(lists);
  }

  /** The extractor with the model and the gazetteers that come with Dateline, loaded once. */
  public static EntityExtractor standard() {
    return Holder.STANDARD;
  }

  private static EntityExtractor load() {
    try {
      Table places = Table.read(Gazetteer.PLACES);
      Lexicon lexicon = Lexicon.read(places.again());
      NameModel model = NameModel.read(Resources.open("names.model.gz"));
      Nations nations = Nations.read();
      return new EntityExtractor(
          new NameTagger(lexicon, WordClasses.read(), model),
          lexicon,
          nations,
          RoleWords.read(),
          new PlaceLinker(nations, Gazetteer.read(places)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same extractor, which also links to {@code lists}. */
  public EntityExtractor withLists(List<EntityList> lists) {
    return new EntityExtractor(this, lists);
  }

  /** The entities in order of their first mention. Never fails. */
  public List<Entity> extract(Article article) {
    Document document = article.document();
    int headlineEnd =
        article.headline() == null ? 0 : document.index(article.headline().span().end());
    DatelineNames dateline = DatelineNames.of(document, article.dateline());
    List<Entity> found = extract(document, headlineEnd, dateline);
    return lists.isEmpty() ? found : linked(found, year(article));
  }

  List<Entity> linked(List<Entity> entities, int year) {
    List<Entity> linked = new ArrayList<>(entities.size());
    for (Entity entity : entities) {
      List<Link> links = EntityList.links(lists, entity, year);
      linked.add(links.isEmpty() ? entity : entity.withLinks(links));
    }
    return List.copyOf(linked);
  }

  /** The year the item is of, or 0. */
  private static int year(Article article) {
    return article.day() == null ? 0 : article.day().getYear();
  }

  List<Entity> extract(Document document, int headlineEnd) {
    return extract(document, headlineEnd, DatelineNames.NONE);
  }

  private List<Entity> extract(Document document, int headlineEnd, DatelineNames dateline) {
    Form[] forms = tagger.forms(document);
    List<Name> names = new ArrayList<>();
    List<NameSpan> spans = tagger.names(document, forms, dateline);
    for (NameSpan span : spans) {
      Name name = Name.of(document, forms, span.first(), span.last(), span.type());
      if (!name.words.isEmpty()) {
        names.add(name);
      }
    }
    List<Cluster> clusters = clusterer.cluster(names, forms);
    Map<Cluster, PersonFacts> facts = roles.find(document, forms, clusters);
    Map<Cluster, Place> where = places.link(clusters, forms);
    boolean[] persons = persons(clusters, forms.length);
    List<Entity> entities = new ArrayList<>();
    EntityIds ids = new EntityIds();
    for (Cluster cluster : clusters) {
      EntityType type = type(cluster, forms);
      if (type == null) {
        continue;
      }
      EntityBuilder builder = new EntityBuilder(cluster, type, document);
      if (type == EntityType.PERSON) {
        PersonFacts known = facts.get(cluster);
        builder.person(known, genders.of(cluster, known.roles(), document, forms, persons));
      } else if (type == EntityType.PLACE) {
        builder.place(where.get(cluster));
      } else if (type == EntityType.GROUP) {
        builder.people(nations.ofPeople(cluster.names.get(0).key()));
      }
      entities.add(builder.build(ids, headlineEnd));
    }
    return List.copyOf(entities);
  }

  /** Which tokens belong to names of persons. */
  private static boolean[] persons(List<Cluster> clusters, int tokens) {
    boolean[] named = new boolean[tokens];
    for (Cluster cluster : clusters) {
      if (cluster.type == Labels.PERSON) {
        for (Name name : cluster.names) {
          Arrays.fill(named, name.first, name.last, true);
        }
      }
    }
    return named;
  }

  /** Null for names that are of none of the types, such as laws and diseases. */
  private static EntityType type(Cluster cluster, Form[] forms) {
    return switch (cluster.type) {
      case Labels.PERSON -> EntityType.PERSON;
      case Labels.ORGANISATION -> EntityType.ORGANISATION;
      case Labels.PLACE, Labels.FACILITY -> EntityType.PLACE;
      case Labels.GROUP -> EntityType.GROUP;
      case Labels.PRODUCT -> EntityType.PRODUCT;
      default -> isEvent(cluster, forms) ? EntityType.EVENT : null;
    };
  }

  /** Whether a name says itself what happens: "World Cup", "Velian Film Festival". */
  private static boolean isEvent(Cluster cluster, Form[] forms) {
    for (Name name : cluster.names) {
      for (int i = name.first; i < name.last; i++) {
        if (name.last - name.first > 1
            && forms[i].hasCapital()
            && forms[i].is(Lexicon.EVENT_HEAD)) {
          return true;
        }
      }
    }
    return false;
  }
}
