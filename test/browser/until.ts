import {waitUntil} from '@open-wc/testing';

/** Waits on a condition for as long as a busy machine may need: a test that passes is not slower for it. */
export function until(condition: () => unknown, message: string): Promise<void> {
  return waitUntil(() => Boolean(condition()), message, {timeout: 12_000});
}
