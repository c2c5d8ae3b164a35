package dev.dateline.wire;

import java.util.ArrayList;
import java.util.List;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the element that holds the article of a page. What is plainly no article goes first. Then
 * three look for the place, each in its way: the names that site makers give it, the least element
 * that holds nearly all prose, and Readability; the one that the others bear out is taken.
 */
final class PageBody {

  private static final int MOST_ELEMENTS = 8_000;
  private static final int DEEPEST = 200;
  private static final int FEWEST_LETTERS = 250;

  private PageBody() {}

  /**
   * The element that holds the article of {@code page}, or its body where none is found.
   *
   * @param articleBody the article's text as the page gives it to machines, or null
   */
  static Element of(Document page, String articleBody) {
    Document copy = page.clone();
    PageFurniture.remove(copy);
    PageText text = PageText.of(copy.body());
    List<Element> candidates = new ArrayList<>();
    add(PageContent.named(copy.body(), text), candidates);
    add(PageContent.densest(copy.body(), text), candidates);
    add(readable(copy), candidates);
    return candidates.isEmpty() ? copy.body() : choose(ofOneArticle(candidates), articleBody);
  }

  /** Those with one title at most, where there are such: others hold a second article. */
  private static List<Element> ofOneArticle(List<Element> candidates) {
    List<Element> single =
        candidates.stream().filter(candidate -> candidate.select("h1").size() < 2).toList();
    return single.isEmpty() ? candidates : single;
  }

  private static void add(Element candidate, List<Element> candidates) {
    if (candidate != null) {
      Element own = candidate.clone();
      PageResidue.remove(own);
      candidates.add(own);
    }
  }

  /**
   * With the machines' text at hand, what is nearest to it; else by what each has of the others.
   */
  private static Element choose(List<Element> candidates, String articleBody) {
    Element best = null;
    double most = -1;
    for (int i = 0; i < candidates.size(); i++) {
      Shingles own = Shingles.of(candidates.get(i).text());
      double score = 0;
      if (articleBody != null && articleBody.length() >= FEWEST_LETTERS) {
        score = own.f1(Shingles.of(articleBody));
      } else {
        for (int k = 0; k < candidates.size(); k++) {
          score += k == i ? 0 : own.f1(Shingles.of(candidates.get(k).text()));
        }
      }
      // In order of trust: a later one has to be better, not only as good.
      if (score > most + 0.01) {
        best = candidates.get(i);
        most = score;
      }
    }
    return best;
  }

  private static Element readable(Document page) {
    if (page.getAllElements().size() > MOST_ELEMENTS || depth(page.body()) > DEEPEST) {
      return null;
    }
    try {
      String location = page.location().isEmpty() ? "http://localhost/" : page.location();
      String html = new Readability4J(location, page.clone()).parse().getContent();
      Element body = html == null ? null : Jsoup.parseBodyFragment(html).body();
      return body == null || body.text().length() < FEWEST_LETTERS ? null : body;
    } catch (RuntimeException e) {
      // Readability stumbles over some pages; the others have looked too.
      return null;
    }
  }

  private static int depth(Element body) {
    int[] deepest = {0};
    body.traverse((node, depth) -> deepest[0] = Math.max(deepest[0], depth));
    return deepest[0];
  }
}
