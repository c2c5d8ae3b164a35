package dev.dateline.entities;

/** What sort of thing an entity is. */
public enum EntityType {
  PERSON,
  ORGANISATION,
  PLACE,
  /** Nations, religions and parties, as peoples or adjectives. */
  GROUP,
  EVENT,
  PRODUCT
}
