package dev.dateline.wire;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Element;

/** What WordPress's exports (WXR) have beside RSS: kinds and states of posts, shortcodes. Pure. */
final class WordPress {

  /** Start of the namespace that exports declare, whatever their version. */
  static final String NAMESPACE = "http://wordpress.org/export/";

  private static final Set<String> NO_TEXTS =
      Set.of("attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset");

  /** "[caption id=…]", "[/caption]", "[gallery ids=…]": a name, attributes with values. */
  private static final Pattern SHORTCODE =
      Pattern.compile(
          "\\[/?[a-z][a-z0-9]*+(?:[_-][a-z0-9]++){0,6}+(?:\\s[^\\[\\]]{0,400}=[^\\[\\]]{0,400}+|\\s?/)?\\]");

  /** Those that come with WordPress and may stand alone. */
  private static final Set<String> KNOWN =
      Set.of("gallery", "caption", "embed", "audio", "video", "playlist");

  private WordPress() {}

  /** Whether the post is a picture, a menu or the like rather than something to read. */
  static boolean isAttachment(List<Element> markup) {
    return NO_TEXTS.contains(text(markup, "post_type"));
  }

  /** The post's state, or null where it says none: a draft is withheld, a deleted post is gone. */
  static PubStatus status(List<Element> markup) {
    return switch (text(markup, "status")) {
      case "publish", "inherit" -> PubStatus.USABLE;
      case "draft", "pending", "future", "private", "auto-draft" -> PubStatus.WITHHELD;
      case "trash" -> PubStatus.CANCELED;
      default -> null;
    };
  }

  /** {@code html} with what its shortcodes enclose, but without them. */
  static String withoutShortcodes(String html) {
    return html.indexOf('[') < 0
        ? html
        : SHORTCODE
            .matcher(html)
            .replaceAll(
                found ->
                    isShortcode(found.group(), html)
                        ? ""
                        : Matcher.quoteReplacement(found.group()));
  }

  /** Writers set words in brackets too: a shortcode is closed, has values or a technical name. */
  private static boolean isShortcode(String bracketed, String html) {
    String name = bracketed.substring(1, bracketed.length() - 1).strip();
    return name.indexOf('=') > 0
        || name.indexOf('_') > 0
        || name.indexOf('/') >= 0
        || KNOWN.contains(name)
        || html.contains("[/" + name + "]");
  }

  private static String text(List<Element> markup, String name) {
    for (Element element : markup) {
      if (element.getName().equals(name) && element.getNamespaceURI().startsWith(NAMESPACE)) {
        return element.getTextTrim();
      }
    }
    return "";
  }
}
