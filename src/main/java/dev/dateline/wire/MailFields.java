package dev.dateline.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Fields that correspondents write above the text of an e-mail, a line each: "Headline: …",
 * "Abstract: …". Pure.
 */
final class MailFields {

  private static final int REACH = 8;
  private static final int LONGEST = 400;

  private MailFields() {}

  /** {@code item} with the fields that its first lines name, and without these lines. */
  static WireItem read(WireItem item) {
    WireItem.Builder out = null;
    List<Block> rest = new ArrayList<>(item.body());
    for (Block block : item.body().subList(0, Math.min(REACH, item.body().size()))) {
      int colon = block.text().indexOf(':');
      String value = colon < 0 ? "" : block.text().substring(colon + 1).strip();
      if (value.isEmpty() || value.length() > LONGEST) {
        continue;
      }
      WireItem.Builder to = out == null ? item.toBuilder() : out;
      if (set(to, block.text().substring(0, colon).strip().toLowerCase(Locale.ROOT), value)) {
        out = to;
        rest.remove(block);
      }
    }
    return out == null ? item : out.body(rest).build();
  }

  private static boolean set(WireItem.Builder item, String name, String value) {
    switch (name) {
      case "headline" -> item.headline(value);
      case "abstract", "subhead", "standfirst" -> item.subhead(value);
      case "slug", "slugline", "keyword", "keywords" -> item.slug(value);
      case "byline" -> item.byline(value);
      case "dateline" -> item.dateline(value);
      case "ednote", "editor's note", "note to editors" -> item.edNote(value);
      default -> {
        return false;
      }
    }
    return true;
  }
}
