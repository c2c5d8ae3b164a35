package dev.dateline.wire;

import dev.dateline.text.Normaliser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads embargoes that desks state in prose, in the headline, a note or a line of the text:
 * "EMBARGOED until 10:00 GMT Monday 3 May", "NOT FOR RELEASE BEFORE …". Pure; thread-safe.
 */
public final class Embargoes {

  private static final int LONGEST_NOTE = 4000;

  /** How a line starts that is for editors. */
  private static final Pattern NOTE =
      Pattern.compile(
          "[\\s*\\[(]*+(?:eds|att|attention|editors?['\\u2019]?s?|notes? to)\\b",
          Pattern.CASE_INSENSITIVE);

  private Embargoes() {}

  /**
   * Index behind the notice of an embargo, or of the end of one, that {@code text} starts with; 0
   * where it starts with none.
   */
  public static int noticeEnd(String text) {
    EmbargoNotice notice = EmbargoNotice.at(text);
    return notice == null ? 0 : notice.end();
  }

  /**
   * {@code item} under the embargo that its headline, notes or text state. One that is stated, but
   * whose time cannot be read, withholds the item until a later version tells more; of several the
   * latest holds. An embargo in a field of the format stands as it is: it is the more exact.
   *
   * @param received when the item was received, or null; it counts where the item has no time
   */
  static WireItem apply(WireItem item, Instant received) {
    if (item.pubStatus() == PubStatus.CANCELED || item.embargo() != null) {
      return item;
    }
    List<EmbargoNotice> notices = new ArrayList<>();
    addStart(item.headline(), notices);
    item.subheads().forEach(subhead -> addStart(subhead, notices));
    addAny(item.edNote(), notices);
    addAny(item.usageTerms(), notices);
    for (Block block : item.body()) {
      if (NOTE.matcher(block.text()).lookingAt()) {
        addAny(block.text(), notices);
      } else {
        addStart(block.text(), notices);
      }
    }
    notices.removeIf(EmbargoNotice::lifted);
    if (notices.isEmpty()) {
      return item;
    }
    Instant made = item.versionCreated() == null ? item.firstCreated() : item.versionCreated();
    Instant until = null;
    for (EmbargoNotice notice : notices) {
      Instant stated =
          notice.time() == null
              ? null
              : notice.time().resolve(made == null ? received : made, item.language());
      until = until == null || stated != null && stated.isAfter(until) ? stated : until;
    }
    return until == null
        ? item.toBuilder().pubStatus(PubStatus.WITHHELD).build()
        : item.toBuilder().embargo(until).build();
  }

  private static void addStart(String text, List<EmbargoNotice> notices) {
    if (text == null || !EmbargoNotice.mayStart(text)) {
      return;
    }
    EmbargoNotice notice = EmbargoNotice.at(Normaliser.clean(text));
    if (notice != null) {
      notices.add(notice);
    }
  }

  /** A note to editors may come to the embargo anywhere, at the start of a sentence or line. */
  private static void addAny(String note, List<EmbargoNotice> notices) {
    if (note == null || !EmbargoNotice.isLikely(note)) {
      return;
    }
    String text = note.substring(0, Math.min(note.length(), LONGEST_NOTE));
    for (String sentence : text.split("(?<=[.!;:)\\]])\\s|\\R")) {
      addStart(sentence, notices);
    }
    if (notices.isEmpty()) {
      addStart(text, notices);
    }
  }
}
