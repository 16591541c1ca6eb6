/** What sanitising costs beside DOMPurify, on the same bodies in the same minutes. */
import DOMPurify from 'dompurify';
import {UntrustedHtml} from '../../src/feed/feed.js';
import {sanitize} from '../../src/feed/sanitize.js';
import {BASE} from './differential.js';
import {plainOptions} from './check-body.js';

export interface Times {
  megabytes: number;
  /** Milliseconds for all bodies: the median of the rounds. */
  ours: number;
  dompurify: number;
  parse: number;
}

const ROUNDS = 9;

/** In turns, so that what else the machine does meets all alike. */
export function times(bodies: readonly string[]): Times {
  const runs = {
    ours: (html: string) => sanitize(new UntrustedHtml(html, BASE), plainOptions),
    dompurify: (html: string) => DOMPurify.sanitize(html, {RETURN_DOM_FRAGMENT: true}),
    parse: (html: string) => new DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html'),
  };
  const measured: Record<keyof typeof runs, number[]> = {ours: [], dompurify: [], parse: []};
  for (let round = 0; round < ROUNDS; round++)
    for (const name of ['ours', 'dompurify', 'parse'] as const) {
      const start = performance.now();
      for (const html of bodies) runs[name](html);
      measured[name].push(performance.now() - start);
    }
  const median = (list: number[]) => list.sort((a, b) => a - b)[ROUNDS >> 1] ?? NaN;
  return {
    megabytes: bodies.reduce((sum, html) => sum + new TextEncoder().encode(html).length, 0) / 2 ** 20,
    ours: median(measured.ours),
    dompurify: median(measured.dompurify),
    parse: median(measured.parse),
  };
}
