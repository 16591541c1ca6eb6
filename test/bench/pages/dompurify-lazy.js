/** As dompurify.js, but a body is sanitised when it comes near the viewport. */
import DOMPurify from 'dompurify';
import {load, styles, views} from './views.js';

const waiting = new WeakMap();
const observer = new IntersectionObserver(
  (entries) => {
    for (const {target, isIntersecting} of entries)
      if (isIntersecting) {
        target.innerHTML = DOMPurify.sanitize(waiting.get(target));
        observer.unobserve(target);
      }
  },
  {rootMargin: '500px'},
);
const shows = views((html) => {
  const box = document.createElement('div');
  box.style.minHeight = '40em';
  waiting.set(box, html);
  observer.observe(box);
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
