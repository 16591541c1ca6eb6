import {html, nothing, type TemplateResult} from 'lit';
import type {Attachment, Item} from '../../feed/feed.js';
import {formatNumber} from '../../locales/dates.js';
import type {Locale} from '../../locales/index.js';

/** What comes with a story: sound and video with the platform's own players, the rest as downloads with type and size. */
export function attachments(item: Item, language: string, locale: Locale): TemplateResult | typeof nothing {
  const files = item.attachments.filter(({mimeType}) => !mimeType.startsWith('image/'));
  return files.length
    ? html`<ul class="attachments" aria-label=${locale.attachments}>
        ${files.map((file) => html`<li>${attachment(file, language)}</li>`)}
      </ul>`
    : nothing;
}

function attachment(file: Attachment, language: string): TemplateResult {
  const {url, mimeType, title = fileName(url), image, sizeInBytes} = file;
  const [kind = '', subtype = ''] = mimeType.split('/');
  if (kind !== 'audio' && kind !== 'video') {
    const size = sizeInBytes ? `, ${formatBytes(sizeInBytes, language)}` : '';
    return html`<a href=${url} download rel="noopener"
      ><bdi>${title}</bdi> <small>${subtype.replace(/^(x-|vnd\.)/, '')}${size}</small></a
    >`;
  }
  const sources = [file, ...(file.sources ?? [])].map(
    ({url, mimeType}) => html`<source src=${url} type=${mimeType} />`,
  );
  return html`<figure>
    <figcaption dir="auto">${title}</figcaption>
    ${
      kind === 'audio'
        ? html`<audio controls preload="none" aria-label=${title}>${sources}</audio>`
        : html`<video controls preload="none" playsinline aria-label=${title} poster=${image?.url ?? nothing}>
            ${sources}
          </video>`
    }
  </figure>`;
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
