/** Resolves after so many milliseconds. */
export function pause(time?: number): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

/** Lets the page go on, and resolves as soon as it has. */
export function nextTask(): Promise<unknown> {
  // WebKit has none. A timer that follows timers waits 4 ms.
  const {scheduler} = globalThis as {scheduler?: Partial<Scheduler>};
  return scheduler?.yield?.() ?? pause();
}
