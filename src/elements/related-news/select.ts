import {isBlank, type Item} from '../../feed/feed.js';
import {relatedItems} from './related.js';

export interface Filter {
  /** Separated by commas; an item has at least one of them. */
  tags?: string | null | undefined;
  /** In days. An item without a date is of any age. */
  maxAge?: number | null | undefined;
  now?: Date | undefined;
}

export interface RelatedChoice extends Filter {
  /** The story being read; without one the newest are chosen. */
  current: Item | undefined;
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
  /** Why each item is here: words that it shares with the story being read. */
  reasons: ReadonlyMap<Item, readonly string[]>;
  isRelated: boolean;
  /** Whether the same items would have given more. */
  hasMore: boolean;
}

const DAY = 86_400_000;

/** The stories that belong beside the one being read, or the newest. Undefined when there is none. */
export function selectRelated(items: readonly Item[], choice: RelatedChoice): RelatedSelection | undefined {
  const {current, limit, locale, taken, now, first = []} = choice;
  const isWanted = wantedBy(choice);
  const found = relatedItems(items, current, {
    limit: limit + 1,
    locale,
    now,
    exclude: items.filter((item) => taken.has(keyOf(item)) || !isWanted(item)).map(({id}) => id),
    first: [...first, ...(current?.related ?? [])],
  });
  const shown = found.slice(0, limit);
  return shown.length
    ? {
        items: shown.map(({item}) => item),
        reasons: new Map(shown.map(({item, reasons}) => [item, reasons])),
        isRelated: current !== undefined,
        hasMore: found.length > limit,
      }
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
