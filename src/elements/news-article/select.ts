import {FeedError} from '../../feed/feed-error.js';
import {isBlank, type Feed, type Item} from '../../feed/feed.js';
import {findItem} from '../../feed/find-item.js';
import {itemText} from '../../feed/plain-text.js';
import {isRtl} from '../../locales/direction.js';

export interface ArticleChoice {
  /** The item's `id` or `url`. */
  item?: string | undefined;
  /** The address of the page. */
  pageUrl: string;
}

/**
 * The story to be read: the item asked for, else the one that this page is about, else the one that the page's
 * `?item=` names, else the newest. A story that was asked for and is not there is never replaced by another.
 *
 * @throws {FeedError} `no-item`
 */
export function selectArticle(feed: Feed, {item, pageUrl}: ArticleChoice): Item | undefined {
  const asked = item || undefined;
  const named = new URL(pageUrl).searchParams.get('item') ?? undefined;
  const wanted = asked ?? (findItem(feed.items, pageUrl) ? pageUrl : named);
  if (wanted === undefined) return feed.items.find((item) => !isBlank(item));
  const found = findItem(feed.items, wanted);
  if (found) return found;
  throw new FeedError(
    'no-item',
    `The feed has no item “${wanted}”. Its newest is “${feed.items[0]?.id ?? 'none at all'}”: compare id and url with what ${asked ? 'the item attribute' : '?item= in the address'} says.`,
    {url: feed.url},
  );
}

const DAY = 86_400_000;

/** When the item was changed, if that is more than a day after it was published. */
export function updatedDate({datePublished, dateModified}: Item): Date | undefined {
  return datePublished && dateModified && dateModified.getTime() - datePublished.getTime() > DAY
    ? dateModified
    : undefined;
}

/**
 * The story's language, as the feed says it. Many feeds in other scripts than Latin say none, or are “en” since nobody
 * has changed it: then the headline's own letters tell, as far as they can.
 */
export function storyLanguage({language, title, summary = ''}: Item, feed: Feed): string | undefined {
  const said = language ?? feed.language;
  const seen = LETTERS.find(([letters]) => letters.test(title ?? summary))?.[1];
  return said && (!seen || isRtl(seen) === isRtl(said)) ? said : seen;
}

/** The letters that one language has before another of the same script. */
const LETTERS: readonly [letters: RegExp, language: string][] = [
  [/[ێۆڕڵ]/, 'ckb'],
  [/[ٹڈڑںے]/, 'ur'],
  [/[پچژگکی]/, 'fa'],
  [/\p{Script=Arabic}{2}/u, 'ar'],
  [/\p{Script=Hebrew}{2}/u, 'he'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
];

/** The summary, unless the body begins with the same words. */
export function articleSummary(item: Item): string | undefined {
  const start = (words: string) => lettersOf(words).slice(0, 60);
  return item.summary && !start(itemText(item, 2000)).startsWith(start(item.summary)) ? item.summary : undefined;
}

/** Characters. Descriptions that newspapers put into feeds instead of a story have up to about 300. */
const EXCERPT = 400;

/**
 * Whether the feed has but the beginning of the story, or a sentence about it. Notes without a headline are short; a body
 * without words is a picture or a film.
 */
export function isExcerpt(item: Item): boolean {
  const {title, summary, contentHtml} = item;
  const text = itemText(item).trim();
  if (!text) return !contentHtml;
  return (
    /(?:…|\.{3})\s*[\])]?$/.test(text) ||
    (title !== undefined && text.length < EXCERPT) ||
    (summary !== undefined && lettersOf(summary).startsWith(lettersOf(text)))
  );
}

function lettersOf(words: string): string {
  return words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
