/** What each of our elements shows, written by hand in plain DOM: the floor. */

function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) node.setAttribute(key, value);
  node.append(...children.filter((child) => child !== undefined));
  return node;
}

const format = (date) => new Date(date).toISOString().slice(0, 10);

const picture = (item) =>
  item.image && element('img', {src: item.image, alt: '', width: 600, height: 400, loading: 'lazy', decoding: 'async'});

const byline = ({date_published: date, authors}) =>
  element('p', {class: 'byline'}, element('time', {datetime: date}, format(date)), ' ', authors[0].name);

const card = (item) =>
  element(
    'li',
    {class: 'item'},
    picture(item),
    element('p', {class: 'kicker'}, item.tags[0]),
    element('h3', {}, element('a', {href: item.url}, item.title)),
    element('p', {class: 'summary'}, item.summary),
    byline(item),
  );

/** @param {(html: string) => Node | string} body how the story's HTML gets onto the page */
export function views(body) {
  return {
    list: ({items}, limit) => [
      element('h2', {}, 'Latest news'),
      element('ul', {class: 'list'}, ...items.slice(0, limit).map(card)),
    ],
    article: ({items}, limit, id) => {
      const item = items.find((item) => item.id === id) ?? items[0];
      return [
        element(
          'article',
          {class: 'item'},
          element('p', {class: 'kicker'}, item.tags[0]),
          element('h2', {}, item.title),
          element('p', {class: 'summary'}, item.summary),
          byline(item),
          body(item.content_html),
        ),
      ];
    },
    bodies: ({items}, limit) =>
      items
        .slice(0, limit)
        .map((item) => element('article', {class: 'item'}, element('h2', {}, item.title), body(item.content_html))),
    day: ({items}, limit) => [
      element('h2', {}, 'On this day'),
      element(
        'ol',
        {class: 'list'},
        ...items
          .filter(({_news: {event_date: date}}) => date.endsWith('-06-14'))
          .slice(0, limit)
          .map((item) =>
            element(
              'li',
              {class: 'item'},
              element('p', {class: 'kicker'}, item._news.event_date.slice(0, 4)),
              element('h3', {}, element('a', {href: item.url}, item.title)),
              element('p', {class: 'summary'}, item.summary),
            ),
          ),
      ),
    ],
    pictures: ({items}, limit) => [
      element('h2', {}, 'Pictures'),
      element(
        'ul',
        {class: 'row'},
        ...items
          .slice(0, limit)
          .map((item) => element('li', {class: 'item'}, element('a', {href: item.url}, picture(item)))),
      ),
    ],
    about: ({title, description, home_page_url: home, authors}) => [
      element('h2', {}, 'About us'),
      element('h3', {class: 'item'}, element('a', {href: home}, title)),
      element('p', {class: 'summary'}, description),
      element('ul', {}, ...authors.map(({name, url}) => element('li', {}, element('a', {href: url}, name)))),
    ],
  };
}

export const styles = `
:host, .news { display: block; container: news / inline-size; }
h2 { font-size: 1.3em; margin: 0 0 0.5em; }
h3 { font: 600 1.1em / 1.25 Georgia, serif; margin: 0; text-wrap: balance; }
p { margin: 0.25em 0; }
a { color: inherit; text-decoration: none; }
.list { display: grid; grid-template-columns: repeat(auto-fill, minmax(15em, 1fr)); gap: 1.5em; list-style: none; margin: 0; padding: 0; }
.row { display: flex; gap: 8px; overflow-x: auto; list-style: none; margin: 0; padding: 0; }
.row img { inline-size: 12em; aspect-ratio: 1; object-fit: cover; }
img { max-inline-size: 100%; block-size: auto; }
.kicker { color: #9c2a1f; font-size: 0.8em; letter-spacing: 0.08em; text-transform: uppercase; }
.summary { line-height: 1.55; }
.byline { color: #5b6068; font-size: 0.8em; }
`;

export const load = (src) => fetch(src).then((response) => response.json());
