package dev.dateline.record;

import dev.dateline.enrich.EnrichedItem;
import java.util.ArrayList;
import java.util.List;

/** Maps quotes and their speakers. */
final class QuoteRecords {

  private QuoteRecords() {}

  /**
   * @param item the item, for quotes that stand alone; null inside an enriched article
   */
  static List<Quote> quotes(EnrichedItem enriched, ItemRef item) {
    List<Quote> records = new ArrayList<>(enriched.quotes().size());
    for (dev.dateline.quotes.Quote quote : enriched.quotes()) {
      records.add(quote(quote, item));
    }
    return records;
  }

  private static Quote quote(dev.dateline.quotes.Quote quote, ItemRef item) {
    return Quote.newBuilder()
        .setId(quote.id())
        .setItem(item)
        .setKind(QuoteKind.valueOf(quote.kind().name()))
        .setText(quote.text())
        .setSpans(Records.spans(quote.spans()))
        .setVerbatim(Records.spans(quote.verbatim()))
        .setCue(cue(quote.cue()))
        .setSpeaker(speaker(quote.speaker()))
        .setJointWith(speakers(quote.jointWith()))
        .setAddressee(Records.textSpan(quote.addressee()))
        .setStance(quote.stance() == null ? Stance.UNKNOWN : Stance.valueOf(quote.stance().name()))
        .setMedium(quote.medium())
        .setVia(Records.textSpan(quote.via()))
        .setSaid(said(quote.said()))
        .setNestedIn(quote.nestedIn())
        .setSection(quote.section())
        .setSectionId(quote.sectionId())
        .setSentence(Records.textSpan(quote.sentence()))
        .setConfidence(quote.confidence())
        .build();
  }

  private static Cue cue(dev.dateline.text.TextSpan cue) {
    return cue == null ? null : new Cue(cue.text(), cue.span().start(), cue.span().end());
  }

  private static List<Speaker> speakers(List<dev.dateline.quotes.Speaker> speakers) {
    List<Speaker> records = new ArrayList<>(speakers.size());
    for (dev.dateline.quotes.Speaker speaker : speakers) {
      records.add(speaker(speaker));
    }
    return records;
  }

  private static Speaker speaker(dev.dateline.quotes.Speaker speaker) {
    if (speaker == null) {
      return null;
    }
    dev.dateline.text.TextSpan mention = speaker.mention();
    return Speaker.newBuilder()
        .setText(mention == null ? null : mention.text())
        .setStart(mention == null ? null : mention.span().start())
        .setEnd(mention == null ? null : mention.span().end())
        .setKind(SpeakerKind.valueOf(speaker.kind().name()))
        .setName(speaker.name())
        .setRole(speaker.role())
        .setAffiliation(speaker.affiliation())
        .setEntityId(speaker.entityId())
        .build();
  }

  private static Said said(dev.dateline.quotes.Said said) {
    return said == null
        ? null
        : new Said(
            said.words().text(),
            said.date() == null ? null : said.date().toString(),
            said.words().span().start(),
            said.words().span().end());
  }
}
