package dev.dateline.quotes;

import dev.dateline.article.Article;
import dev.dateline.entities.Entity;
import dev.dateline.entities.EntityExtractor;
import dev.dateline.text.Document;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Articles spoilt at random: quotation marks dropped, doubled and swapped, words cut out, texts cut
 * short, characters from anywhere in Unicode.
 *
 * <p>Usage: {@code Mutations COUNT [SEED]}; prints the slowest in thread time, and fails with the
 * first exception.
 */
public final class Mutations {

  private static final String MARKS = "\"“”„«»‘’'`‹›\u300c\u300d";

  private static final List<String> ARTICLES =
      List.of(
          """
          Two ministers, one road

          KORSA (Balkan Wire) - "We will open the bridge in May," Transport Minister Dana Kralova \
          told reporters on Monday. "It cost less than we feared," she added.

          According to Kralova, the loan is "a promise kept". Opposition leader Milan Kovar said \
          the plan was ‘a gift’ to builders and that he'd vote against it.

          "First the cranes went dark.

          "Then the water came over the quay," port chief Ada Brandt said. "She told me, ‘Run!’ and \
          I did."
          """,
          """
          Interview

          Q: Why did you resign?

          A: Because the board [of the bank] would not listen ...

          HALE: I'd do it again — “gladly”.

          The statement reads:

          We deeply regret the loss of the Aurora and will compensate every family.

          „Die Fabrik bleibt“, said plant manager Jonas Weber; «Nous restons», said Claire Aubin.
          """,
          """
          Energy plan in trouble: Calder

          ‘The ministers’ plan won’t survive the winter,’ said Fiona Calder, the shadow energy \
          secretary. ‘It’s a mess.’ She was quoted as saying the ’90s were better.

          Officials denied that any 6'2" pylons had been ordered, adding that more could follow. \
          A spokesman for the ministry declined to comment. "No," he wrote on Twitter on 3 March.
          """);

  private Mutations() {}

  public static void main(String[] args) {
    int count = Integer.parseInt(args[0]);
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long slowest = 0;
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      Article article = article(random);
      // Entities cost more than quotes do: every tenth article has some.
      List<Entity> entities = i % 10 == 0 ? EntityExtractor.standard().extract(article) : List.of();
      long start = threads.getCurrentThreadCpuTime();
      QuoteExtractor.standard().extract(article, entities);
      long nanos = threads.getCurrentThreadCpuTime() - start;
      slowest = i < 2000 ? 0 : Math.max(slowest, nanos);
    }
    new PrintStream(System.out, true, StandardCharsets.UTF_8)
        .printf("%d articles, the slowest in %.1f ms%n", count, slowest / 1e6);
  }

  /** A spoilt article. */
  static Article article(Random random) {
    StringBuilder text = new StringBuilder(ARTICLES.get(random.nextInt(ARTICLES.size())));
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes && text.length() > 2; i++) {
      change(text, random);
    }
    return new Article(
        "mutation",
        null,
        Document.of(text.toString()),
        null,
        null,
        null,
        "en",
        List.of(),
        List.of(),
        List.of());
  }

  private static void change(StringBuilder text, Random random) {
    int at = random.nextInt(text.length());
    switch (random.nextInt(7)) {
      case 0 -> {
        int mark = nextMark(text, at);
        text.delete(mark, Math.min(text.length(), mark + 1));
      }
      case 1 -> {
        int mark = nextMark(text, at);
        text.insert(mark, mark < text.length() ? text.charAt(mark) : '"');
      }
      case 2 -> {
        int mark = nextMark(text, at);
        if (mark < text.length()) {
          text.setCharAt(mark, MARKS.charAt(random.nextInt(MARKS.length())));
        }
      }
      case 3 -> text.setLength(at);
      case 4 -> text.insert(at, Character.toChars(random.nextInt(0xD800)));
      case 5 -> text.insert(at, Character.toChars(0x10000 + random.nextInt(0x10000)));
      default -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
    }
  }

  private static int nextMark(StringBuilder text, int from) {
    int at = from;
    while (at < text.length() && MARKS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
