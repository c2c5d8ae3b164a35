package dev.dateline.quotes;

import dev.dateline.entities.Entity;
import dev.dateline.entities.EntityType;
import dev.dateline.entities.Mention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where the names of an article's entities stand, in {@link Words}. */
final class Names {

  /**
   * One name.
   *
   * @param first its first word
   * @param last one past its last word
   * @param entity index of the entity
   */
  record At(int first, int last, int entity) {}

  private final List<Entity> entities;
  private final int[] entityAt;
  private final List<At> all = new ArrayList<>();

  Names(Words words, List<Entity> entities) {
    this.entities = entities;
    entityAt = new int[words.count];
    Arrays.fill(entityAt, -1);
    int[] same = sameAs();
    for (int i = 0; i < entities.size(); i++) {
      for (Mention mention : entities.get(i).mentions()) {
        if (mention.kind() == Mention.Kind.PRONOUN) {
          continue;
        }
        int begin = words.document.index(mention.span().start());
        int end = words.document.index(mention.span().end());
        int first = words.wordAt(words.document.tokens().at(begin));
        int last = first;
        while (last < words.count && words.begin(last) < end) {
          entityAt[last++] = same[i];
        }
        if (last > first && mention.kind() == Mention.Kind.NAME) {
          all.add(new At(first, last, same[i]));
        }
      }
    }
    all.sort((a, b) -> Integer.compare(a.first, b.first));
  }

  /** For each entity its index, or that of the one whose surname it has after a title alone. */
  private int[] sameAs() {
    int[] same = new int[entities.size()];
    for (int i = 0; i < same.length; i++) {
      same[i] = i;
      String name = entities.get(i).name();
      int blank = name.indexOf(' ');
      boolean two = blank > 0 && name.indexOf(' ', blank + 1) < 0;
      if (two && isPerson(i) && WordClass.isTitle(name.substring(0, blank))) {
        int other = namesake(i, name.substring(blank));
        same[i] = other >= 0 ? other : i;
      }
    }
    return same;
  }

  /** The one other person whose name ends with a blank and this surname; -1 for none or several. */
  private int namesake(int entity, String surname) {
    int found = -1;
    for (int i = 0; i < entities.size(); i++) {
      String name = entities.get(i).name();
      if (i != entity && isPerson(i) && name.endsWith(surname)) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }

  /** Every name, in order. */
  List<At> all() {
    return all;
  }

  Entity entity(int index) {
    return entities.get(index);
  }

  int count() {
    return entities.size();
  }

  /** The entity that a word is part of a mention of, or -1. */
  int entityAt(int word) {
    return entityAt[word];
  }

  /** A phrase with the rest of the name that its head is a word of. */
  Phrase whole(Words words, Phrase phrase) {
    int entity = entityAt[phrase.head()];
    if (entity < 0) {
      return phrase;
    }
    int first = phrase.first();
    while (first > 0 && entityAt[first - 1] == entity && !words.hasGap(first, Words.GAP_BREAK)) {
      first--;
    }
    int last = phrase.last();
    while (last < words.count && entityAt[last] == entity && !words.hasGap(last, Words.GAP_BREAK)) {
      last++;
    }
    return new Phrase(first, last, phrase.kind());
  }

  boolean isPlace(int entity) {
    return entity >= 0 && entities.get(entity).type() == EntityType.PLACE;
  }

  /** Whether a phrase names an entity, or one person's surname. */
  boolean knows(Words words, Phrase phrase) {
    return entityOf(words, phrase) >= 0 || bySurname(words.lower(phrase.head())) >= 0;
  }

  /** The one person whose name ends with a word, in whatever case; -1 for none or several. */
  int bySurname(String lower) {
    int found = -1;
    for (int i = 0; i < entities.size(); i++) {
      String name = entities.get(i).name().toLowerCase(Locale.ROOT);
      boolean ends =
          name.endsWith(lower)
              && (name.length() == lower.length()
                  || name.charAt(name.length() - lower.length() - 1) == ' ');
      if (ends && isPerson(i)) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }

  boolean isPerson(int entity) {
    return entity >= 0 && entities.get(entity).type() == EntityType.PERSON;
  }

  /** The entity that a phrase names: that of its head, else the last person in it; or -1. */
  int entityOf(Words words, Phrase phrase) {
    int head = entityAt[phrase.head()];
    if (head >= 0) {
      return head;
    }
    if (phrase.kind() == Speaker.Kind.GROUP
        || phrase.kind() == Speaker.Kind.DOCUMENT
        || words.is(phrase.head(), WordClass.ROLE)
        || words.is(phrase.first(), WordClass.DETERMINER)
        || words.is(phrase.first(), WordClass.QUANTITY)) {
      return -1;
    }
    for (int word = phrase.head() - 1; word >= phrase.first(); word--) {
      boolean possessor = words.is(word + 1, WordClass.POSSESSIVE_S);
      if (isPerson(entityAt[word]) && !possessor) {
        return entityAt[word];
      }
    }
    return -1;
  }
}
