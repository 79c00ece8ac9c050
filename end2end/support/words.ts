// The words of the pages, from the catalogues that the pages have them from: tests then say what
// they mean in every language.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Language = 'ar' | 'zh' | 'en' | 'fr' | 'ru' | 'es';
export type Words = (key: string, values?: Record<string, string>) => string;

const locales = resolve(import.meta.dirname, '../../app/locales');
const known = new Map<Language, Map<string, string>>();

/** The words of a language; English where it has none, as on the pages. */
export function wordsOf(language: Language): Words {
  return (key, values = {}) => {
    const found = catalogue(language).get(key) ?? catalogue('en').get(key);
    if (found === undefined) throw new Error(`no catalogue has '${key}'`);
    return found.replace(/\{ *\$(\w+) *\}/g, (_, name) => values[name]);
  };
}

/** Reads messages of one or more lines; those with cases (`->`) keep the text of the catalogue. */
function catalogue(language: Language): Map<string, string> {
  const earlier = known.get(language);
  if (earlier) return earlier;
  const words = new Map<string, string>();
  const folder = join(locales, language);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ftl')) : [];
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, key, value] of text.matchAll(/^([a-z][\w-]*) *= *(.*(?:\n[ \t]+.*)*)/gm)) {
      words.set(key, value.replace(/\n\s+/g, ' ').trim());
    }
  }
  known.set(language, words);
  return words;
}

/** Text as people read it: without the marks that isolate what is filled into a sentence. */
export function plain(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();
}

/** The first number in a text, in whichever digits. */
export function number(text: string): number {
  const latin = text.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const found = latin.match(/\d+/);
  if (!found) throw new Error(`no number in '${text}'`);
  return Number(found[0]);
}
