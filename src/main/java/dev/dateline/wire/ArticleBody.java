package dev.dateline.wire;

import dev.dateline.text.ParagraphSplitter;
import java.util.ArrayList;
import java.util.List;

/**
 * Weighs the blocks found on a page against the text that the page gives to machines (schema.org's
 * {@code articleBody}): where both agree, what stands before and behind that text is no article.
 */
final class ArticleBody {

  private static final int SHORTEST = 400;

  private ArticleBody() {}

  /**
   * The blocks of the article.
   *
   * @param blocks as found on the page
   * @param articleBody the machines' text, or null
   */
  static List<Block> reconcile(List<Block> blocks, String articleBody) {
    String whole = articleBody == null ? "" : letters(articleBody);
    if (whole.length() < SHORTEST) {
      return blocks;
    }
    int first = -1;
    int last = -1;
    int agreed = 0;
    int all = 0;
    for (int i = 0; i < blocks.size(); i++) {
      String block = letters(blocks.get(i).text());
      all += block.length();
      if (!block.isEmpty() && whole.contains(block)) {
        agreed += block.length();
        first = first < 0 && block.length() > 20 ? i : first;
        last = i;
      }
    }
    if (first >= 0 && agreed * 10 >= whole.length() * 8) {
      return List.copyOf(blocks.subList(first, last + 1));
    }
    // Little of it stands on the page as found: the page is built by script, or was misread.
    return all * 10 < whole.length() * 6 ? paragraphs(articleBody) : blocks;
  }

  private static List<Block> paragraphs(String articleBody) {
    List<Block> blocks = new ArrayList<>();
    for (String paragraph : ParagraphSplitter.split(articleBody)) {
      blocks.add(Block.paragraph(HtmlBlocks.text(paragraph)));
    }
    return blocks;
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.append(Character.toLowerCase(c));
      }
    }
    return letters.toString();
  }
}
