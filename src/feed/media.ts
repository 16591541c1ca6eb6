/** Pictures, sound and video of an XML feed's item, wherever Media RSS, iTunes and enclosures hide them. */
import type {Attachment, Image, ImageSize} from './feed.js';
import {line, positive} from './fields.js';
import {mimeTypeOf} from './mime-type.js';
import {firstPicture} from './pictures.js';
import {safeUrl} from './safe-url.js';
import {all, attribute, childrenOf, textOf, type Children} from './xml-fields.js';

/** One representation of a picture, a sound or a video. What stands for the same thing shares a `subject`. */
interface Medium {
  url: string;
  mimeType: string;
  /** `image`, `audio`, `video`, or `still` for a media:thumbnail. */
  kind: string;
  subject: string;
  width: number | undefined;
  height: number | undefined;
  title?: string | undefined;
  alt?: string | undefined;
  caption?: string | undefined;
  credit?: string | undefined;
  sizeInBytes?: number | undefined;
  durationInSeconds?: number | undefined;
}

/**
 * @param html the item's body, whose first picture stands in when there is no other
 * @param enclosures RSS `<enclosure>` and Atom `<link rel="enclosure">`
 */
export function readMedia(
  item: Children,
  enclosures: readonly Element[],
  html: string | undefined,
  base: string | undefined,
): {image: Image | undefined; attachments: Attachment[]} {
  const duration = seconds(textOf(item, 'itunes:duration'));
  const enclosed = enclosures.flatMap((element) => readMedium(element, new Map(), '', base));
  const found = mediaIn(item, base);
  const media = found.filter(({kind}) => kind !== 'still');
  // What is smaller than an avatar is none to look at.
  const still = pictureOf(found.filter(({kind, width = 99, height = 99}) => kind === 'still' && width + height > 99));
  const image =
    pictureOf([...media, ...enclosed].filter(({kind}) => kind === 'image')) ??
    // Beside a video or a sound, the words are about that.
    (still && media.length ? {...still, alt: undefined, caption: undefined} : still) ??
    readImage(item, base) ??
    firstPicture(html, base);
  const known = new Set([image?.url]);
  const attachments = [...enclosed, ...media].flatMap(
    ({kind, url, mimeType, title, sizeInBytes, durationInSeconds}) => {
      // No browser plays Flash any more.
      if (kind === 'image' || /flash/.test(mimeType) || known.has(url)) return [];
      known.add(url);
      const still = kind === 'video' ? image : undefined;
      return {url, mimeType, title, sizeInBytes, durationInSeconds: durationInSeconds ?? duration, image: still};
    },
  );
  return {image, attachments};
}

/** Media RSS texts, which stand in the item, or in its media:group or media:content. */
export function mediaText(owner: Children, name: string): string | undefined {
  return (
    textOf(owner, name) ??
    all(owner, 'media:group', 'media:content')
      .map((element) => mediaText(childrenOf(element), name))
      .find(Boolean)
  );
}

/** Every media:content and media:thumbnail, alone or in a media:group, which takes its texts from what is around it. */
function mediaIn(owner: Children, base: string | undefined, group = ''): Medium[] {
  const own = [
    ...all(owner, 'media:content').flatMap((element) => readMedium(element, owner, group, base)),
    ...all(owner, 'media:thumbnail').flatMap((element) => readMedium(element, owner, 'still', base)),
  ];
  const nested = all(owner, 'media:content', 'media:group').flatMap((element, index) =>
    mediaIn(childrenOf(element), base, element.localName === 'group' ? `group ${index}` : group),
  );
  return [...own, ...nested];
}

function readMedium(element: Element, owner: Children, group: string, base: string | undefined): Medium | [] {
  const url = safeUrl(attribute(element, 'url') ?? attribute(element, 'href'), base);
  if (!url) return [];
  const declared = attribute(element, 'type') ?? '';
  // Media RSS is for pictures, where it does not say otherwise; an enclosure may be anything.
  const medium = attribute(element, 'medium') ?? (element.localName === 'content' && !declared ? 'image' : undefined);
  const mimeType = MEDIA.test(declared) ? declared : (mimeTypeOf(url) ?? (declared || TYPES[medium ?? ''] || FILE));
  const own = childrenOf(element);
  const text = (name: string) => line(textOf(own, name) ?? textOf(owner, name));
  const caption = text('media:description');
  return {
    url,
    kind: group === 'still' ? group : (MEDIA.exec(mimeType)?.[1] ?? medium ?? ''),
    mimeType,
    // The same picture in several sizes outside a group has one path, and the size in the query.
    subject: group || new URL(url).pathname,
    width: positive(attribute(element, 'width')),
    height: positive(attribute(element, 'height')),
    title: text('media:title'),
    alt: caption,
    caption,
    credit: text('media:credit'),
    sizeInBytes: positive(attribute(element, 'fileSize') ?? attribute(element, 'length')),
    durationInSeconds: positive(attribute(element, 'duration')),
  };
}

const MEDIA = /^(image|audio|video)\//;
const FILE = 'application/octet-stream';
const TYPES: Partial<Record<string, string>> = {image: 'image/jpeg', audio: 'audio/mpeg', video: 'video/mp4'};

/** The widest is the picture; the others of the same subject are its sizes. Without widths the first is the best. */
function pictureOf(media: Medium[]): Image | undefined {
  const [first] = media;
  if (!first) return undefined;
  const same = media.filter(({subject}) => subject === first.subject);
  const best = same.reduce((best, medium) => ((medium.width ?? 0) > (best.width ?? 0) ? medium : best));
  const {url, alt, caption, credit, width, height} = best;
  const sizes: ImageSize[] = same.flatMap(({url, width}) => (width ? {url, width} : []));
  return {url, alt, caption, credit, width, height, sizes: sizes.length > 1 ? sizes : []};
}

/** `<itunes:image href>`, and `<image>` as an address or with a `<url>`, as some publishers write it. */
function readImage(item: Children, base: string | undefined): Image | undefined {
  for (const element of all(item, 'itunes:image', 'image')) {
    const url = safeUrl(attribute(element, 'href') ?? textOf(childrenOf(element), 'url') ?? element.textContent, base);
    if (url) return {url, sizes: []};
  }
  return undefined;
}

/** `1:02:03`, `62:03` or `3723`. */
function seconds(duration: string | undefined): number | undefined {
  return duration && /^[\d:.]+$/.test(duration)
    ? positive(duration.split(':').reduce((sum, part) => sum * 60 + Number(part), 0))
    : undefined;
}
