/** The platform's custom element and nothing else. */
import {load, styles, views} from './views.js';

const shows = views((html) => document.createRange().createContextualFragment(html));
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);

customElements.define(
  'bare-news',
  class extends HTMLElement {
    async connectedCallback() {
      const root = this.shadowRoot ?? this.attachShadow({mode: 'open'});
      root.adoptedStyleSheets = [sheet];
      const {src, view, limit, item} = this.dataset;
      root.replaceChildren(...shows[view](await load(src), Number(limit), item));
    }
  },
);

window.create = () => document.createElement('bare-news');
