import 'news-elements';
import type {NewsElementsProps} from 'news-elements/solid';
import {createSignal, Show, type JSX} from 'solid-js';
import {render} from 'solid-js/web';
import feed from '../feed.json';

function App() {
  const [limit, setLimit] = createSignal(3);
  const [isThere, setIsThere] = createSignal(true);
  const [log, setLog] = createSignal<string[]>([]);
  const write = (line: string) => setLog((lines) => [...lines, line]);
  return (
    <>
      <button onClick={() => setLimit(1)}>Fewer</button>
      <button onClick={() => setIsThere(false)}>Remove</button>
      <Show when={isThere()}>
        <related-news
          prop:feed={feed}
          limit={limit()}
          heading-level={3}
          class="aside"
          on:feed-load={({feed}) => write(`loaded ${feed.title ?? ''}`)}
          on:item-click={(event) => {
            event.preventDefault();
            write(`clicked ${event.item.id}`);
          }}
        >
          <p>Fallback</p>
        </related-news>
        <news-article src="/feed.json" item="bridge" omit="share" />
      </Show>
      <output>{log().join('; ')}</output>
    </>
  );
}

const main = document.querySelector('main');
if (main) render(() => <App />, main);

/** What the typings refuse. */
export const refused: (() => JSX.Element)[] = [
  // @ts-expect-error: a number
  () => <related-news limit="four" />,
  // @ts-expect-error: one of four layouts
  () => <related-news layout="heap" />,
  // @ts-expect-error: no such property
  () => <about-us colour="red" />,
  // @ts-expect-error: an ItemClickEvent has no such field
  () => <related-news on:item-click={(event) => event.nothing} />,
];
export const props: NewsElementsProps['about-us'] = {layout: 'card', jsonLd: true};
