/**
 * The text of an answer's bytes. What is valid UTF-8 is UTF-8, whatever was declared: no text in another charset looks
 * like it by chance. Everything else is told by its byte-order mark, its header or its XML declaration.
 *
 * @param contentType the answer's `Content-Type`
 */
export async function decodeBody(bytes: Uint8Array, contentType = ''): Promise<string> {
  try {
    const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
    // ISO-2022-JP and UTF-16 without a mark are valid UTF-8 too, but never without these.
    if (!/[\0\x1b]/.test(text)) return text;
  } catch {
    // not UTF-8
  }
  return (await import('./charset.js')).decodeDeclared(bytes, contentType);
}
