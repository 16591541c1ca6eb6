/** All five elements together, for whoever judges a look. */
import {html, type TemplateResult} from 'lit';
import {element, inLanguage} from './story.js';
import './sampler.css';

export function sampler(language: string): TemplateResult {
  const src = inLanguage('feeds/news.json', language);
  const archive = inLanguage('feeds/archive.json', language);
  return html`<div class="sampler">
    <div class="sampler-columns">
      ${element('news-article', {src, item: 'us-iraq-agreement'})}
      <div>
        ${element('on-this-day', {src: archive, date: '--11-13', limit: 4})}
        ${element('related-news', {src, item: 'us-iraq-agreement', layout: 'compact', limit: 5, link: '#{id}'})}
      </div>
    </div>
    ${element('related-news', {src, item: 'night-train', limit: 4, link: '#{id}'})}
    ${element('instagram-strip', {src: 'feeds/instagram.json', lightbox: true})} ${element('about-us', {src})}
  </div>`;
}
