package dev.dateline.life;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which story an item belongs to. Pure; thread-safe. */
public final class Stories {

  /** From this resemblance on, two texts are one story. */
  public static final double ONE_STORY = 0.5;

  private static final Comparator<Lookalike> BY_ENTRY =
      Comparator.comparing(Lookalike::entered).thenComparing(Lookalike::itemId);

  private Stories() {}

  /**
   * Another item with nearly the same text.
   *
   * @param itemId the item
   * @param contained the share of the text in question that it has too, 0 to 1
   * @param entered when the index learnt of it: of two in one part of the index, never the same
   * @param story the story it belongs to, as far as is known: as long as that is not decided, the
   *     one that it would be the first of
   * @param copies items of that story, as far as that item knew
   */
  public record Lookalike(
      String itemId, double contained, Instant entered, Story story, int copies) {

    boolean isFirst() {
      return story.firstItemId().equals(itemId);
    }
  }

  /**
   * An item's place in its story.
   *
   * @param story the story
   * @param copies items of the story known so far, this one included
   * @param comparedWith the item that the text was compared with: the first of the story, or the
   *     most alike where the first is not at hand; null where the item is alone
   * @param difference how much of the text is not in that item, 0 to 1
   */
  public record Place(Story story, int copies, String comparedWith, double difference) {

    /** The place of an item that is like no other. */
    public static Place alone(String itemId, Instant seen) {
      return new Place(new Story(itemId, seen), 1, null, 0);
    }
  }

  /**
   * Decides where an item belongs: to the oldest story among those of its lookalikes. Of those that
   * are the first of theirs, the one that was entered first counts: it did not know of the others,
   * who, having come at the same time, may yet be deciding for it. An item that has a story, and
   * comes back with another text, stays in it while anything speaks for it.
   *
   * @param before its place with its earlier text, or what it is where it is alone
   * @param isNew whether it has had no place so far
   * @param lookalikes every other item with nearly the same text, each once
   */
  public static Place decide(Place before, boolean isNew, List<Lookalike> lookalikes) {
    if (lookalikes.isEmpty()) {
      return isNew ? before : new Place(before.story(), before.copies(), null, 0);
    }
    boolean stays = !isNew && lookalikes.stream().anyMatch(it -> isOf(before.story(), it));
    Story story = stays ? before.story() : oldest(lookalikes);
    List<Lookalike> members = lookalikes.stream().filter(it -> isOf(story, it)).toList();
    int known = members.stream().mapToInt(Lookalike::copies).max().orElse(1);
    int copies =
        stays ? Math.max(before.copies(), members.size() + 1) : Math.max(known, members.size()) + 1;
    Lookalike compared =
        members.stream()
            .filter(it -> it.itemId().equals(story.firstItemId()))
            .findFirst()
            .orElseGet(
                () ->
                    members.stream()
                        .max(
                            Comparator.comparingDouble(Lookalike::contained)
                                .thenComparing(Lookalike::itemId))
                        .orElseThrow());
    return new Place(story, copies, compared.itemId(), 1 - compared.contained());
  }

  private static Story oldest(List<Lookalike> lookalikes) {
    Stream<Lookalike> entered =
        lookalikes.stream().filter(Lookalike::isFirst).min(BY_ENTRY).stream();
    return Stream.concat(entered, lookalikes.stream().filter(it -> !it.isFirst()))
        .map(Lookalike::story)
        .min(Story.BY_AGE)
        .orElseThrow();
  }

  private static boolean isOf(Story story, Lookalike lookalike) {
    return lookalike.story().firstItemId().equals(story.firstItemId());
  }
}
