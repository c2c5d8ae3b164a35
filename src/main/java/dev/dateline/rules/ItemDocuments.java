package dev.dateline.rules;

import dev.dateline.article.Article;
import dev.dateline.article.Dateline;
import dev.dateline.article.Section;
import dev.dateline.enrich.EnrichedItem;
import dev.dateline.entities.Entity;
import dev.dateline.entities.EntityType;
import dev.dateline.entities.Link;
import dev.dateline.entities.Mention;
import dev.dateline.entities.Role;
import dev.dateline.quotes.Quote;
import dev.dateline.quotes.Speaker;
import dev.dateline.text.Document;
import dev.dateline.text.Span;
import dev.dateline.text.Tokens;
import dev.dateline.wire.Subject;
import dev.dateline.wire.WireItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The documents of one item, for Lucene. Not thread-safe. */
final class ItemDocuments {

  private final EnrichedItem item;
  private final Article article;
  private final WireItem wire;
  private final Document document;
  private final ItemWords words;
  private final Map<String, List<WordForms>> names = new HashMap<>();

  ItemDocuments(EnrichedItem item) {
    this.item = item;
    this.article = item.article();
    this.wire = article.item();
    this.document = article.document();
    this.words = new ItemWords(document);
  }

  /** The documents of a scope, in order of text. */
  List<View> views(Scope scope) {
    return switch (scope) {
      case ARTICLE -> List.of(articleView());
      case SECTION -> article.sections().stream().map(this::view).toList();
      case QUOTE -> item.quotes().stream().map(this::view).toList();
    };
  }

  private View articleView() {
    Span all = document.span(0, document.text().length());
    return new View(Scope.ARTICLE, List.of(all), article.sections(), item.quotes());
  }

  private View view(Section section) {
    List<Quote> quotes =
        item.quotes().stream()
            .filter(quote -> section.span().contains(quote.spans().get(0)))
            .toList();
    return new View(Scope.SECTION, List.of(section.span()), List.of(section), quotes);
  }

  private View view(Quote quote) {
    List<Section> sections =
        article.sections().stream()
            .filter(section -> section.span().contains(quote.spans().get(0)))
            .toList();
    return new View(Scope.QUOTE, quote.spans(), sections, List.of(quote));
  }

  /**
   * The fields of a document, with what queries look up.
   *
   * @param candidates takes the rules that might match it: no other can
   */
  List<FieldTerms> document(View view, Usage usage, Set<FiledRule> candidates) {
    candidates.addAll(usage.anywhere());
    List<FieldTerms> fields = new ArrayList<>(usage.slots().size());
    for (Slot slot : usage.slots()) {
      FieldTerms terms = new FieldTerms(slot, usage.vocabulary(slot), candidates);
      fill(terms, view);
      fields.add(terms);
    }
    return fields;
  }

  private void fill(FieldTerms terms, View view) {
    switch (terms.field()) {
      case TEXT -> view.spans().forEach(span -> text(terms, span));
      case HEADLINE -> {
        if (article.headline() != null) {
          text(terms, article.headline().span());
        }
      }
      case SECTION -> view.sections().forEach(section -> text(terms, section.headingSpan()));
      case QUOTE -> view.quotes().forEach(quote -> quote.spans().forEach(s -> text(terms, s)));
      case SPEAKER, ROLE, AFFILIATION -> speakers(terms, view);
      case KIND -> view.quotes().forEach(quote -> terms.keyword(name(quote.kind())));
      case STANCE -> view.quotes().forEach(quote -> terms.keyword(name(quote.stance())));
      case MEDIUM -> view.quotes().forEach(quote -> terms.keyword(quote.medium()));
      case CONFIDENCE ->
          view.quotes().stream().mapToDouble(Quote::confidence).max().ifPresent(terms::number);
      case ENTITY, PERSON, ORG, PLACE, GROUP, EVENT, PRODUCT, LIST -> entities(terms, view);
      case DATELINE -> dateline(terms);
      case BYLINE -> words(terms, article.byline());
      case SLUG -> words(terms, wire.slug());
      case SUBJECT -> wire.subjects().forEach(subject -> subject(terms, subject));
      case SOURCE -> {
        terms.keyword(wire.source());
        terms.keyword(wire.agency());
      }
      case LANGUAGE -> language(terms);
      case ITEM -> terms.keyword(article.itemId());
      case URGENCY -> {
        if (wire.urgency() != null) {
          terms.number(wire.urgency());
        }
      }
      case PUBLISHED -> {
        Instant time = wire.versionCreated() == null ? wire.firstCreated() : wire.versionCreated();
        if (time != null) {
          terms.number(time.toEpochMilli());
        }
      }
      case SALIENCE -> {
        // Restricts the fields of entities; has no terms of its own.
      }
    }
  }

  private void text(FieldTerms terms, Span span) {
    terms.text(words, document.index(span.start()), document.index(span.end()));
  }

  private void words(FieldTerms terms, String value) {
    words(terms, value, null);
  }

  private void words(FieldTerms terms, String value, Span shown) {
    if (value == null) {
      return;
    }
    int begin = shown == null ? 0 : document.index(shown.start());
    int end = shown == null ? 0 : document.index(shown.end());
    terms.words(names.computeIfAbsent(value, name -> words(name, begin, end)), begin, end);
  }

  /** The words of a name, taken from the text where it stands there. */
  private List<WordForms> words(String name, int begin, int end) {
    boolean written =
        name.length() == end - begin && document.text().regionMatches(begin, name, 0, end - begin);
    if (!written) {
      return WordForms.all(name);
    }
    List<WordForms> found = new ArrayList<>();
    Tokens tokens = document.tokens();
    for (int i = tokens.at(begin); i < tokens.count() && tokens.begin(i) < end; i++) {
      if (WordForms.isWord(tokens, i)) {
        found.add(words.forms(i));
      }
    }
    return found;
  }

  private void speakers(FieldTerms terms, View view) {
    for (Quote quote : view.quotes()) {
      speaker(terms, quote.speaker());
      quote.jointWith().forEach(speaker -> speaker(terms, speaker));
    }
    if (view.scope() != Scope.QUOTE && terms.field() != Field.SPEAKER) {
      for (Entity entity : item.entities()) {
        if (isMentioned(entity, view)) {
          entity.roles().forEach(role -> role(terms, role));
        }
      }
    }
  }

  private void speaker(FieldTerms terms, Speaker speaker) {
    if (speaker == null) {
      return;
    }
    Span shown =
        speaker.mention() != null && speaker.kind() != Speaker.Kind.PRONOUN
            ? speaker.mention().span()
            : null;
    switch (terms.field()) {
      case SPEAKER -> {
        words(terms, speaker.name(), shown);
        if (shown != null && !speaker.mention().text().equals(speaker.name())) {
          words(terms, speaker.mention().text(), shown);
        }
      }
      case ROLE -> words(terms, speaker.role());
      default -> words(terms, speaker.affiliation());
    }
  }

  private void role(FieldTerms terms, Role role) {
    if (terms.field() == Field.ROLE) {
      words(terms, role.role(), role.span());
    } else {
      words(terms, role.affiliation(), role.affiliationSpan());
    }
  }

  private void entities(FieldTerms terms, View view) {
    for (Entity entity : item.entities()) {
      if (isOf(terms.field(), entity.type()) && terms.admits(entity.salience())) {
        if (terms.field() == Field.LIST) {
          if (isMentioned(entity, view)) {
            entity.links().forEach(link -> link(terms, link));
          }
        } else {
          names(terms, entity, view);
        }
      }
    }
  }

  /** All names of an entity wherever a name of it stands, so that a match shows every place. */
  private void names(FieldTerms terms, Entity entity, View view) {
    boolean named = false;
    boolean mentioned = false;
    for (Mention mention : entity.mentions()) {
      if (view.overlaps(mention.span())) {
        mentioned = true;
        if (mention.kind() == Mention.Kind.NAME) {
          named = true;
          names(terms, entity, mention.span());
        }
      }
    }
    if (mentioned && !named) {
      names(terms, entity, (Span) null);
    }
  }

  private void names(FieldTerms terms, Entity entity, Span shown) {
    words(terms, entity.name(), shown);
    entity.aliases().forEach(alias -> words(terms, alias, shown));
  }

  private static boolean isOf(Field field, EntityType type) {
    return switch (field) {
      case PERSON -> type == EntityType.PERSON;
      case ORG -> type == EntityType.ORGANISATION;
      case PLACE -> type == EntityType.PLACE;
      case GROUP -> type == EntityType.GROUP;
      case EVENT -> type == EntityType.EVENT;
      case PRODUCT -> type == EntityType.PRODUCT;
      default -> true;
    };
  }

  private static boolean isMentioned(Entity entity, View view) {
    return entity.mentions().stream().anyMatch(mention -> view.overlaps(mention.span()));
  }

  private static void link(FieldTerms terms, Link link) {
    terms.keyword(link.list());
    terms.keyword(link.list() + ":" + link.id());
  }

  private void dateline(FieldTerms terms) {
    Dateline dateline = article.dateline();
    if (dateline != null) {
      text(terms, dateline.span());
    } else {
      words(terms, wire.dateline());
    }
    words(terms, wire.located());
  }

  private void subject(FieldTerms terms, Subject subject) {
    words(terms, subject.name());
    if (subject.code() != null) {
      terms.keyword(subject.code());
      terms.keyword(subject.code().substring(subject.code().lastIndexOf(':') + 1));
    }
  }

  private void language(FieldTerms terms) {
    String language = article.language() == null ? wire.language() : article.language();
    if (language != null) {
      terms.keyword(language);
      terms.keyword(language.split("[-_]", 2)[0]);
    }
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }
}
