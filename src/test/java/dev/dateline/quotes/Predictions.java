package dev.dateline.quotes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.article.Article;
import dev.dateline.entities.EntityExtractor;
import dev.dateline.text.Span;
import dev.dateline.text.TextSpan;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes what the extractor finds in plain texts: one JSON object a line, as {@code dateline enrich
 * --json} has it, without the rest of the pipeline.
 *
 * <p>Usage: {@code Predictions FOLDER OUTPUT}, the folder holding {@code *.txt}.
 */
public final class Predictions {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Predictions() {}

  public static void main(String[] args) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(Path.of(args[0]))) {
      files = list.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    QuoteExtractor extractor = QuoteExtractor.standard();
    EntityExtractor entities = EntityExtractor.standard();
    try (Writer out = Files.newBufferedWriter(Path.of(args[1]), StandardCharsets.UTF_8)) {
      for (Path file : files) {
        Article article = CleanText.of(file);
        String id = file.getFileName().toString();
        out.write(
            json(id, article, extractor.extract(article, entities.extract(article))).toString());
        out.write('\n');
      }
    }
    new PrintStream(System.err, true, StandardCharsets.UTF_8).println(files.size() + " articles");
  }

  private static ObjectNode json(String id, Article article, List<Quote> quotes) {
    ObjectNode object = JSON.createObjectNode();
    object.put("id", id).put("text", article.text());
    ArrayNode list = object.putArray("quotes");
    for (Quote quote : quotes) {
      ObjectNode node = list.addObject();
      node.put("kind", quote.kind().name()).put("text", quote.text());
      spans(node.putArray("spans"), quote.spans());
      spans(node.putArray("verbatim"), quote.verbatim());
      textSpan(node, "cue", quote.cue());
      if (quote.speaker() == null) {
        node.putNull("speaker");
      } else {
        Speaker speaker = quote.speaker();
        ObjectNode to = node.putObject("speaker");
        if (speaker.mention() != null) {
          to.put("start", speaker.mention().span().start());
          to.put("end", speaker.mention().span().end());
          to.put("text", speaker.mention().text());
        }
        to.put("kind", speaker.kind().name()).put("name", speaker.name());
        to.put("role", speaker.role()).put("affiliation", speaker.affiliation());
      }
      node.put("confidence", quote.confidence());
      node.put("nestedIn", quote.nestedIn());
    }
    return object;
  }

  private static void spans(ArrayNode array, List<Span> spans) {
    for (Span span : spans) {
      array.addObject().put("start", span.start()).put("end", span.end());
    }
  }

  private static void textSpan(ObjectNode node, String name, TextSpan textSpan) {
    if (textSpan == null) {
      node.putNull(name);
    } else {
      node.putObject(name)
          .put("start", textSpan.span().start())
          .put("end", textSpan.span().end())
          .put("text", textSpan.text());
    }
  }
}
