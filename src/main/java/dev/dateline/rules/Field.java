package dev.dateline.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The fields of the rule language. */
enum Field {
  TEXT(Kind.PROSE),
  HEADLINE(Kind.PROSE),
  SECTION(Kind.PROSE, Scope.SECTION),
  QUOTE(Kind.PROSE, Scope.QUOTE),
  SPEAKER(Kind.NAME, Scope.QUOTE),
  ROLE(Kind.PROSE, Scope.QUOTE),
  AFFILIATION(Kind.NAME, Scope.QUOTE),
  KIND(Kind.KEYWORD, Scope.QUOTE),
  STANCE(Kind.KEYWORD, Scope.QUOTE),
  MEDIUM(Kind.KEYWORD, Scope.QUOTE),
  CONFIDENCE(Kind.NUMBER, Scope.QUOTE),
  ENTITY(Kind.ENTITY),
  PERSON(Kind.ENTITY),
  ORG(Kind.ENTITY),
  PLACE(Kind.ENTITY),
  GROUP(Kind.ENTITY),
  EVENT(Kind.ENTITY),
  PRODUCT(Kind.ENTITY),
  LIST(Kind.ENTITY_KEYWORD),
  SALIENCE(Kind.NUMBER),
  DATELINE(Kind.NAME),
  BYLINE(Kind.NAME),
  SLUG(Kind.NAME),
  SUBJECT(Kind.PROSE),
  SOURCE(Kind.KEYWORD),
  LANGUAGE(Kind.KEYWORD),
  ITEM(Kind.KEYWORD),
  URGENCY(Kind.NUMBER),
  PUBLISHED(Kind.TIME);

  /** How the values of a field are read and matched. */
  enum Kind {
    /** English words: inflections match. */
    PROSE,
    /** Names: words as they are, whatever their case. */
    NAME,
    /** Names of entities, which a salience range of the same query restricts. */
    ENTITY,
    /** A keyword of entities, restricted likewise. */
    ENTITY_KEYWORD,
    /** One value, compared as a whole, whatever its case. */
    KEYWORD,
    NUMBER,
    TIME;

    boolean isWords() {
      return this == PROSE || this == NAME || this == ENTITY;
    }

    boolean isRange() {
      return this == NUMBER || this == TIME;
    }

    boolean ofEntities() {
      return this == ENTITY || this == ENTITY_KEYWORD;
    }
  }

  private static final Map<String, Field> BY_NAME = new HashMap<>();

  static {
    for (Field field : values()) {
      BY_NAME.put(field.label(), field);
    }
  }

  private final Kind kind;
  private final Scope scope;
  private final String label = name().toLowerCase(Locale.ROOT);

  Field(Kind kind) {
    this(kind, Scope.ARTICLE);
  }

  Field(Kind kind, Scope scope) {
    this.kind = kind;
    this.scope = scope;
  }

  Kind kind() {
    return kind;
  }

  /** The largest document that has one value of it. */
  Scope scope() {
    return scope;
  }

  /** Its name in the language. */
  String label() {
    return label;
  }

  /** The field of that name, or null. */
  static Field named(String name) {
    return BY_NAME.get(name.toLowerCase(Locale.ROOT));
  }

  /** Every name, for messages. */
  static String labels() {
    return Arrays.stream(values()).map(Field::label).collect(Collectors.joining(", "));
  }
}
