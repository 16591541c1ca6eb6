import {html, type TemplateResult} from 'lit';

export interface CaptionPart {
  text: string;
  /** For a hashtag or a mention: its page on Instagram. */
  url?: string | undefined;
}

/** Not within a word, an address or another's server (`@name@server`). */
const TAG_OR_NAME =
  /(?<![\p{L}\p{N}_/&.@])(?:[#＃]([\p{L}\p{M}\p{N}_]+)|@(?![\w.]+@)([a-z\d_](?:[a-z\d_.]{0,28}[a-z\d_])?))/giu;

/** A caption cut at its hashtags and mentions. Elsewhere than on Instagram they have no page that we know of. */
export function captionParts(caption: string, isOnInstagram: boolean): CaptionPart[] {
  const parts: CaptionPart[] = [];
  let end = 0;
  for (const {0: text, 1: tag, 2: name = '', index} of isOnInstagram ? caption.matchAll(TAG_OR_NAME) : []) {
    if (index > end) parts.push({text: caption.slice(end, index)});
    const path = tag ? `explore/tags/${encodeURIComponent(tag)}` : name;
    parts.push({text, url: `https://www.instagram.com/${path}/`});
    end = index + text.length;
  }
  return end < caption.length ? [...parts, {text: caption.slice(end)}] : parts;
}

/** Hashtags and names are isolated: their `#` and `@` keep their side in right-to-left text. */
export function renderCaption(caption: string, isOnInstagram: boolean): (string | TemplateResult)[] {
  return captionParts(caption, isOnInstagram).map(({text, url}) =>
    url ? html`<bdi><a part="link" href=${url}>${text}</a></bdi>` : text,
  );
}
