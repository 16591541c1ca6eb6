/** What stops a job, in words for the one who runs it. */
export class JobError extends Error {}
