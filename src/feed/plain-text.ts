import type {Item, UntrustedHtml} from './feed.js';

const NAMED: Partial<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', hellip: '…', mdash: '—', ndash: '–',
  lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»', lsaquo: '‹', rsaquo: '›',
  ensp: ' ', emsp: ' ', thinsp: ' ', shy: '', zwnj: '\u200c', zwj: '\u200d', lrm: '\u200e', rlm: '\u200f',
  euro: '€', pound: '£', yen: '¥', cent: '¢', copy: '©', reg: '®', trade: '™', sect: '§', deg: '°', frac12: '½', times: '×',
  bull: '•', middot: '·', larr: '←', rarr: '→', iquest: '¿', iexcl: '¡', ordf: 'ª', ordm: 'º',
  szlig: 'ß', aelig: 'æ', AElig: 'Æ', oelig: 'œ', OElig: 'Œ', oslash: 'ø', Oslash: 'Ø',
}; // prettier-ignore

/** `&eacute;` and its like, made of the letter and its mark instead of a table. */
const MARKS: Partial<Record<string, string>> = {
  grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303', uml: '\u0308', ring: '\u030a', cedil: '\u0327',
}; // prettier-ignore

/**
 * Character references resolved, once (a numeric one also when its `&` was escaped twice: nobody means to show
 * `&#8216;`). The result is text and goes nowhere but into text nodes.
 */
export function decodeEntities(text: string): string {
  return text.includes('&')
    ? text.replace(
        /&(?:(?:amp;)?#(?:x([0-9a-f]{1,6})|(\d{1,7}))|(\w{2,6}));/gi,
        (whole: string, hex?: string, decimal?: string, name: string = '') => {
          const code = hex ? parseInt(hex, 16) : Number(decimal);
          if (code) return characterOf(code);
          const mark = MARKS[name.slice(1)];
          return mark ? (name.charAt(0) + mark).normalize() : (NAMED[name] ?? whole);
        },
      )
    : text;
}

/** Markup that was escaped once too often: it begins with an escaped tag and has no real one. */
export function bodyMarkup(html: string): string {
  return /^&lt;[a-z]/i.test(html) && !html.includes('<') ? decodeEntities(html) : html;
}

/** As HTML has it: 128–159 are Windows-1252's, since that is what those who write `&#146;` mean. */
function characterOf(code: number): string {
  if (code > 127 && code < 160) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  return code < 0x110000 ? String.fromCodePoint(code) : '\ufffd';
}

/** The words of a body, as {@link textOf} makes them. */
export function plainText(body: UntrustedHtml, most?: number): string {
  return body.text(most);
}

/**
 * The words of markup, without a parser: good for summaries, word counts and ranking, never for markup.
 *
 * @param most characters of markup looked at, so that a giant body costs no more than a long one
 */
export function textOf(html: string, most?: number): string {
  const markup = html.slice(0, most);
  const text = markup
    .replace(/<(script|style|template|noscript|svg|math)\b[^]*?(<\/\1\s*>|$)|<!--[^]*?(-->|$)/gi, ' ')
    .replace(/<\/?(?:a|abbr|b|bdi|bdo|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>/gi, '')
    .replace(/<[/!?]?[a-z][^>]*(>|$)/gi, ' ');
  return decodeEntities(text).replace(/\s+/g, ' ').trim();
}

/** All that an item says, as words: its text, else its body's. */
export function itemText(item: Item, most?: number): string {
  return item.contentText ?? (item.contentHtml ? plainText(item.contentHtml, most) : '');
}

/** What the item is about in a sentence or two: its own summary, else the beginning of its text. */
export function itemSummary(item: Item, most = 200): string {
  const text = (item.summary ?? itemText(item, most * 10)).trim();
  if (text.length <= most) return text;
  const cut = text.slice(0, most + 1);
  const sentence = cut.search(/[.!?؟۔。！？]["”’»)]?\s(?!.*[.!?؟۔。！？]["”’»)]?\s)/s);
  if (sentence > most / 2) return cut.slice(0, sentence + 1);
  // Not in the middle of a pair that is one character.
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most * 0.8))}…`.replace(/[\s,;:،؛、\ud800-\udbff]+…$/, '…');
}

/** Words read in a minute, and characters in the scripts that put no blanks between words. */
const WORDS = 230;
const CHARACTERS = 500;
/** Thai, Lao, Burmese, Khmer, Kana and Han, as ranges: engines are slow to compile names of scripts. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/g;

/** Minutes that the item takes to read, at least one; undefined without a text. */
export function readingTime(item: Item): number | undefined {
  const text = itemText(item);
  const spaced = text.replace(UNSPACED, ' ');
  const characters = text.match(UNSPACED)?.length ?? 0;
  const words = spaced.match(/\S+/g)?.length ?? 0;
  return text ? Math.max(1, Math.round(words / WORDS + characters / CHARACTERS)) : undefined;
}
