package dev.dateline.entities;

import dev.dateline.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Scores what is said of names on {@link LabelledArticle}s: clusters by B3 (Bagga and Baldwin,
 * 1998) over the mentions that are names in both, and of the entities that share a mention,
 * canonical names, roles, affiliations, genders and the countries of places. {@code FactScores
 * [fresh|world|blind]} prints the scores and every error, of the blind set the scores alone.
 */
final class FactScores {

  /** How many of how many were right. */
  static final class Share {
    private int right;
    private int all;

    void add(boolean isRight) {
      right += isRight ? 1 : 0;
      all++;
    }

    double percent() {
      return 100.0 * right / Math.max(1, all);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1f %% of %d", percent(), all);
    }
  }

  final Share canonical = new Share();
  final Share role = new Share();
  final Share rolePrecision = new Share();
  final Share affiliation = new Share();
  final Share gender = new Share();
  final Share genderTold = new Share();
  final Share country = new Share();
  final List<String> errors = new ArrayList<>();
  private double precision;
  private double recall;
  private int mentions;

  private FactScores() {}

  public static void main(String[] args) throws IOException {
    List<LabelledArticle> articles =
        args.length > 0 ? LabelledArticle.readSet(args[0]) : LabelledArticle.readAll();
    FactScores scores = of(articles, EntityExtractor.standard());
    if (args.length == 0 || !args[0].equals("blind")) {
      scores.errors.forEach(System.out::println);
    }
    System.out.println(scores);
  }

  static FactScores of(List<LabelledArticle> articles, EntityExtractor extractor) {
    FactScores scores = new FactScores();
    for (LabelledArticle article : articles) {
      scores.add(article, extractor.extract(article.document(), 0));
    }
    return scores;
  }

  /** F1 of B3, in percent. */
  double clusters() {
    return 200 * precision * recall / (precision + recall) / mentions;
  }

  private void add(LabelledArticle article, List<Entity> found) {
    Map<Span, Entity> bySpan = new HashMap<>();
    found.forEach(entity -> entity.mentions().forEach(m -> bySpan.put(m.span(), entity)));
    Set<Span> common = new HashSet<>();
    article.entities().values().forEach(gold -> common.addAll(gold.mentions()));
    common.retainAll(bySpan.keySet());
    for (LabelledArticle.Labelled gold : article.entities().values()) {
      Map<Entity, Integer> shared = new LinkedHashMap<>();
      gold.mentions().stream()
          .filter(common::contains)
          .forEach(span -> shared.merge(bySpan.get(span), 1, Integer::sum));
      if (shared.isEmpty()) {
        continue;
      }
      int size = shared.values().stream().mapToInt(i -> i).sum();
      shared.forEach(
          (entity, count) -> {
            long own = entity.mentions().stream().filter(m -> common.contains(m.span())).count();
            precision += (double) count * count / own;
            recall += (double) count * count / size;
            mentions += count;
            if (own > count) {
              error(article, "cluster", gold, "also holds " + entity.mentions().get(0).text());
            }
          });
      if (shared.size() > 1) {
        error(article, "cluster", gold, "in " + shared.size());
      }
      Entity best =
          shared.entrySet().stream()
              .max(Map.Entry.<Entity, Integer>comparingByValue())
              .orElseThrow()
              .getKey();
      compare(article, gold, best);
    }
  }

  private void compare(LabelledArticle article, LabelledArticle.Labelled gold, Entity entity) {
    boolean named = normal(article.words(gold.canonical())).equals(normal(entity.name()));
    canonical.add(named);
    if (!named) {
      error(article, "canonical", gold, entity.name());
    }
    if (gold.type() == EntityType.PERSON && entity.type() == EntityType.PERSON) {
      roles(article, gold, entity);
      gender(article, gold, entity);
    }
    if (gold.country() != null && entity.type() == EntityType.PLACE) {
      boolean right =
          entity.links().stream()
              .anyMatch(link -> link.list().equals("iso3166") && link.id().equals(gold.country()));
      country.add(right);
      if (!right) {
        error(article, "country", gold, gold.country() + " but " + entity.links());
      }
    }
  }

  private void roles(LabelledArticle article, LabelledArticle.Labelled gold, Entity entity) {
    for (LabelledArticle.LabelledRole wanted : gold.roles()) {
      Role match = null;
      for (Role role : entity.roles()) {
        boolean same = isSame(article, wanted, role);
        boolean better =
            match == null
                || match.status() != wanted.status()
                || role.status() == wanted.status() && !agrees(article, wanted, match);
        if (same && better) {
          match = role;
        }
      }
      role.add(match != null && (wanted.status() == match.status()));
      if (match == null || wanted.status() != match.status()) {
        error(article, "role", gold, article.words(wanted.role()) + " but " + entity.roles());
      } else if (wanted.affiliation() != null) {
        boolean right = agrees(article, wanted, match);
        affiliation.add(right);
        if (!right) {
          String words = article.words(wanted.affiliation());
          error(article, "affiliation", gold, words + " but " + match);
        }
      }
    }
    for (Role role : entity.roles()) {
      boolean right = gold.roles().stream().anyMatch(wanted -> isSame(article, wanted, role));
      rolePrecision.add(right);
      if (!right) {
        error(article, "role not given", gold, role.role() + " @ " + role.affiliation());
      }
    }
  }

  /** Whether both have words in common, or stand for "leader" what "elected leaders" tells. */
  private static boolean isSame(
      LabelledArticle article, LabelledArticle.LabelledRole wanted, Role role) {
    Span span = role.span();
    boolean within =
        span != null && span.start() <= wanted.role().start() && wanted.role().end() <= span.end();
    return within || alike(article.words(wanted.role()), role.role());
  }

  /** Whether a role has the affiliation that was wanted. */
  private static boolean agrees(
      LabelledArticle article, LabelledArticle.LabelledRole wanted, Role role) {
    return wanted.affiliation() != null
        && role.affiliationSpan() != null
        && alike(article.words(wanted.affiliation()), article.words(role.affiliationSpan()));
  }

  private void gender(LabelledArticle article, LabelledArticle.Labelled gold, Entity entity) {
    if (gold.gender().equals("-")) {
      return;
    }
    boolean told = entity.gender() != Entity.Gender.UNKNOWN;
    genderTold.add(told);
    if (told) {
      boolean right = entity.gender().name().startsWith(gold.gender());
      gender.add(right);
      if (!right) {
        error(article, "gender", gold, entity.gender().name());
      }
    }
  }

  /** Whether one of two phrases holds the other. */
  private static boolean alike(String one, String other) {
    String a = ' ' + normal(one) + ' ';
    String b = ' ' + normal(other) + ' ';
    return a.contains(b) || b.contains(a);
  }

  private static String normal(String words) {
    return NameText.fold(words)
        .replaceAll("^the |['\u2019]s?\\b|\\.", "")
        .replace("-", " ")
        .strip();
  }

  private void error(
      LabelledArticle article, String what, LabelledArticle.Labelled gold, String detail) {
    errors.add(what + "\t" + article.id() + "\t" + article.words(gold.canonical()) + "\t" + detail);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "clusters B3 P %.1f R %.1f F1 %.1f over %d mentions%ncanonical name %s%nrole %s, precision"
            + " %s%naffiliation %s%ngender %s, told %s%ncountry %s",
        100 * precision / mentions,
        100 * recall / mentions,
        clusters(),
        mentions,
        canonical,
        role,
        rolePrecision,
        affiliation,
        gender,
        genderTold,
        country);
  }
}
