import {isBlank, type Item} from '../../feed/feed.js';
import {choose, type RelatedOptions} from './choose.js';

export interface Filter {
  /** Separated by commas; an item has at least one of them. */
  tags?: string | null | undefined;
  /** In days. An item without a date is of any age. */
  maxAge?: number | null | undefined;
  now?: Date | undefined;
}

export interface ListChoice extends Filter {
  limit: number;
  /** BCP 47 tag of the page. */
  locale: string;
  /** {@link keyOf} of what is shown elsewhere on the page. */
  taken: ReadonlySet<string>;
  /** Ids of what is shown already, in order: it stays, and what is further follows. */
  first?: readonly string[] | undefined;
}

export interface RelatedSelection {
  items: Item[];
  /** Why an item is here: words that it shares with the story being read. Worked out when it is asked for. */
  reasonsFor: (item: Item) => readonly string[];
  isRelated: boolean;
  /** Whether the same items would have given more. */
  hasMore: boolean;
}

const DAY = 86_400_000;
/** Shorter titles, such as “Weather”, may be those of several stories. In characters. */
const TELLING = 20;

/** The newest stories. Undefined when there is none. */
export function selectNewest(items: readonly Item[], choice: ListChoice): RelatedSelection | undefined {
  const titles = new Set<string>();
  const stories = items.map((item) => ({item}));
  const found = choose(stories, optionsOf(items, choice), ({item: {title = '', datePublished}}) => {
    const day = Math.floor(Number(datePublished) / DAY);
    const {size} = title.length > TELLING ? titles : {};
    return titles.add(`${day} ${title.toLowerCase()}`).size !== size;
  });
  return selectionOf(
    found.map(({story}) => story.item),
    choice,
  );
}

/** What the list leaves out and what it begins with. One more than it shows, to know whether there is more. */
export function optionsOf(items: readonly Item[], choice: ListChoice): RelatedOptions {
  const {limit, locale, now, taken, first} = choice;
  const isWanted = wantedBy(choice);
  return {
    limit: limit + 1,
    locale,
    now,
    exclude: items.filter((item) => taken.has(keyOf(item)) || !isWanted(item)).map(({id}) => id),
    first,
  };
}

export function selectionOf(
  found: Item[],
  {limit}: ListChoice,
  reasonsFor?: RelatedSelection['reasonsFor'],
): RelatedSelection | undefined {
  const items = found.slice(0, limit);
  return items.length
    ? {items, reasonsFor: reasonsFor ?? (() => []), isRelated: !!reasonsFor, hasMore: found.length > limit}
    : undefined;
}

/** Whether an item may be shown, whatever it is about. */
export function wantedBy({tags, maxAge, now = new Date()}: Filter): (item: Item) => boolean {
  const wanted = listOf(tags);
  return (item) =>
    !isBlank(item) &&
    (!wanted.length || item.tags.some((tag) => wanted.includes(tag.toLowerCase()))) &&
    // Without a date the age is NaN, which is above nothing.
    !(maxAge && maxAge > 0 && Number(now) - Number(item.datePublished) > maxAge * DAY);
}

/** What tells a story from others on the page: two feeds may both number their items. */
export function keyOf({url, id}: Item): string {
  return url ?? id;
}

/** `Iraq News, Water`: tags hold blanks, so that commas separate them, as in `accept`; Arabic ones too. */
function listOf(tags: string | null | undefined): string[] {
  return (tags ?? '')
    .toLowerCase()
    .split(/[,،]/)
    .map((tag) => tag.trim())
    .filter(Boolean);
}
