import {html, nothing, type TemplateResult} from 'lit';
import type {Item} from '../../feed/feed.js';
import {comparable} from '../../feed/find-item.js';
import {isRtl} from '../../locales/direction.js';
import {heading} from '../heading.js';
import {pageAddress} from '../page.js';
import {isSamePicture, type ArticleBody} from './article-body.js';
import {byline, type BylineOptions} from './byline.js';
import {wordsLanguage} from '../words-language.js';
import {articleSummary, isExcerpt} from './select.js';
import {shareButton} from './share-button.js';
import {becomeLead, keepPlace, leadPicture, settle} from './story-pictures.js';

interface StoryOptions extends Omit<BylineOptions, 'controls'> {
  storyLanguage: string | undefined;
  headingLevel: number;
  body: ArticleBody | undefined;
  /** What shows the files that come with the story, if there are any. */
  attachments: typeof import('./attachments.js') | undefined;
  /** Where the item leads. */
  href: string | undefined;
  /** The buttons of listening: `nothing` keeps their place, false does not. */
  listening: unknown;
}

/** The article: one landmark, one outline, in the story's own language. */
export function story(item: Item, options: StoryOptions): TemplateResult {
  const {language, locale, shows, body, storyLanguage} = options;
  const {title, image, tags, externalUrl} = item;
  const ownWords = wordsLanguage(language, locale);
  const summary = shows('summary') && articleSummary(item);
  const first = body?.firstImage;
  const isInBody = image && isSamePicture(image, first?.src);
  const lead = isInBody || (body && image?.inBody) || !shows('image') ? undefined : image;
  if (first && !lead) becomeLead(first, isInBody ? image : undefined);
  const whole = wholeStory(item, options);
  const attachments = shows('attachments') ? options.attachments : undefined;
  return html`<article
    part="item"
    lang=${storyLanguage ?? nothing}
    dir=${storyLanguage ? (isRtl(storyLanguage) ? 'rtl' : 'ltr') : nothing}
    @load=${onLoad}
    @error=${onError}
  >
    ${shows('kicker') ? kicker(item) : nothing}
    ${title && shows('headline') ? heading(options.headingLevel, 'headline', title) : nothing}
    ${summary ? html`<p part="summary" dir="auto">${summary}</p>` : nothing}
    ${shows('byline') ? byline(item, {...options, controls: controls(item, options)}) : nothing}
    ${lead ? leadPicture(lead, locale, shows('caption')) : nothing} ${attachments?.players(item, language)}
    ${body ? html`<div part="body" class="body">${body.content}</div>` : nothing}
    ${attachments?.downloads(item, language, locale)}
    ${whole ? html`<p class="source" lang=${ownWords}><a part="link" href=${whole} rel="noopener">${locale.readOriginal}</a></p>` : nothing}
    ${
      tags.length && shows('tags')
        ? html`<ul part="tags" class="tags" aria-label=${locale.tags}>
            ${tags.map((tag) => html`<li dir="auto">${tag}</li>`)}
          </ul>`
        : nothing
    }
    ${
      externalUrl && shows('source')
        ? html`<p class="source" lang=${ownWords}>
            ${locale.source}
            <a part="link" href=${externalUrl} rel="noopener">${new URL(externalUrl).hostname.replace(/^www\./, '')}</a>
          </p>`
        : nothing
    }
  </article>`;
}

const onLoad = {handleEvent: settle, capture: true};
const onError = {handleEvent: keepPlace, capture: true};

function kicker({kicker, tags}: Item): unknown {
  const words = kicker ? [kicker] : tags.slice(0, 2);
  return words.length ? html`<p part="kicker">${words.map((word) => html`<bdi>${word}</bdi>`)}</p>` : nothing;
}

/** Voices are known late, or never: a place is kept for their button, so that the line does not move. */
function controls(item: Item, {listening, locale, shows}: StoryOptions): unknown {
  const room = html`<span class="room" aria-hidden="true">${locale.listen}</span>`;
  return [listening === nothing ? room : listening || nothing, shows('share') ? shareButton(item, locale) : nothing];
}

/** Where all of the story is, if it is not here and this page is not that place. */
function wholeStory(item: Item, {body, href, shows}: StoryOptions): string | undefined {
  if (body?.warning) return href;
  const isElsewhere = comparable(item.url) !== comparable(pageAddress());
  return shows('source') && isElsewhere && isExcerpt(item) ? item.url : undefined;
}
