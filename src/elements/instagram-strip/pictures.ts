import type {Image} from '../../feed/feed.js';
import type {Medium} from './select.js';

/** Instagram's own file servers sign their addresses until a time, `oe`, in hexadecimal Unix seconds. */
export function expiryOf(url: string): Date | undefined {
  const {hostname, searchParams} = new URL(url);
  const time = searchParams.get('oe') ?? '';
  return /(^|\.)(cdninstagram\.com|fbcdn\.net)$/.test(hostname) && /^[\da-f]{8}$/i.test(time)
    ? new Date(parseInt(time, 16) * 1000)
    : undefined;
}

/** The best picture of a page that has an address worth asking, with the others that are. */
export function pictureOf({pictures}: Medium, isUsable: (url: string) => boolean): Image | undefined {
  for (const image of pictures) {
    const own = image.width ? [{url: image.url, width: image.width}] : [];
    const others = image.sizes.filter(({url}) => url !== image.url);
    // A `srcset` hides `src`: a picture of unknown width would never be chosen beside others.
    const sizes = [...others, ...own].filter(({url}) => isUsable(url)).sort((a, b) => a.width - b.width);
    const url = [image.url, sizes.at(-1)?.url, image.fallback].find((url) => url && isUsable(url));
    if (url) return {...image, url, sizes: sizes.length > 1 && (own.length || url !== image.url) ? sizes : []};
  }
  return undefined;
}
