package dev.dateline.cli;

/**
 * What standard output can show.
 *
 * @param colour whether it takes ANSI colours: a terminal, and nobody asked for none
 * @param width columns to fill, between 40 and 100: longer lines are hard to read
 */
record Terminal(boolean colour, int width) {

  private static final int NARROWEST = 40;
  private static final int WIDEST = 100;

  /** Output to a file or a pipe. */
  static final Terminal PLAIN = new Terminal(false, 80);

  Terminal {
    width = Math.max(NARROWEST, Math.min(WIDEST, width));
  }

  /**
   * Standard output of this process. The launcher says whether it is a terminal; without it, only a
   * console on both ends counts as one.
   */
  static Terminal standardOutput() {
    boolean colour = isTerminal("dateline.terminal.out") && wantsColour();
    return new Terminal(colour, Integer.getInteger("dateline.terminal.columns", PLAIN.width()));
  }

  /** Whether standard error is a terminal, for progress bars. */
  static boolean isErrorTerminal() {
    return isTerminal("dateline.terminal.err");
  }

  private static boolean isTerminal(String property) {
    return Boolean.getBoolean(property)
        || (System.getProperty("java.class.version").compareTo("66") < 0
            && System.console() != null);
  }

  /** See no-color.org. */
  private static boolean wantsColour() {
    String no = System.getenv("NO_COLOR");
    return (no == null || no.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
  }
}
