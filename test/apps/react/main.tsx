import 'news-elements';
import type {NewsElementsProps} from 'news-elements/react';
import type * as React from 'react';
import {StrictMode, useState} from 'react';
import {createRoot} from 'react-dom/client';
import feed from '../feed.json';

function App() {
  const [limit, setLimit] = useState(3);
  const [isThere, setIsThere] = useState(true);
  const [log, setLog] = useState<string[]>([]);
  const write = (line: string) => setLog((lines) => [...lines, line]);
  return (
    <>
      <button onClick={() => setLimit(1)}>Fewer</button>
      <button onClick={() => setIsThere(false)}>Remove</button>
      {isThere && (
        <>
          <related-news
            feed={feed}
            limit={limit}
            heading-level={3}
            className="aside"
            onfeed-load={({feed}) => write(`loaded ${feed.title ?? ''}`)}
            onitem-click={(event) => {
              event.preventDefault();
              write(`clicked ${event.item.id}`);
            }}
          >
            <p>Fallback</p>
          </related-news>
          <news-article src="/feed.json" item="bridge" omit="share" />
        </>
      )}
      <output>{log.join('; ')}</output>
    </>
  );
}

const main = document.querySelector('main');
if (main)
  createRoot(main).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );

/** What the typings refuse. */
export const refused: React.JSX.Element[] = [
  // @ts-expect-error: a number
  <related-news limit="four" />,
  // @ts-expect-error: one of four layouts
  <related-news layout="heap" />,
  // @ts-expect-error: `false` would be an attribute that is there
  <news-article json-ld={false} />,
  // @ts-expect-error: no such property
  <about-us colour="red" />,
  // @ts-expect-error: read-only
  <about-us state="ready" />,
  // @ts-expect-error: an ItemClickEvent has no such field
  <related-news onitem-click={(event) => event.nothing} />,
];
export const props: NewsElementsProps['about-us'] = {layout: 'card', jsonLd: true};
