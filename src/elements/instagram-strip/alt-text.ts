import {createItem} from '../../feed/feed.js';
import {itemSummary} from '../../feed/plain-text.js';
import type {Locale} from '../../locales/index.js';
import type {Post} from './select.js';

/** About what a screen reader says in one breath: characters. */
const LONGEST = 140;

/** Letters of mathematics (𝗗𝗔𝗡𝗞𝗘), circled and squared ones: screen readers spell them out, or skip them. */
const STYLED = /[\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f149}Ⓐ-ⓩℂℊ-ℓℕℙ-ℝℤℨℬℭℯ-ℱℳℴ]+/gu;

const HASHTAG = '[#＃][\\p{L}\\p{M}\\p{N}_]+';
const BETWEEN = '[\\s.,·|•\\p{Extended_Pictographic}\\ufe0f]*';
/** Hashtags that end a line, and several in a row: keywords, not words of a sentence. */
const KEYWORDS = new RegExp(`(?:^|\\s+)${HASHTAG}(?:(?:${BETWEEN}${HASHTAG})+${BETWEEN}|${BETWEEN}$)`, 'gu');
const EMOJI = '[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\p{Emoji_Modifier}\\ufe0f\\u200d\\u20e3\\s]+';
/** Emoji round a line, which are decoration. Within it they stand for words, and stay. */
const EDGE_EMOJI = new RegExp(`^${EMOJI}|${EMOJI}$`, 'gu');
const FILE_NAME = /^(?:.*\.(?:jpe?g|png|gif|webp|avif|heic|mp4|mov)|(?:img|dsc|pxl)[-_]?\d\S*)$/i;

/** The same words in ordinary letters. */
export function asLetters(text: string): string {
  return text.replace(STYLED, (letters) => letters.normalize('NFKC'));
}

/** What a caption says: no hashtags but those within a sentence, no decoration, a full stop between its lines. */
export function captionSentence(caption: string): string {
  const lines = asLetters(caption)
    .replace(/https?:\/\/\S+/g, '')
    .split('\n')
    .map((line) =>
      line
        .replace(KEYWORDS, ' ')
        .replace(new RegExp(HASHTAG, 'gu'), (tag) => tag.slice(1).replaceAll('_', ' '))
        .replace(EDGE_EMOJI, '')
        .replace(/\s+/g, ' '),
    )
    .filter((line) => /[\p{L}\p{N}]/u.test(line.replace(/@[\w.]+/g, '')));
  const sentence = lines
    .map((line, n) => (n < lines.length - 1 && /[\p{L}\p{N})]$/u.test(line) ? `${line}.` : line))
    .join(' ');
  return FILE_NAME.test(sentence) ? '' : itemSummary(createItem('', {summary: sentence}), LONGEST);
}

export interface AltTextContext {
  locale: Locale;
  language: string;
  formatDate: (date: Date) => string;
}

/** The alternative text of one of a post's pictures: never empty, never the name of a file. */
export function altText({media, caption, author, item}: Post, page: number, context: AltTextContext): string {
  const given = asLetters(media[page]?.pictures.find(({alt}) => alt)?.alt ?? '').trim();
  if (given && !FILE_NAME.test(given)) return given;
  return captionSentence(caption) || captionless(author?.name, item.datePublished, context);
}

function captionless(name: string | undefined, date: Date | undefined, context: AltTextContext): string {
  const {locale, formatDate} = context;
  const day = date ? formatDate(date) : '';
  if (!name) return day ? locale.photoOn(day) : locale.photo;
  return locale.photoBy(name, day).replace(/[\s,،、]+$/, '');
}
