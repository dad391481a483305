import { da } from './da.ts';
import { en, type TextKey } from './en.ts';

export type { TextKey };
export type Language = 'en' | 'da';

const resources: Record<Language, Record<TextKey, string>> = { en, da };
const storageKey = 'neatx-language';

let language: Language = 'en';

export const currentLanguage = (): Language => language;

/** The person's own choice, else the campaign's language, else the browser's. */
export function chooseLanguage(campaign: string | null): Language {
  let own: string | null = null;
  try {
    own = localStorage.getItem(storageKey);
  } catch {
    // Without storage the campaign's language holds.
  }
  const wanted = own ?? campaign ?? navigator.language;
  language = wanted.toLowerCase().startsWith('da') ? 'da' : 'en';
  document.documentElement.lang = language;
  return language;
}

export function keepLanguage(chosen: Language): void {
  try {
    localStorage.setItem(storageKey, chosen);
  } catch {
    // It then lasts until the page is closed.
  }
  language = chosen;
  document.documentElement.lang = chosen;
}

/** A text with its values in place. */
export const text = (key: TextKey, ...values: (string | number)[]): string => fill(resources[language][key], values);

export const fill = (pattern: string, values: readonly (string | number)[]): string =>
  pattern.replace(/\{(\d)\}/g, (whole, index: string) => {
    const value = values[Number(index)];
    return value === undefined ? whole : String(value);
  });

/** Whether a word that the server may send has a text here. */
export const hasText = (key: string): key is TextKey => key in en;

export const textOr = (key: string, otherwise: string): string => (hasText(key) ? text(key) : otherwise);

/** 12 345 with a thin space, so that numbers line up and read the same in both languages. */
export const whole = (value: number): string => Math.round(value).toString().replace(/\B(?=(\d{3})+$)/g, '\u2009');

/** With a true minus sign, and no minus before what rounds to nothing. */
export const fixed = (value: number, digits: number): string => value.toFixed(digits).replace(/^-(?=.*[1-9])/, '\u2212').replace(/^-/, '');

export const time = (value: number | string): string =>
  new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date(value));

export const dateTime = (value: number | string): string =>
  new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value));

/** 13 min, or 2 h 5 min. */
export const duration = (minutes: number): string =>
  minutes < 60 ? text('rate.minutes', minutes) : text('rate.hours', whole(Math.floor(minutes / 60)), minutes % 60);
