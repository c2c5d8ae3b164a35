// Shows quotes and alerts as they come. What the wire says enters the page as text only.
"use strict";

const KEPT = 200;
const RECENT = "1h";
const byId = (id) => document.getElementById(id);
const counts = { quotes: 0, alerts: 0 };
let sources = [];

function element(name, className, text) {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined && text !== null) node.textContent = text;
  return node;
}

function meta(first, item) {
  const line = element("p", "meta");
  const parts = [first];
  if (item) {
    parts.push(item.source);
    if (item.published) parts.push(new Date(item.published).toLocaleString());
    parts.push(item.headline && headline(item));
  }
  parts.filter(Boolean).forEach((part, i) => line.append(i > 0 ? " · " : "", part));
  return line;
}

// The wire says what the address is: only a web page is linked to.
function headline(item) {
  if (!/^https?:\/\//i.test(item.url || "")) return item.headline;
  const link = element("a", null, item.headline);
  link.href = item.url;
  link.rel = "noopener noreferrer";
  link.target = "_blank";
  return link;
}

function nameOf(speaker) {
  return (speaker && (speaker.name || speaker.text)) || "Nobody named";
}

// The words as people read them: each part of a direct quote in marks, an ellipsis between two.
function words(quote) {
  const direct = quote.kind === "DIRECT";
  const points = [...quote.text]; // offsets count code points
  const parts = [];
  let at = 0;
  for (const span of quote.spans || []) {
    const end = at + span.end - span.start;
    const gap = points[end] === "\n" ? 2 : 1;
    parts.push(points.slice(at, end).join("").trim());
    at = end + gap;
  }
  const whole = at === points.length + 1 ? parts : [quote.text];
  return whole.map((part) => (direct ? "“" + part.replace(/,$/, "") + "”" : part)).join(" … ");
}

function showQuote(quote) {
  const card = element("li");
  card.dataset.key = quote.id;
  const by = element("p", "speaker");
  const speakers = [quote.speaker, ...(quote.jointWith || [])].filter(Boolean);
  if (speakers.length === 0) speakers.push(null);
  speakers.forEach((speaker, i) => {
    if (i > 0) by.append(" and ");
    by.append(nameOf(speaker));
    const role = speaker && [speaker.role, speaker.affiliation].filter(Boolean).join(", ");
    if (role) by.append(element("span", "role", ", " + role));
  });
  card.append(
    by,
    element("p", quote.kind === "DIRECT" ? "words" : "words indirect", words(quote)),
    meta(quote.kind.toLowerCase() + " " + Math.round(quote.confidence * 100) + " %", quote.item));
  add("quotes", card);
}

// The words that matched stand between two asterisks and two asterisks.
function snippet(text) {
  const words = element("p", "words");
  text.split("**").forEach((part, i) =>
    words.append(i % 2 === 1 ? element("mark", null, part) : part));
  return words;
}

function showAlert(alert) {
  if (alert.state === "RETRACTED") {
    withdraw("alerts", alert.alertId);
    return;
  }
  const card = element("li");
  card.dataset.key = alert.alertId;
  card.append(element("p", "rule", alert.ruleId));
  if (alert.snippet) card.append(snippet(alert.snippet));
  card.append(meta(alert.speaker && "said by " + alert.speaker, alert.item));
  add("alerts", card);
}

function add(list, card) {
  const ol = byId(list);
  const old = find(ol, card.dataset.key);
  if (old) {
    old.replaceWith(card);
    return;
  }
  const empty = ol.querySelector(".empty");
  if (empty) empty.remove();
  ol.prepend(card);
  while (ol.children.length > KEPT) ol.lastElementChild.remove();
  counts[list] += 1;
  byId(list + "-count").textContent = counts[list];
}

function find(ol, key) {
  return [...ol.children].find((card) => card.dataset.key === key);
}

function withdraw(list, key) {
  const card = find(byId(list), key);
  if (card) card.classList.add("withdrawn");
}

function listen(what, query, event, show) {
  const source = new EventSource("/api/v1/" + what + "?" + query);
  source.addEventListener(event, (message) => show(JSON.parse(message.data)));
  source.addEventListener("withdrawn", (message) =>
    withdraw(what, JSON.parse(message.data).withdrawn));
  source.onopen = showStatus;
  source.onerror = showStatus;
  sources.push(source);
}

function showStatus() {
  const open = sources.every((source) => source.readyState === EventSource.OPEN);
  const status = byId("status");
  status.textContent = open ? "live" : "connecting";
  status.className = open ? "live" : "lost";
}

// EventSource does not tell why a request was refused: a plain request does.
async function check(query) {
  const asked = new AbortController();
  const error = byId("error");
  error.hidden = true;
  try {
    const answer = await fetch("/api/v1/quotes?" + query, { signal: asked.signal });
    if (!answer.ok) {
      const problem = await answer.json().catch(() => ({}));
      error.textContent = problem.error || "The server answered with status " + answer.status;
      error.hidden = false;
    }
    return answer.ok;
  } catch (e) {
    return true; // not reachable now: EventSource goes on trying
  } finally {
    asked.abort();
  }
}

async function start() {
  const quotes = new URLSearchParams({ since: RECENT });
  const alerts = new URLSearchParams({ since: RECENT });
  const speaker = byId("speaker").value.trim();
  const where = byId("where").value.trim();
  if (speaker) {
    quotes.set("speaker", speaker);
    alerts.set("speaker", speaker);
  }
  if (where) {
    quotes.set("where", where);
    alerts.set("where", where);
  }
  if (!(await check(quotes))) return;
  sources.forEach((source) => source.close());
  sources = [];
  for (const list of ["quotes", "alerts"]) {
    counts[list] = 0;
    byId(list + "-count").textContent = "0";
    byId(list).replaceChildren(element("p", "empty", "Nothing yet."));
  }
  listen("quotes", quotes, "quote", showQuote);
  listen("alerts", alerts, "alert", showAlert);
}

byId("filter").addEventListener("submit", (event) => {
  event.preventDefault();
  start();
});
start();
