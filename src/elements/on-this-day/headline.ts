import type {Item} from '../../feed/feed.js';
import type {Locale} from '../../locales/index.js';

/** An item's title; one that says what the box's heading says is none. */
export function headlineOf({title}: Item, {onThisDay}: Locale): string | undefined {
  return title?.toLowerCase() === onThisDay.toLowerCase() ? undefined : title;
}
