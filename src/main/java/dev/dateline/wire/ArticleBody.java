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
  private static final double LEAST_SHARE = 0.2;

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
    boolean[] known = new boolean[blocks.size()];
    for (int i = 0; i < blocks.size(); i++) {
      String block = letters(blocks.get(i).text());
      all += block.length();
      if (!block.isEmpty() && whole.contains(block)) {
        known[i] = true;
        agreed += block.length();
        first = first < 0 && block.length() > 20 ? i : first;
        last = i;
      }
    }
    // A text that is much shorter than the page's is only its beginning.
    boolean complete = whole.length() * 10 >= all * 6;
    if (first >= 0 && complete && agreed * 10 >= whole.length() * 8) {
      boolean sure = agreed * 10 >= whole.length() * 9;
      return between(blocks, known, first, last, sure ? Shingles.of(articleBody) : null);
    }
    // Little of it stands on the page as found: the page is built by script, or was misread.
    return all * 10 < whole.length() * 6 ? paragraphs(articleBody) : blocks;
  }

  /** The blocks from the first to the last that agree; of others between, those that may belong. */
  private static List<Block> between(
      List<Block> blocks, boolean[] known, int first, int last, Shingles whole) {
    List<Block> kept = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      Block block = blocks.get(i);
      boolean foreign =
          whole != null
              && !known[i]
              && block.kind() == Block.Kind.PARAGRAPH
              && whole.share(Shingles.of(block.text())) < LEAST_SHARE;
      if (!foreign) {
        kept.add(block);
      }
    }
    return kept;
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
