package dev.dateline.stream;

/** What the processor of stories takes in, all of it by item. */
sealed interface StoryInput permits StoryEvent, StoryAnswer {

  /** The item it is about. */
  String itemId();
}
