import {waitUntil as wait} from '@open-wc/testing';

/** Waits on a condition for as long as a busy machine may need: a test that passes is not slower for it. */
export function waitUntil(...[condition, message, options]: Parameters<typeof wait>): Promise<void> {
  return wait(condition, message, {timeout: 12_000, ...options});
}

/** {@link waitUntil} for what need not be a boolean. */
export function until(condition: () => unknown, message: string): Promise<void> {
  return waitUntil(() => Boolean(condition()), message);
}
