package dev.dateline.wire;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** What the readers of XML formats ask of elements; a null element has nothing. Pure. */
final class Elements {

  private Elements() {}

  /** The first child of that name, or null. */
  static Element child(Element parent, String name) {
    if (parent != null) {
      for (Element child : parent.children()) {
        if (child.tagName().equals(name)) {
          return child;
        }
      }
    }
    return null;
  }

  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    if (parent != null) {
      for (Element child : parent.children()) {
        if (child.tagName().equals(name)) {
          found.add(child);
        }
      }
    }
    return found;
  }

  /** The words of the first child of that name, or null where it is missing or blank. */
  static String text(Element parent, String name) {
    Element child = child(parent, name);
    return child == null || child.text().isBlank() ? null : child.text().strip();
  }

  /** The words of the first descendant that the selector finds, or null. */
  static String find(Element parent, String selector) {
    Element found = parent == null ? null : parent.selectFirst(selector);
    return found == null || found.text().isBlank() ? null : found.text().strip();
  }

  static String attribute(Element element, String name) {
    return element == null || element.attr(name).isBlank() ? null : element.attr(name).strip();
  }

  /** The value of the first descendant that the selector finds, in that attribute, or null. */
  static String find(Element parent, String selector, String attribute) {
    return parent == null ? null : attribute(parent.selectFirst(selector), attribute);
  }

  /** The concept that an element of NewsML-G2 names: QCode, URI or literal; or null. */
  static String code(Element element) {
    return element == null
        ? null
        : first(element.attr("qcode"), element.attr("uri"), element.attr("literal"));
  }

  /** A name for people: the English or first one given, else the literal or the words inside. */
  static String name(Element element) {
    if (element == null) {
      return null;
    }
    String any = null;
    for (Element name : children(element, "name")) {
      if (!name.text().isBlank()) {
        any = any == null || name.attr("lang").startsWith("en") ? name.text().strip() : any;
      }
    }
    return any != null ? any : first(element.attr("literal"), element.ownText());
  }

  static Integer integer(String text) {
    if (text == null || text.isEmpty() || text.length() > 4) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return null;
      }
    }
    return Integer.valueOf(text);
  }

  static String first(String... values) {
    for (String value : values) {
      if (value != null && !value.isBlank()) {
        return value.strip();
      }
    }
    return null;
  }
}
