package dev.dateline.article;

import dev.dateline.text.Span;
import java.util.List;

/**
 * The dateline that opens a body.
 *
 * @param text as it stands in the text
 * @param span where it stands
 * @param places places named, in order, as written
 * @param agency agency named, or null
 * @param date date as written, or null
 */
public record Dateline(String text, Span span, List<String> places, String agency, String date) {

  public Dateline {
    places = List.copyOf(places);
  }
}
