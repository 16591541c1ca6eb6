/** One component for both: Preact's and React's functions have the same form. */
import {load} from './views.js';

export function app(h, useState, useEffect) {
  const Picture = ({src}) => h('img', {src, alt: '', width: 600, height: 400, loading: 'lazy', decoding: 'async'});

  const Card = ({item}) =>
    h(
      'li',
      {className: 'item'},
      item.image && h(Picture, {src: item.image}),
      h('p', {className: 'kicker'}, item.tags[0]),
      h('h3', null, h('a', {href: item.url}, item.title)),
      h('p', {className: 'summary'}, item.summary),
      h(
        'p',
        {className: 'byline'},
        h('time', {dateTime: item.date_published}, new Date(item.date_published).toISOString().slice(0, 10)),
        ' ',
        item.authors[0].name,
      ),
    );

  const Bodies = ({items}) =>
    items.map((item) =>
      h(
        'article',
        {className: 'item', key: item.id},
        h('h2', null, item.title),
        h('div', {dangerouslySetInnerHTML: {__html: sanitise(item.content_html)}}),
      ),
    );

  const sanitise = (html) => window.sanitise(html);

  return function News({src, view, limit}) {
    const [feed, setFeed] = useState();
    useEffect(() => {
      let isMounted = true;
      load(src).then((feed) => isMounted && setFeed(feed));
      return () => {
        isMounted = false;
      };
    }, [src]);
    if (!feed) return null;
    const items = feed.items.slice(0, Number(limit));
    return view === 'bodies'
      ? h(Bodies, {items})
      : [
          h('h2', {key: 'heading'}, 'Latest news'),
          h(
            'ul',
            {className: 'list', key: 'list'},
            items.map((item) => h(Card, {item, key: item.id})),
          ),
        ];
  };
}
