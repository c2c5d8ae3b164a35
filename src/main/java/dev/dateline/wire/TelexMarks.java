package dev.dateline.wire;

/**
 * Marks that a teleprinter lacks, in the stead that American agencies send for them: two accents
 * and two apostrophes for quotation marks, a low line for a dash, a brace for a half. Pure.
 */
final class TelexMarks {

  private TelexMarks() {}

  /** {@code line} as it is printed. */
  static String written(String line) {
    String text = line.equals("_") ? "\u2014" : line;
    if (text.indexOf('`') >= 0) {
      text = text.replace("``", "\u201c").replace('`', '\u2018');
    }
    if (text.contains("''")) {
      text = text.replace("''", "\u201d");
    }
    return text.indexOf('_') < 0 && text.indexOf('{') < 0
        ? text
        : text.replaceAll("(?<=[^ ] )_(?= [^ ])", "\u2014").replaceAll("(?<![^\\d ])\\{", "\u00bd");
  }
}
