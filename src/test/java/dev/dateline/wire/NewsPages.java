package dev.dateline.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One article in the layouts of many outlets, each with what such sites put around it. Written for
 * these tests; nothing is taken from any site.
 */
final class NewsPages {

  static final String TITLE = "Ferry sinks off Tessaly, nine missing";

  /** What the article says, in order; every other word on the pages is none of it. */
  static final List<String> PARAGRAPHS =
      List.of(
          "A ferry with forty people on board sank off the coast of Tessaly on Monday morning, the"
              + " coast guard in Orvane said, and nine of them are still missing.",
          "“We go on until dark, and we start again at first light,” the head of the guard, Wim"
              + " Harkness, told reporters at the harbour. “Nobody gives up here.”",
          "The boat had left Marrin at six with a load of timber that was twice what its papers"
              + " allow, according to a document that the port authority published at noon.",
          "What the port knew",
          "Inspectors had written to the owner, the Tessaly Line, three times since the autumn. The"
              + " company did not answer questions on Monday.",
          "They had asked for:",
          "a second pump in the engine room",
          "new doors on the car deck",
          "a list of all who travel, before the boat leaves",
          "Interior Minister Orla Keane called the letters “a warning that nobody wanted to read”."
              + " She promised a law before the summer.",
          "It did not help.",
          "Divers found the wreck at a depth of sixty metres shortly after three. It lies on its"
              + " side, and its doors are open, a member of the team said.");

  private static final String BODY =
      p(0)
          + p(1)
          + p(2)
          + "<h2>"
          + PARAGRAPHS.get(3)
          + "</h2>"
          + p(4)
          + p(5)
          + "<ul><li>"
          + PARAGRAPHS.get(6)
          + "</li><li>"
          + PARAGRAPHS.get(7)
          + "</li><li>"
          + PARAGRAPHS.get(8)
          + "</li></ul>"
          + p(9)
          + p(10)
          + p(11);

  private static final String TEASERS =
      teaser(
              "Storm shuts the northern banks",
              "Waves of eight metres were measured off Kestrand on Sunday, and boats stay in port until further notice.")
          + teaser(
              "Cabinet meets on fishing",
              "The ministers want to agree on quotas for cod and herring before the talks with Velia begin in earnest.")
          + teaser(
              "Museum opens in Marrin",
              "Four hundred years of seafaring are on show in the old customs house, with a boat that was dug out of the mud.");

  private NewsPages() {}

  private static String p(int i) {
    return "<p>" + PARAGRAPHS.get(i) + "</p>";
  }

  private static String teaser(String title, String text) {
    return "<div class='item'><h3><a href='/x'>" + title + "</a></h3><p>" + text + "</p></div>";
  }

  private static String page(String head, String body) {
    return "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>"
        + TITLE
        + " | The Courier</title><meta property='og:site_name' content='The Courier'>"
        + head
        + "</head><body>"
        + body
        + "</body></html>";
  }

  private static String jsonLd(String articleBody) {
    return "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\","
        + "\"headline\":\""
        + TITLE
        + "\",\"articleBody\":\""
        + articleBody.replace("\"", "\\\"")
        + "\"}</script>";
  }

  /** Every layout, by what is special about it. */
  static Map<String, String> layouts() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("blog system", blogSystem());
    pages.put("accelerated page", accelerated());
    pages.put("hashed class names", hashed());
    pages.put("tables and line breaks", tables());
    pages.put("divisions without names", nameless());
    pages.put("text cut up by advertisements", cutUp());
    pages.put("long comments", longComments());
    pages.put("long cookie notice", cookieNotice());
    pages.put("next article below", nextArticle());
    pages.put("machines' text whole", machineText());
    pages.put("machines' text cut off", machineTeaser());
    pages.put("page built by script", scriptBuilt());
    pages.put("microdata", microdata());
    pages.put("teasers beside and below", teasers());
    pages.put("live page", live());
    pages.put("content fields", contentFields());
    pages.put("page builder", pageBuilder());
    pages.put("text marked as paid", paid());
    pages.put("page within a form", form());
    pages.put("comments longer than the text, no names", commentsWithoutNames());
    return pages;
  }

  private static String blogSystem() {
    return page(
        "",
        "<div id='page' class='site'><header id='masthead' class='site-header'><p class='site-title'>The Courier</p>"
            + "<nav id='site-navigation'><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav></header>"
            + "<main id='primary' class='site-main'><article class='post-12 post type-post category-world tag-ferry'>"
            + "<header class='entry-header'><h1 class='entry-title'>"
            + TITLE
            + "</h1><div class='entry-meta'><span class='posted-on'>May 3, 2031</span> <span class='byline'>by Ada Voss</span></div></header>"
            + "<figure class='wp-block-image'><img src='f.jpg'><figcaption>The ferry in a picture of 2029. Photo: Courier</figcaption></figure>"
            + "<div class='entry-content'>"
            + BODY
            + "<div class='wp-caption'><img src='g.jpg'><p class='wp-caption-text'>The harbour of Orvane on Monday</p></div>"
            + "<div class='sharedaddy sd-sharing-enabled'><h3 class='sd-title'>Share this:</h3><ul><li><a href='#'>Twitter</a></li><li><a href='#'>Facebook</a></li></ul></div>"
            + "<div id='jp-relatedposts' class='jp-relatedposts'><h3>Related</h3>"
            + TEASERS
            + "</div></div>"
            + "<footer class='entry-footer'><span class='cat-links'>Posted in World</span><span class='tags-links'>Tagged ferry, Tessaly</span></footer></article>"
            + "<nav class='navigation post-navigation'><div class='nav-links'><a href='/p'>Previous: Storm shuts the banks</a></div></nav>"
            + "<div id='comments' class='comments-area'><h2>2 thoughts on this</h2><ol class='comment-list'><li><p>I was on that boat last year, and I can tell you that the pumps did not work even then, whatever they say now.</p></li></ol>"
            + "<div id='respond'><h3>Leave a Reply</h3><p>Your email address will not be published. Required fields are marked.</p></div></div></main>"
            + "<aside id='secondary' class='widget-area'><section class='widget'><h2>Recent Posts</h2><ul><li><a href='/1'>Storm</a></li></ul></section></aside>"
            + "<footer id='colophon' class='site-footer'><p>Proudly printed in Orvane since 1901. All rights reserved by the publisher of this paper.</p></footer></div>");
  }

  private static String accelerated() {
    return page(
        "<link rel='canonical' href='https://courier.example/ferry'>",
        "<amp-sidebar id='s' layout='nodisplay'><ul><li>Home</li><li>World</li></ul></amp-sidebar>"
            + "<header class='amp-wp-header'><div><a href='/'>The Courier</a></div></header><article class='amp-wp-article'>"
            + "<header class='amp-wp-article-header'><h1 class='amp-wp-title'>"
            + TITLE
            + "</h1><div class='amp-wp-meta'>Ada Voss</div></header>"
            + "<figure class='amp-wp-article-featured-image'><amp-img src='f.jpg'></amp-img><p class='wp-caption-text'>The ferry in 2029</p></figure>"
            + "<div class='amp-wp-article-content'>"
            + BODY
            + "<amp-ad width=300 height=250 type='x'><div placeholder>Advertisement</div></amp-ad>"
            + "<amp-social-share type='twitter'></amp-social-share></div></article><amp-consent id='c'><div>We use cookies to improve what you see on this site and to count visits.</div></amp-consent>");
  }

  private static String hashed() {
    return page(
        "",
        "<div id='__next'><div class='sc-1x2'><div class='sc-9zy'><a href='/'>World</a><a href='/b'>Business</a></div></div>"
            + "<div class='css-1abc'><h1 class='css-77'>"
            + TITLE
            + "</h1><div class='css-3'>3 May 2031</div><div class='css-9'>4 min read</div>"
            + "<div class='css-body9'>"
            + BODY.replace("<p>", "<p class='css-p1'>")
            + "</div>"
            + "<div class='css-22'><div>Topics</div><a href='/t'>Shipping</a><a href='/u'>Tessaly</a></div></div>"
            + "<div class='css-88'><h2>Most popular</h2><ol><li><a href='/1'>Storm shuts the northern banks</a></li><li><a href='/2'>Cabinet meets on fishing</a></li></ol></div></div>");
  }

  private static String tables() {
    StringBuilder text = new StringBuilder();
    for (String paragraph : PARAGRAPHS) {
      text.append(paragraph).append("<br><br>\n");
    }
    return page(
        "",
        "<table width='100%'><tr><td colspan=3><a href='/'>Home</a> | <a href='/w'>World</a> | <a href='/s'>Sport</a></td></tr>"
            + "<tr><td width=120><a href='/1'>Storm shuts the banks</a><br><a href='/2'>Cabinet meets</a><br><a href='/3'>Museum opens</a></td>"
            + "<td><font size=5><b>"
            + TITLE
            + "</b></font><br><font size=1>Monday, May 3, 2031</font><br><br>"
            + text
            + "</td>"
            + "<td width=160><b>Weather</b><br>Orvane 14<br>Marrin 12</td></tr></table>");
  }

  private static String nameless() {
    return page(
        "",
        "<div><div><a href='/'>Home</a><a href='/w'>World</a></div></div><div><div><div><h1>"
            + TITLE
            + "</h1></div>"
            + "<div>"
            + BODY.replace("<p>", "<div>").replace("</p>", "</div>")
            + "</div></div></div><div><div>Courier Ltd, Harbour Street 1, Orvane</div></div>");
  }

  private static String cutUp() {
    String ad = "</div><div class='ad-slot'><p>Advertisement</p></div><div class='story__part'>";
    return page(
        "",
        "<main><article class='story'><h1>"
            + TITLE
            + "</h1><div class='story__part'>"
            + p(0)
            + p(1)
            + ad
            + p(2)
            + "<h2>"
            + PARAGRAPHS.get(3)
            + "</h2>"
            + p(4)
            + ad
            + p(5)
            + "<ul><li>"
            + PARAGRAPHS.get(6)
            + "</li><li>"
            + PARAGRAPHS.get(7)
            + "</li><li>"
            + PARAGRAPHS.get(8)
            + "</li></ul>"
            + ad
            + p(9)
            + p(10)
            + "<div class='newsletter-signup'><h3>The morning letter</h3><p>Get the news of the day in your inbox every morning at six, free of charge.</p></div>"
            + p(11)
            + "</div></article></main>");
  }

  private static String longComments() {
    StringBuilder comments = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      comments
          .append("<div class='comment'><p>Reader ")
          .append(i)
          .append(
              " writes that this was bound to happen, that the owners only think of money, and that somebody should at last look at the papers of every single boat in the bay.</p></div>");
    }
    return page(
        "",
        "<div class='article'><h1>"
            + TITLE
            + "</h1><div class='article-body'>"
            + BODY
            + "</div></div><div class='discussion'><h2>Discussion</h2><div class='comments'>"
            + comments
            + "</div></div>");
  }

  private static String cookieNotice() {
    return page(
        "",
        "<div id='cookie-consent' class='modal'><h2>We value your privacy</h2><p>We and our partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers and standard information sent by a device, for personalised advertising and content.</p><p>With your permission we and our partners may use precise data on where you are, and identify you through scanning of your device. You may click to agree, or look at the details first.</p></div>"
            + "<div class='container'><h1>"
            + TITLE
            + "</h1><div class='content'>"
            + BODY
            + "</div></div>");
  }

  private static String nextArticle() {
    return page(
        "",
        "<div class='river'><article class='full'><h1>"
            + TITLE
            + "</h1>"
            + BODY
            + "</article><article class='full'><h1>Storm shuts the northern banks</h1>"
            + "<p>Waves of eight metres were measured off Kestrand on Sunday, and boats stay in port until further notice, the weather service said in the evening.</p>"
                .repeat(12)
            + "</article></div>");
  }

  private static String machineText() {
    return page(
        jsonLd(String.join(" ", PARAGRAPHS)),
        "<div class='wrap'><h1>"
            + TITLE
            + "</h1><p class='kicker'>Our reporter was there and saw how the divers came back with empty hands.</p><div class='zone'>"
            + BODY
            + "<p>Read the dossier on safety at sea that our staff has been adding to for eleven years now, with all the tables.</p></div></div>");
  }

  private static String machineTeaser() {
    return page(
        jsonLd(
            PARAGRAPHS.get(0)
                + " "
                + PARAGRAPHS.get(1)
                + " "
                + PARAGRAPHS.get(2).substring(0, 80)
                + "…"),
        "<div class='wrap'><h1>" + TITLE + "</h1><div class='zone'>" + BODY + "</div></div>");
  }

  private static String scriptBuilt() {
    return page(
        jsonLd(String.join("\\n\\n", PARAGRAPHS)),
        "<div id='root'><div class='skeleton'>Loading</div></div>");
  }

  private static String microdata() {
    return page(
        "",
        "<div itemscope itemtype='http://schema.org/NewsArticle'><h1 itemprop='headline'>"
            + TITLE
            + "</h1><div itemprop='author'>Ada Voss</div><div itemprop='articleBody'>"
            + BODY
            + "</div></div><div class='below'>"
            + TEASERS
            + "</div>");
  }

  private static String teasers() {
    return page(
        "",
        "<div class='layout'><div class='main-col'><h1>"
            + TITLE
            + "</h1>"
            + BODY
            + "</div><div class='side-col'>"
            + TEASERS
            + "</div></div><div class='more-stories'><h2>More stories</h2>"
            + TEASERS
            + "</div>");
  }

  private static String live() {
    return page(
        "",
        "<main><h1>"
            + TITLE
            + "</h1><div class='live-blog'><article class='live-entry'><time>12:10</time>"
            + p(0)
            + p(1)
            + p(2)
            + "</article><article class='live-entry'><time>11:40</time><h2>"
            + PARAGRAPHS.get(3)
            + "</h2>"
            + p(4)
            + p(5)
            + "<ul><li>"
            + PARAGRAPHS.get(6)
            + "</li><li>"
            + PARAGRAPHS.get(7)
            + "</li><li>"
            + PARAGRAPHS.get(8)
            + "</li></ul></article><article class='live-entry'><time>10:05</time>"
            + p(9)
            + p(10)
            + p(11)
            + "</article></div></main>");
  }

  private static String paid() {
    return page(
        "",
        "<main><h1>"
            + TITLE
            + "</h1><div class='lead'>"
            + p(0)
            + p(1)
            + "</div><div class='paywall'>"
            + p(2)
            + "<h2>"
            + PARAGRAPHS.get(3)
            + "</h2>"
            + p(4)
            + p(5)
            + "<ul><li>"
            + PARAGRAPHS.get(6)
            + "</li><li>"
            + PARAGRAPHS.get(7)
            + "</li><li>"
            + PARAGRAPHS.get(8)
            + "</li></ul></div><div class='paywall'>"
            + p(9)
            + p(10)
            + p(11)
            + "</div></main>");
  }

  private static String form() {
    return page(
        "",
        "<form id='aspnetForm' method='post'><div id='menu'><a href='/'>Home</a></div><div id='ctl00_main'><h1>"
            + TITLE
            + "</h1>"
            + BODY
            + "</div><div><input type='submit' value='Search'></div></form>");
  }

  private static String pageBuilder() {
    return page(
        "",
        "<div data-elementor-type='single-post' class='elementor elementor-location-single'><div class='elementor-widget elementor-widget-theme-post-title'><h1>"
            + TITLE
            + "</h1></div>"
            + "<div class='elementor-widget elementor-widget-post-info'><ul><li><time>May 3, 2031</time></li><li>Ada Voss</li></ul></div>"
            + "<div class='elementor-element elementor-widget elementor-widget-theme-post-content'><div class='elementor-widget-container'>"
            + BODY
            + "</div></div>"
            + "<div class='elementor-widget elementor-widget-posts'>"
            + TEASERS
            + "</div></div>");
  }

  private static String commentsWithoutNames() {
    StringBuilder comments = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      comments
          .append("<div class='c'><p>Reader ")
          .append(i)
          .append(
              " writes that this was bound to happen, that the owners only think of money, and that somebody should at last look at the papers of every single boat in the bay.</p></div>");
    }
    return page(
        "",
        "<div class='a1'><h1>"
            + TITLE
            + "</h1><div class='a2'>"
            + BODY
            + "</div></div><section id='comments'><h2>Comments</h2>"
            + comments
            + "</section>"
            + "<footer><p>"
            + "The Courier is published by Harbour Press in Orvane and takes no orders from anybody, as its charter of 1901 says in so many words. "
                .repeat(20)
            + "</p></footer>");
  }

  private static String contentFields() {
    return page(
        "",
        "<div class='region region-content'><div class='node node--type-article'><h1><span class='field field--name-title'>"
            + TITLE
            + "</span></h1><div class='field field--name-body field--type-text-with-summary'>"
            + BODY
            + "</div><div class='field field--name-field-tags'><div class='field__label'>Tags</div><a href='/t'>Ferry</a></div></div></div><div class='region region-footer'><p>The Courier is published by Harbour Press in Orvane and takes no orders from anybody, as its charter says.</p></div>");
  }
}
