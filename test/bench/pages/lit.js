/** Lit alone: what our elements stand on. */
import {LitElement, html, nothing, unsafeCSS} from 'lit';
import {unsafeHTML} from 'lit/directives/unsafe-html.js';
import {load, styles} from './views.js';

const picture = ({image}) =>
  image ? html`<img src=${image} alt="" width="600" height="400" loading="lazy" decoding="async" />` : nothing;

const byline = ({date_published: date, authors}) =>
  html`<p class="byline">
    <time datetime=${date}>${new Date(date).toISOString().slice(0, 10)}</time> ${authors[0].name}
  </p>`;

const card = (item) =>
  html`<li class="item">
    ${picture(item)}
    <p class="kicker">${item.tags[0]}</p>
    <h3><a href=${item.url}>${item.title}</a></h3>
    <p class="summary">${item.summary}</p>
    ${byline(item)}
  </li>`;

const views = {
  list: ({items}, limit) =>
    html`<h2>Latest news</h2>
      <ul class="list">
        ${items.slice(0, limit).map(card)}
      </ul>`,
  article: ({items}, limit, id) => {
    const item = items.find((item) => item.id === id) ?? items[0];
    return html`<article class="item">
      <p class="kicker">${item.tags[0]}</p>
      <h2>${item.title}</h2>
      <p class="summary">${item.summary}</p>
      ${byline(item)}${unsafeHTML(item.content_html)}
    </article>`;
  },
  day: ({items}, limit) =>
    html`<h2>On this day</h2>
      <ol class="list">
        ${items
          .filter(({_news: {event_date: date}}) => date.endsWith('-06-14'))
          .slice(0, limit)
          .map(
            (item) =>
              html`<li class="item">
                <p class="kicker">${item._news.event_date.slice(0, 4)}</p>
                <h3><a href=${item.url}>${item.title}</a></h3>
                <p class="summary">${item.summary}</p>
              </li>`,
          )}
      </ol>`,
  pictures: ({items}, limit) =>
    html`<h2>Pictures</h2>
      <ul class="row">
        ${items.slice(0, limit).map((item) => html`<li class="item"><a href=${item.url}>${picture(item)}</a></li>`)}
      </ul>`,
  about: ({title, description, home_page_url: home, authors}) =>
    html`<h2>About us</h2>
      <h3 class="item"><a href=${home}>${title}</a></h3>
      <p class="summary">${description}</p>
      <ul>
        ${authors.map(({name, url}) => html`<li><a href=${url}>${name}</a></li>`)}
      </ul>`,
};

customElements.define(
  'lit-news',
  class extends LitElement {
    static properties = {feed: {state: true}};
    static styles = unsafeCSS(styles);

    async connectedCallback() {
      super.connectedCallback();
      this.feed ??= await load(this.dataset.src);
    }

    render() {
      const {view, limit, item} = this.dataset;
      return this.feed ? views[view](this.feed, Number(limit), item) : nothing;
    }
  },
);

window.create = () => document.createElement('lit-news');
