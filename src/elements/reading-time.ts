import type {Item} from '../feed/feed.js';
import {itemText} from '../feed/plain-text.js';

/** Words read in a minute, and characters in the scripts that put no blanks between words. */
const WORDS = 230;
const CHARACTERS = 500;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** Minutes that the item takes to read, at least one; undefined without a text. */
export function readingTime(item: Item): number | undefined {
  const text = itemText(item);
  if (!text) return undefined;
  const characters = text.match(UNSPACED)?.length ?? 0;
  const words = text.replace(UNSPACED, ' ').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / WORDS + characters / CHARACTERS));
}
