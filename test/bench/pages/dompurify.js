/** What most pages do with a feed's HTML: fetch, DOMPurify, innerHTML. */
import DOMPurify from 'dompurify';
import {load, styles, views} from './views.js';

const shows = views((html) => {
  const box = document.createElement('div');
  box.innerHTML = DOMPurify.sanitize(html);
  return box;
});
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);

async function mount(host) {
  const {src, view, limit, item} = host.dataset;
  host.replaceChildren(...shows[view](await load(src), Number(limit), item));
}

for (const host of document.querySelectorAll('.news')) void mount(host);
