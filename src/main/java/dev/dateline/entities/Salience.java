package dev.dateline.entities;

import dev.dateline.text.Document;

/** How much an article is about an entity: headline, lead and frequency, 0 to 1. */
final class Salience {

  private static final double HEADLINE = 0.35;
  private static final double LEAD = 0.25;
  private static final double FREQUENCY = 0.4;
  private static final int OFTEN = 6;

  private Salience() {}

  /**
   * Weighs one entity.
   *
   * @param headlineEnd UTF-16 index one past the headline, 0 where there is none
   */
  static double of(Cluster cluster, Document document, int headlineEnd) {
    boolean inHeadline = false;
    int firstInBody = Integer.MAX_VALUE;
    for (Name name : cluster.names) {
      if (document.tokens().begin(name.first) < headlineEnd) {
        inHeadline = true;
      } else {
        firstInBody = Math.min(firstInBody, document.paragraphOf(name.first));
      }
    }
    int start = headlineEnd > 0 ? 1 : 0;
    double lead =
        firstInBody == Integer.MAX_VALUE ? 0 : 1.0 / (1 + Math.max(0, firstInBody - start));
    double often = Math.min(cluster.names.size(), OFTEN) / (double) OFTEN;
    double sum = (inHeadline ? HEADLINE : 0) + LEAD * lead + FREQUENCY * often;
    return Math.round(sum * 1000) / 1000.0;
  }
}
