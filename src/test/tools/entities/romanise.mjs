// Romanisation of names written in Cyrillic, Greek or Hangul, as agencies write them.

const CYRILLIC = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', ё: 'yo', є: 'ye', ж: 'zh', з: 'z', и: 'i',
  і: 'i', ї: 'yi', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't',
  у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e',
  ю: 'yu', я: 'ya', ѓ: 'gj', ќ: 'kj', љ: 'lj', њ: 'nj', џ: 'dz', ј: 'j', ѕ: 'dz', "'": '', '’': '',
};
const GREEK = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm',
  ν: 'n', ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps',
  ω: 'o',
};
const INITIAL = ['g', 'kk', 'n', 'd', 'tt', 'r', 'm', 'b', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'k', 't', 'p', 'h'];
const VOWEL = ['a', 'ae', 'ya', 'yae', 'eo', 'e', 'yeo', 'ye', 'o', 'wa', 'wae', 'oe', 'yo', 'u', 'wo', 'we', 'wi', 'yu', 'eu', 'ui', 'i'];
const FINAL = ['', 'k', 'k', 'k', 'n', 'n', 'n', 't', 'l', 'k', 'm', 'p', 'l', 'l', 'p', 'l', 'm', 'p', 'p', 't', 't', 'ng', 't', 't', 'k', 't', 'p', 't'];

/** The name in Latin letters, or null where it is in another script. */
export function romanise(name) {
  let out = '';
  for (const c of name.normalize('NFC').toLowerCase()) {
    const code = c.codePointAt(0);
    if (code >= 0xac00 && code <= 0xd7a3) {
      const at = code - 0xac00;
      out += INITIAL[Math.floor(at / 588)] + VOWEL[Math.floor((at % 588) / 28)] + FINAL[at % 28];
    } else if (c in CYRILLIC) {
      out += CYRILLIC[c];
    } else if (code >= 0x370 && code < 0x400) {
      const plain = c.normalize('NFD')[0];
      if (!(plain in GREEK)) return null;
      out += GREEK[plain];
    } else if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00) || c === '’' || c === 'ʻ') {
      out += c;
    } else {
      return null;
    }
  }
  return out;
}
