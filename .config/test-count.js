/** A reporter for `node --test`, whose last line is: N passed, N failed. */
export default async function* count(events) {
  let passed = 0;
  let failed = 0;
  for await (const {type, data} of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    // A suite fails with its tests, and is none itself.
    if (data?.details?.type === 'suite' && data.details.error?.failureType === 'subtestsFailed') continue;
    if (type === 'test:fail') {
      failed++;
      const {error} = data.details;
      yield `✖ ${data.name}\n${String(error?.cause?.stack ?? error?.message ?? error)}\n`;
    } else if (type === 'test:pass' && data.details?.type !== 'suite' && data.skip === undefined) {
      passed++;
      yield `✔ ${data.name} (${Math.round(data.details.duration_ms)} ms)\n`;
    }
  }
  yield `\n${passed} passed, ${failed} failed\n`;
}
