package dev.dateline.bench;

import dev.dateline.article.Article;
import dev.dateline.article.Section;
import dev.dateline.enrich.EnrichedItem;
import dev.dateline.entities.Entity;
import dev.dateline.entities.EntityType;
import dev.dateline.entities.Mention;
import dev.dateline.quotes.Quote;
import dev.dateline.quotes.QuoteKind;
import dev.dateline.quotes.Speaker;
import dev.dateline.quotes.Stance;
import dev.dateline.rules.Rule;
import dev.dateline.text.Document;
import dev.dateline.text.Span;
import dev.dateline.text.TextSpan;
import dev.dateline.wire.WireItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Articles of made-up words that are as frequent as those of a language, and rules over the same
 * words: always the same ones. An article has about 885 tokens, some 430 of them different, 25
 * names, 12 quotes and, every third, four sections.
 */
final class RandomNews {

  private static final int TOKENS = 885;
  private static final int WORDS = 1_000_000;
  private static final int PERSONS = 200_000;

  /** Makes frequent words more frequent than in plain Zipf, as function words are. */
  private static final double STEEPNESS = 1.35;

  private static final String[] ONSETS = {
    "b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "st", "tr", "gl"
  };
  private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ei"};

  private final Random random;

  RandomNews(long seed) {
    random = new Random(seed);
  }

  EnrichedItem item(int number) {
    StringBuilder text = new StringBuilder("Headline " + sentence(8) + "\n\n");
    List<int[]> quotes = new ArrayList<>();
    List<String> speakers = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<int[]> mentions = new ArrayList<>();
    List<Integer> headings = new ArrayList<>();
    int tokens = 10;
    int paragraph = 0;
    while (tokens < TOKENS) {
      if (number % 3 == 0 && paragraph > 0 && paragraph % 4 == 0 && headings.size() < 4) {
        headings.add(text.length());
        text.append(capital(word(rank(random)))).append("\n\n");
      }
      String person = person(random.nextInt(3) == 0 && !names.isEmpty() ? -1 : 0, names);
      mentions.add(new int[] {text.length(), text.length() + person.length()});
      names.add(person);
      text.append(person).append(' ').append(sentence(20)).append(". ");
      tokens += 23;
      if (paragraph % 2 == 0) {
        int begin = text.length() + 1;
        text.append('\u201c').append(capital(sentence(24)));
        quotes.add(new int[] {begin, text.length()});
        speakers.add(person);
        text.append(",\u201d said ").append(person).append('.');
        tokens += 31;
      }
      text.append("\n\n");
      paragraph++;
    }
    return enriched(number, text.toString().strip(), quotes, speakers, names, mentions, headings);
  }

  private static EnrichedItem enriched(
      int number,
      String text,
      List<int[]> quotes,
      List<String> speakers,
      List<String> names,
      List<int[]> mentions,
      List<Integer> headings) {
    Document document = Document.of(text);
    WireItem wire = WireItem.builder("bench").guid("item" + number).urgency(1 + number % 9).build();
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      int begin = headings.get(i);
      int end = i + 1 < headings.size() ? headings.get(i + 1) - 2 : text.length();
      TextSpan heading = document.textSpan(begin, text.indexOf("\n\n", begin));
      sections.add(
          new Section("s" + i, heading.text(), 1, heading.span(), document.span(begin, end)));
    }
    List<Entity> entities = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Mention mention =
          new Mention(
              document.span(mentions.get(i)[0], mentions.get(i)[1]),
              names.get(i),
              Mention.Kind.NAME);
      entities.add(
          new Entity(
              "e" + i,
              EntityType.PERSON,
              null,
              names.get(i),
              List.of(),
              List.of(),
              Entity.Gender.UNKNOWN,
              null,
              null,
              List.of(),
              null,
              null,
              0.5,
              List.of(mention)));
    }
    List<Quote> said = new ArrayList<>();
    for (int i = 0; i < quotes.size(); i++) {
      Span span = document.span(quotes.get(i)[0], quotes.get(i)[1]);
      TextSpan mention =
          document.textSpan(span.end() + 8, span.end() + 8 + speakers.get(i).length());
      said.add(
          new Quote(
              "q" + i,
              QuoteKind.DIRECT,
              document.text(span),
              List.of(span),
              List.of(span),
              null,
              new Speaker(mention, Speaker.Kind.NAME, speakers.get(i), null, null, null),
              List.of(),
              null,
              Stance.ASSERTED,
              null,
              null,
              null,
              null,
              null,
              null,
              mention,
              0.9));
    }
    Article article =
        new Article(
            "bench:item" + number,
            wire,
            document,
            document.textSpan(0, text.indexOf("\n\n")),
            null,
            null,
            "en",
            List.of(),
            sections,
            List.of());
    return new EnrichedItem(article, entities, said);
  }

  /**
   * A rule that about one article in {@code 1 / probability} matches, in one of the shapes that
   * people write.
   */
  Rule rule(int number, double probability) {
    int shape = random.nextInt(100);
    String query;
    if (shape < 30) {
      query = rare(probability);
    } else if (shape < 45) {
      query =
          rare(probability / 3) + " OR " + rare(probability / 3) + " OR " + rare(probability / 3);
    } else if (shape < 60) {
      query = rare(Math.min(0.5, probability * 5)) + " AND " + rare(0.2);
    } else if (shape < 70) {
      query = "\"" + name(Math.min(1, probability)) + "\"";
    } else if (shape < 78) {
      String word = rare(probability / 4);
      query = word.substring(0, Math.max(4, word.length() - 2)) + "*";
    } else if (shape < 85) {
      query = rare(Math.min(0.5, probability * 20)) + " NEAR/5 " + rare(0.9);
    } else if (shape < 90) {
      query = "speaker:" + last(name(probability)) + " AND NOT " + rare(0.01);
    } else if (shape < 95) {
      query = "speaker:" + last(name(Math.min(1, probability * 5))) + " AND " + rare(0.5);
    } else {
      query = "person:\"" + name(probability) + "\" NOT " + rare(probability);
    }
    return new Rule("rule" + number, query);
  }

  private String sentence(int words) {
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < words; i++) {
      sentence.append(i == 0 ? "" : " ").append(word(rank(random)));
    }
    return sentence.toString();
  }

  private static int rank(Random random) {
    double u = Math.pow(random.nextDouble(), STEEPNESS);
    return (int) Math.exp(u * Math.log(WORDS));
  }

  /** A word that stands in about that share of all articles. */
  private String rare(double probability) {
    int low = 1;
    int high = WORDS;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (1 - Math.exp(-TOKENS * frequency(middle)) > probability) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    // Any of the words about as frequent.
    return word(Math.max(1, (int) (low * (0.7 + 0.6 * random.nextDouble()))));
  }

  private static double frequency(int rank) {
    double log = Math.log(WORDS);
    double power = 1 / STEEPNESS;
    return power * Math.pow(Math.log(rank + 1.0) / log, power - 1) / (rank * log);
  }

  private static int personRank(Random random) {
    return (int) Math.exp(random.nextDouble() * Math.log(PERSONS));
  }

  private String person(int index, List<String> names) {
    return index < 0 ? names.get(random.nextInt(names.size())) : name(personRank(random));
  }

  /** A name that stands in about that share of all articles, of 17 names each. */
  private String name(double probability) {
    double rank = 17 / (probability * Math.log(PERSONS));
    return name((int) Math.min(PERSONS, Math.max(1, rank * (0.7 + 0.6 * random.nextDouble()))));
  }

  private static String name(int rank) {
    return capital(word(1000 + rank % 997)) + " " + capital(word(2_000_000 + rank));
  }

  private static String last(String name) {
    return name.substring(name.indexOf(' ') + 1);
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** The word of a rank: the more frequent, the shorter. */
  private static String word(int rank) {
    StringBuilder word = new StringBuilder();
    int rest = rank;
    do {
      word.append(ONSETS[rest % ONSETS.length]);
      rest /= ONSETS.length;
      word.append(VOWELS[rest % VOWELS.length]);
      rest /= VOWELS.length;
    } while (rest > 0);
    return word.append('n').toString();
  }
}
