/**
 * Decodes what is not UTF-8: by byte-order mark or the shape of UTF-16, else by header, else by XML declaration; with
 * neither, as Windows-1252, which is what the web's servers mean when they say nothing.
 */
export function decodeDeclared(bytes: Uint8Array, contentType: string): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const labels = [
    /^(?:\xfe\xff|\0[^\0])/.test(start) ? 'utf-16be' : /^(?:\xff\xfe|[^\0]\0)/.test(start) ? 'utf-16le' : undefined,
    /charset\s*=\s*["']?([^"';\s]+)/i.exec(contentType)?.[1],
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)/i.exec(start)?.[1],
  ];
  const decoders = labels.flatMap((label) => decoderOf(label) ?? []);
  return (decoders[0] ?? decoderFor(bytes)).decode(bytes);
}

/** A charset that does not exist, or UTF-8 (which the bytes are not), is as good as none. */
function decoderOf(label: string | undefined): TextDecoder | undefined {
  try {
    const decoder = label ? new TextDecoder(label) : undefined;
    return decoder?.encoding === 'utf-8' ? undefined : decoder;
  } catch {
    return undefined;
  }
}

/** UTF-8 with a few damaged places still has more whole letters than damaged ones. */
function decoderFor(bytes: Uint8Array): TextDecoder {
  const text = new TextDecoder().decode(bytes);
  const damaged = text.split('\ufffd').length - 1;
  const whole = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return new TextDecoder(whole >= damaged ? 'utf-8' : 'windows-1252');
}
