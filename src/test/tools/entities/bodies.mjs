// Names of organisations, persons and peoples: kinds o, p and g.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LATIN = /^[\p{Script=Latin}\p{M}\d .,'’&()/-]+$/u;

/** The words of a name, its brackets and endings left out; null where it is no name. */
function clean(name) {
  const plain = name
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/,? (Inc|Ltd|S\.?A|plc|GmbH|Corp)\.?$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > 1 && plain.length < 60 && LATIN.test(plain) && /\p{Lu}/u.test(plain) ? plain : null;
}

function* files(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory() && name !== 'node_modules') yield* files(path);
    else if (/^[a-z]{2}\.json$/.test(name)) yield path;
  }
}

/** All text in a value of the Factbook. */
function text(value) {
  if (!value || typeof value !== 'object') return '';
  return Object.entries(value)
    .map(([key, inner]) => (key === 'text' ? inner ?? '' : text(inner)))
    .join(' ++ ');
}

/** "Angela MERKEL": surnames in capitals are made as others. */
function person(name) {
  const plain = name
    .replace(/^(.*\b(President|Minister|Vice|Prime|Deputy|King|Queen|Prince|Princess|Gen|Gen\.|Dr\.?|former|Speaker|Governor|Chief|Justice|Shaykh|Sultan|Amir|Dato|Col\.?|Maj\.?|Lt\.?|Marshal|Premier|Chancellor)\b\.?,? )+/u, '')
    .replace(/\p{Lu}{2,}/gu, (word) => word[0] + word.slice(1).toLowerCase())
    .trim();
  return /^\p{Lu}[\p{L}'’.-]+( [\p{L}'’.-]+){1,4}$/u.test(plain) && !/\b(and|or|of|by|the)\b/.test(plain) ? plain : null;
}

/** Adds what the World Factbook names: parties and pressure groups with their leaders, peoples, bodies. */
export function factbook(folder, add) {
  for (const file of files(folder)) {
    const country = JSON.parse(readFileSync(file));
    const government = country.Government ?? {};
    const groups = ['Political parties and leaders', 'Political pressure groups and leaders'];
    for (const entry of groups.flatMap((key) => text(government[key]).split(/ \+\+ |;+/))) {
      for (const leaders of entry.matchAll(/\[([^\]]+)\]/g)) {
        leaders[1].split(/,| and /).forEach((name) => add(person(name.trim()), 'p'));
      }
      const name = clean(entry.replace(/ or$/, ''));
      if (!name || !/^\p{Lu}/u.test(name) || /:/.test(entry)) continue;
      name.split(/ or |\//).forEach((part) => {
        const words = part.trim();
        if (/^\p{Lu}/u.test(words) && words.split(' ').length <= 8) add(words, 'o');
      });
    }
    for (const part of text(government['International organization participation']).split(/,| \+\+ /)) {
      const name = clean(part);
      if (name && name.length > 2) add(name, 'o');
    }
    for (const [branch] of text(government['Executive branch']).matchAll(/\p{Lu}[\p{L}'’.-]+( [\p{L}'’.-]+){0,3} \p{Lu}{3,}/gu)) {
      add(person(branch), 'p');
    }
    const people = country['People and Society'] ?? {};
    for (const key of ['Ethnic groups', 'Languages', 'Religions']) {
      for (const part of text(people[key]).split(/[,;()/]| \+\+ | and /)) {
        const name = part.replace(/[\d.%<>-]+.*$/, '').trim();
        if (/^\p{Lu}[\p{L}'’-]+( \p{Lu}[\p{L}'’-]+)?$/u.test(name)) add(name, 'g');
      }
    }
  }
}

const BRANDS =
  /^(brands\/(amenity\/(bank|payment_centre|money_transfer|fuel|cinema)|office\/|shop\/(supermarket|department_store|mobile_phone|telecommunication|electronics|car|motorcycle|cosmetics)|tourism\/hotel)|operators\/(office|power\/plant|amenity\/(police|hospital|university|bus_station|post_office)|man_made\/(mast|monitoring_station|pipeline)|aeroway|railway|boundary|landuse))/;

/** Adds companies and public bodies of the Name Suggestion Index. */
export function suggestions(file, add) {
  const index = JSON.parse(readFileSync(file)).nsi;
  for (const [path, { items }] of Object.entries(index)) {
    if (!BRANDS.test(path) || !items) continue;
    for (const { tags } of items) {
      for (const key of ['brand', 'operator', 'brand:en', 'operator:en', 'operator:short', 'name:en']) {
        const name = tags[key] && clean(tags[key]);
        if (name) add(name, 'o');
      }
    }
  }
}
