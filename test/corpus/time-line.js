/** A line of what `time.ts` has measured. */
export function timeLine({megabytes, ours, dompurify, parse}) {
  const per = (time) => `${(time / megabytes).toFixed(1)} ms/MB`;
  return `${megabytes.toFixed(2)} MB: ours ${per(ours)}, DOMPurify ${per(dompurify)} (× ${(ours / dompurify).toFixed(2)}), parsing alone ${per(parse)}`;
}
