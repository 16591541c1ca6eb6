/** What is particular to Wikimedia's “on this day”. */
import type {Feed, Item, Link} from '../../feed/feed.js';
import type {Locale} from '../../locales/index.js';
import type {LinkedText} from './link.js';
import {linkWords} from './linked-words.js';
import {isWorld, originOf} from './origin.js';

const STORIES = ['selected', 'events'];
const OTHERS = ['births', 'deaths', 'holidays'] as const;

/**
 * The items to look at: all of the site's own, and of Wikimedia's those in the lists asked for, each event once, since an
 * editor may have told it in other words than the list of all events does.
 *
 * @param day the day asked for, which Wikimedia names in the address alone
 * @param types names of lists; none for `selected` and `events` where the feed has them, else all
 */
export function worldItems(feed: Feed, day: Date, types: readonly string[]): Item[] {
  const world = feed.items.filter((item) => isWorld(item, feed));
  const isIn = ({tags}: Item, lists: readonly string[]) => tags.some((tag) => lists.includes(tag));
  const hasStories = world.some((item) => isIn(item, STORIES));
  const wanted = world.filter((item) =>
    isIn(item, types.length ? types : hasStories ? STORIES : [...STORIES, ...OTHERS]),
  );
  const selected = wanted.filter((item) => isIn(item, ['selected']));
  const shown = new Set(
    wanted.filter((item) => selected.includes(item) || !selected.some((other) => isSameEvent(item, other))),
  );
  return feed.items.flatMap((item) => {
    if (!isWorld(item, feed)) return item;
    return shown.has(item) ? onDay(item, day, feed) : [];
  });
}

function isSameEvent(item: Item, other: Item): boolean {
  const year = item.eventDate?.year;
  return (
    year !== undefined &&
    year === other.eventDate?.year &&
    item.links.some(({url}) => other.links.some((link) => link.url === url))
  );
}

function onDay(item: Item, day: Date, feed: Feed): Item {
  const {eventDate} = item;
  if (eventDate?.month) return item;
  const thisDay = {month: day.getUTCMonth() + 1, day: day.getUTCDate()};
  return {...item, source: originOf(item, feed), eventDate: {...eventDate, ...thisDay}};
}

/** An entry is a sentence and the articles on what it names: those of its words that name one are linked. */
export function tell({title = '', links, tags}: Item, locale: Locale): Told {
  // What the picture shows of what an editor has pictured is not known.
  const {text, rest} = linkWords(title.replace(/ \((?:[\w ]+ )?pictured\)/g, ''), links);
  const list = OTHERS.find((list) => tags.includes(list));
  return {kicker: list && locale[list], text, rest};
}

interface Told {
  /** What it is, where it is no event. */
  kicker: string | undefined;
  text: LinkedText;
  /** Articles that the sentence does not name. */
  rest: Link[];
}
