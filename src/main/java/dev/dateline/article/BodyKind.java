package dev.dateline.article;

/** What an article has to read beside its headline. */
public enum BodyKind {
  TEXT,
  /** Captions only: a picture, a graphic, a video. */
  CAPTIONS,
  /** Nothing: a package of links, an announcement, a killed item. */
  NONE
}
