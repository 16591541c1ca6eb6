/** What stops a job, in words for the one who runs it. */
export class JobError extends Error {}

/** What was asked for is not to be had: an option, a command that there is none of, or one that is missing. */
export class UsageError extends JobError {}

/** @returns the exit code: 2 for what was asked wrongly, as with most commands */
export function exitCodeOf(error: unknown): number {
  return error instanceof UsageError ? 2 : 1;
}
