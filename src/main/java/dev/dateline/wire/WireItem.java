package dev.dateline.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One item as its provider sent it, whatever the format: fields and blocks, not yet cleaned
 * Immutable; made with {@link #builder}
 *
 * @param source name of the feed or agency; never empty
 * @param guid the provider's own stable id, without its version; null where it gave none
 * @param version the provider's version, as given, or null
 * @param versionCreated when this version was made, or null
 * @param firstCreated when the item was first made, or null
 * @param pubStatus publication status; never null
 * @param embargo not to be published before, or null
 * @param headline headline as sent, or null
 * @param subheads subheads, in order
 * @param byline byline as sent, or null
 * @param dateline dateline where the format has a field for it, or null: it may yet stand in the
 *     body
 * @param located where the item was written, from the metadata, or null
 * @param language BCP 47 tag as the provider gave it, or null
 * @param slug slug or catch-line, or null
 * @param urgency IPTC urgency, 1 (most urgent) to 9, or null
 * @param edNote editor's note or advisory, or null
 * @param usageTerms usage terms, or null
 * @param copyright copyright notice, or null
 * @param url where the item is published, or null
 * @param agency the provider as the item itself names it, or null
 * @param subjects subjects, in order
 * @param relatedIds ids of related items
 * @param supersedes ids of the items that this one replaces
 * @param body the body, in order; empty where the item has no text
 * @param format the format it was read from
 */
public record WireItem(
    String source,
    String guid,
    String version,
    Instant versionCreated,
    Instant firstCreated,
    PubStatus pubStatus,
    Instant embargo,
    String headline,
    List<String> subheads,
    String byline,
    String dateline,
    String located,
    String language,
    String slug,
    Integer urgency,
    String edNote,
    String usageTerms,
    String copyright,
    String url,
    String agency,
    List<Subject> subjects,
    List<String> relatedIds,
    List<String> supersedes,
    List<Block> body,
    String format) {

  public WireItem {
    if (source == null || source.isBlank()) {
      throw new IllegalArgumentException("an item needs a source");
    }
    pubStatus = pubStatus == null ? PubStatus.USABLE : pubStatus;
    subheads = List.copyOf(subheads);
    subjects = List.copyOf(subjects);
    relatedIds = List.copyOf(relatedIds);
    supersedes = List.copyOf(supersedes);
    body = List.copyOf(body);
  }

  /** A builder that holds all of this item. */
  public Builder toBuilder() {
    Builder builder =
        builder(source)
            .guid(guid)
            .version(version)
            .versionCreated(versionCreated)
            .firstCreated(firstCreated)
            .pubStatus(pubStatus)
            .embargo(embargo)
            .headline(headline)
            .byline(byline)
            .dateline(dateline)
            .located(located)
            .language(language)
            .slug(slug)
            .urgency(urgency)
            .edNote(edNote)
            .usageTerms(usageTerms)
            .copyright(copyright)
            .url(url)
            .agency(agency)
            .format(format);
    subheads.forEach(builder::subhead);
    subjects.forEach(builder::subject);
    relatedIds.forEach(builder::relatedId);
    supersedes.forEach(builder::supersedes);
    body.forEach(builder::block);
    return builder;
  }

  /** Starts an item of {@code source}. */
  public static Builder builder(String source) {
    return new Builder(source);
  }

  /**
   * Collects the fields of an item; blank strings and what stands for them count as absent, a
   * subject given twice as one. Not thread-safe.
   */
  public static final class Builder {

    private final String source;
    private String guid;
    private String version;
    private Instant versionCreated;
    private Instant firstCreated;
    private PubStatus pubStatus;
    private Instant embargo;
    private String embargoWritten;
    private String headline;
    private final List<String> subheads = new ArrayList<>();
    private String byline;
    private String dateline;
    private String located;
    private String language;
    private String slug;
    private Integer urgency;
    private String edNote;
    private String usageTerms;
    private String copyright;
    private String url;
    private String agency;
    private final List<Subject> subjects = new ArrayList<>();
    private final List<String> relatedIds = new ArrayList<>();
    private final List<String> supersedes = new ArrayList<>();
    private final List<Block> body = new ArrayList<>();
    private String format;

    private Builder(String source) {
      this.source = source;
    }

    public Builder guid(String value) {
      guid = isBlank(value) ? null : value.strip();
      return this;
    }

    public Builder version(String value) {
      version = isBlank(value) ? null : value.strip();
      return this;
    }

    public Builder versionCreated(Instant value) {
      versionCreated = value;
      return this;
    }

    public Builder firstCreated(Instant value) {
      firstCreated = value;
      return this;
    }

    public Builder pubStatus(PubStatus value) {
      pubStatus = value;
      return this;
    }

    public Builder embargo(Instant value) {
      embargo = value;
      return this;
    }

    /**
     * An embargo as it is written. One that holds a date of some sort, but none that can be read,
     * withholds the item until a later version tells more: held too long is better than leaked.
     */
    public Builder embargoAsWritten(String value) {
      embargo = Dates.parse(value);
      embargoWritten = embargo == null ? value : null;
      return this;
    }

    public Builder headline(String value) {
      headline = isBlank(value) ? null : value.strip();
      return this;
    }

    public Builder subhead(String value) {
      if (!isBlank(value)) {
        subheads.add(value.strip());
      }
      return this;
    }

    public Builder byline(String value) {
      byline = isBlank(value) ? null : value.strip();
      return this;
    }

    public Builder dateline(String value) {
      dateline = isBlank(value) ? null : value.strip();
      return this;
    }

    public Builder located(String value) {
      located = isBlank(value) ? null : value.strip();
      return this;
    }

    public Builder language(String value) {
      language = isBlank(value) ? null : value.strip();
      return this;
    }

    public Builder slug(String value) {
      slug = isBlank(value) ? null : value.strip();
      return this;
    }

    public Builder urgency(Integer value) {
      urgency = value;
      return this;
    }

    public Builder edNote(String value) {
      edNote = isBlank(value) ? null : value.strip();
      return this;
    }

    public Builder usageTerms(String value) {
      usageTerms = isBlank(value) ? null : value.strip();
      return this;
    }

    public Builder copyright(String value) {
      copyright = isBlank(value) ? null : value.strip();
      return this;
    }

    public Builder url(String value) {
      url = isBlank(value) ? null : value.strip();
      return this;
    }

    public Builder agency(String value) {
      agency = isBlank(value) ? null : value.strip();
      return this;
    }

    public Builder subject(Subject value) {
      Subject named = SubjectNames.named(value);
      if (!subjects.contains(named)) {
        subjects.add(named);
      }
      return this;
    }

    public Builder relatedId(String value) {
      if (!isBlank(value) && !relatedIds.contains(value.strip())) {
        relatedIds.add(value.strip());
      }
      return this;
    }

    public Builder supersedes(String value) {
      if (!isBlank(value) && !supersedes.contains(value.strip())) {
        supersedes.add(value.strip());
      }
      return this;
    }

    public Builder block(Block value) {
      if (!value.text().isBlank()) {
        body.add(value);
      }
      return this;
    }

    /** Puts {@code blocks} in the place of all that the body has so far. */
    public Builder body(List<Block> blocks) {
      body.clear();
      blocks.forEach(this::block);
      return this;
    }

    public Builder format(String value) {
      format = isBlank(value) ? null : value.strip();
      return this;
    }

    public WireItem build() {
      if (embargo == null && embargoWritten != null) {
        Instant made = versionCreated == null ? firstCreated : versionCreated;
        embargo = EmbargoTime.read(embargoWritten.strip(), made, language);
      }
      boolean unread =
          embargo == null
              && embargoWritten != null
              && embargoWritten.chars().anyMatch(Character::isDigit);
      return new WireItem(
          source,
          guid,
          version,
          versionCreated,
          firstCreated,
          unread && pubStatus != PubStatus.CANCELED ? PubStatus.WITHHELD : pubStatus,
          embargo,
          headline,
          subheads,
          byline,
          dateline,
          located,
          language,
          slug,
          urgency,
          edNote,
          usageTerms,
          copyright,
          url,
          agency,
          subjects,
          relatedIds,
          supersedes,
          body,
          format);
    }

    private static boolean isBlank(String value) {
      return Placeholders.isAbsent(value);
    }
  }
}
