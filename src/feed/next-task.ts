/** Lets the page go on, and resolves as soon as it has. */
export function nextTask(): Promise<unknown> {
  // WebKit has none. A timer that follows timers waits 4 ms.
  const {scheduler} = globalThis as {scheduler?: Partial<Scheduler>};
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
