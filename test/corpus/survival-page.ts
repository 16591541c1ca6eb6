/** Runs in each engine: how much of real bodies is kept, and how long it takes beside DOMPurify. */
import {UntrustedHtml} from '../../src/feed/feed.js';
import {sanitize} from '../../src/feed/sanitize.js';
import {plainOptions} from './check-body.js';
import {times} from './time.js';

interface Body {
  name: string;
  html: string;
}

/** What is counted, before and after: what a reader could see of the body. */
interface Content {
  words: string[];
  pictures: string[];
  counts: Record<string, number>;
}

const COUNTED = ['p', 'li', 'td', 'th', 'figcaption', 'blockquote', 'pre', 'a[href]', 'audio', 'video'];
/** No reader's text: code, controls, and what SVG and MathML draw. */
const UNSEEN = 'script,style,template,title,noembed,noframes,xmp,textarea,select,datalist,svg,math,iframe,noscript';

function contentOf(root: ParentNode & Node): Content {
  const words: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement?.closest(UNSEEN)) text += ` ${node.nodeValue ?? ''}`;
  words.push(...(text.match(/[\p{L}\p{N}]+/gu) ?? []));
  const pictures = [...root.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? '');
  const counts = Object.fromEntries(
    COUNTED.map((name) => [
      name,
      [...root.querySelectorAll(name)].filter(
        (element) =>
          !element.parentElement?.closest(UNSEEN) && (/^(audio|video)/.test(name) || element.textContent.trim()),
      ).length,
    ]),
  );
  return {words, pictures, counts};
}

function parsed(html: string): HTMLElement {
  return new DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html').body;
}

function lostWords(given: string[], kept: string[]): string[] {
  const left = new Map<string, number>();
  for (const word of kept) left.set(word, (left.get(word) ?? 0) + 1);
  return given.filter((word) => {
    const times = left.get(word) ?? 0;
    left.set(word, times - 1);
    return times <= 0;
  });
}

function measure({name, html}: Body) {
  const given = contentOf(parsed(html));
  let embeds = 0;
  const {content, warning} = sanitize(new UntrustedHtml(html, 'https://site.example/'), {
    ...plainOptions,
    embed: (source, quote) => {
      const box = plainOptions.embed(source, quote);
      if (box) embeds++;
      return box;
    },
  });
  if (!content) return {name, warning};
  const kept = contentOf(content);
  return {
    name,
    embeds,
    words: [given.words.length, kept.words.length],
    lost: lostWords(given.words, kept.words),
    pictures: [given.pictures.length, kept.pictures.length],
    lostPictures: given.pictures.filter((src) => {
      const last = src.split('/').at(-1)?.split(/[ ?]/)[0] ?? '';
      return !kept.pictures.some((address) => address.includes(encodeURI(decode(last))) || address.includes(last));
    }),
    counts: Object.fromEntries(COUNTED.map((what) => [what, [given.counts[what] ?? 0, kept.counts[what] ?? 0]])),
  };
}

function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

async function run(): Promise<unknown> {
  const bodies = (await (await fetch('/bodies.json')).json()) as Body[];
  const results = bodies.map(measure);
  const small = bodies.filter((_, index) => !results[index]?.warning);
  return {results, times: times(small.map(({html}) => html))};
}

const result = await run().catch((error: unknown) => ({error: error instanceof Error ? error.stack : String(error)}));
await fetch('/result', {method: 'POST', body: JSON.stringify(result)});
