import {html, nothing, type TemplateResult} from 'lit';
import type {Attachment, Item} from '../../feed/feed.js';
import {formatNumber} from '../../locales/dates.js';
import type {Locale} from '../../locales/index.js';
export {attachmentStyles} from './attachments.styles.js';

/** Sound and video that come with a story, in the platform's own players. */
export function players(item: Item, language: string): TemplateResult[] {
  return item.attachments.filter((file) => isPlayable(file)).map((file) => player(file, language));
}

/** The other files, with type and size. */
export function downloads(item: Item, language: string, locale: Locale): TemplateResult | typeof nothing {
  const files = item.attachments.filter((file) => !isPlayable(file) && !file.mimeType.startsWith('image/'));
  return files.length
    ? html`<ul class="attachments" aria-label=${locale.attachments}>
        ${files.map((file) => html`<li>${download(file, language)}</li>`)}
      </ul>`
    : nothing;
}

function isPlayable({mimeType}: Attachment): boolean {
  return /^(audio|video)\//.test(mimeType);
}

function player(file: Attachment, language: string): TemplateResult {
  const {url, mimeType, title = fileName(url), image, durationInSeconds: seconds} = file;
  const sources = [file, ...(file.sources ?? [])].map(
    ({url, mimeType}) => html`<source src=${url} type=${mimeType} />`,
  );
  const duration =
    seconds && formatNumber(Math.ceil(seconds / 60), language, {style: 'unit', unit: 'minute', unitDisplay: 'long'});
  return html`<figure class="player">
    <figcaption><bdi>${title}</bdi> ${duration ? html`<bdi>(${duration})</bdi>` : nothing}</figcaption>
    ${
      mimeType.startsWith('audio')
        ? html`<audio controls preload="none" aria-label=${title}>${sources}</audio>`
        : html`<video controls preload="none" playsinline aria-label=${title} poster=${image?.url ?? nothing}>
            ${sources}
          </video>`
    }
  </figure>`;
}

function download({url, mimeType, title = fileName(url), sizeInBytes}: Attachment, language: string): TemplateResult {
  const [, subtype = ''] = mimeType.split('/');
  const size = sizeInBytes ? `, ${formatBytes(sizeInBytes, language)}` : '';
  return html`<a href=${url} download rel="noopener"
    ><bdi>${title}</bdi> <small>${subtype.replace(/^(x-|vnd\.)/, '')}${size}</small></a
  >`;
}

function fileName(url: string): string {
  const name = new URL(url).pathname.split('/').pop() ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

function formatBytes(bytes: number, language: string): string {
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), 3);
  return formatNumber(bytes / 1000 ** power, language, {style: 'unit', unit: UNITS[power], maximumFractionDigits: 1});
}
