import type {Link} from '../../feed/feed.js';
import {link, type LinkedText} from './link.js';

/**
 * Links the words of a text that are a link's title, as the text's own page does. What tells titles apart, as in
 * “Mosul (city)”, need not stand there. Of titles that overlap the first keeps its words.
 *
 * @returns the text, and the links whose words do not stand in it
 */
export function linkWords(text: string, links: readonly Link[]): {text: LinkedText; rest: Link[]} {
  const found: {from: number; to: number; url: string}[] = [];
  const rest = links.filter(({title, url}) => {
    const words = title.replace(/ \(.*\)$/, '');
    const from = new RegExp(`(?<![\\p{L}\\p{N}])${escape(words)}(?![\\p{L}\\p{N}])`, 'iu').exec(text)?.index ?? -1;
    const to = from + words.length;
    if (from < 0 || found.some((other) => from < other.to && other.from < to)) return true;
    found.push({from, to, url});
    return false;
  });
  found.sort((a, b) => a.from - b.from);
  const ends = [0, ...found.map(({to}) => to)];
  const parts = found.flatMap(({from, to, url}, n) => [text.slice(ends[n], from), link(url, text.slice(from, to))]);
  return {text: [...parts, text.slice(ends.at(-1))], rest};
}

const escape = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
