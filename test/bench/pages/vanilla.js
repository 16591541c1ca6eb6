/** No library: fetch, and DOM made by hand. */
import {load, styles, views} from './views.js';

const shows = views((html) => document.createRange().createContextualFragment(html));
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);

export async function mount(host) {
  const {src, view, limit, item} = host.dataset;
  host.replaceChildren(...shows[view](await load(src), Number(limit), item));
}

for (const host of document.querySelectorAll('.news')) void mount(host);

window.create = () => Object.assign(document.createElement('div'), {className: 'news', mounted: mount});
