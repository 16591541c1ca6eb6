/** The states that every element has. They are real: the element asks an address, and gets what the story says. */
import {expect, waitFor} from 'storybook/test';
import {configure} from '../src/feed/load.js';
import {shown} from './reader.js';
import type {Arguments, Story} from './story.js';

const day = 86_400_000;

function described(story: string): {docs: {description: {story: string}}} {
  return {docs: {description: {story}}};
}

/** The address never answers. Elsewhere loading ends after three tries of ten seconds; here it may take a day. */
export function loading(args: Arguments): Story {
  return {
    args: {...args, src: 'feeds/news.json?answer=never'},
    beforeEach: () => {
      configure({timeout: day});
      return () => configure({timeout: 10_000});
    },
    parameters: described(
      'The shape of what is coming, as long as nothing is there. The address never answers: the wrapper round `fetch` in `.storybook/network.ts` keeps silent. On a page the element gives up after three tries of ten seconds.',
    ),
  };
}

export function slow(args: Arguments): Story {
  return {
    args,
    parameters: {
      fallback: 'The page’s own words, until the feed is there.',
      ...described(
        'The answer comes after four seconds (held back by `.storybook/network.ts`). What the page has put into the element shows until then, in the space that the element will take.',
      ),
    },
  };
}

export function failed(args: Arguments): Story {
  return {
    args: {...args, src: 'feeds/nothing-here.json', debug: true},
    parameters: {
      fallback: 'What the page has put into the element.',
      ...described(
        'A real address that answers 404. The reader sees the fallback and no error; the builder sees the reason in the console, and with `debug` in the element.',
      ),
    },
  };
}

export function offline(args: Arguments): Story {
  return {
    args: {...args, src: 'feeds/news.json?answer=offline'},
    parameters: {
      fallback: 'You are reading this without a network.',
      ...described(
        'Every request fails as it does without a network. After three tries the fallback stays; as soon as the browser says that it is online again, the element asks once more.',
      ),
    },
  };
}

/** A first good answer, and then none. */
export function stale(args: Arguments): Story {
  return {
    args: {...args, src: `${String(args['src'] ?? 'feeds/news.json')}?answer=once`},
    play: async ({canvasElement, component = ''}) => {
      const {element} = await shown(canvasElement, component);
      await element.reload();
      await waitFor(() => expect(element.matches(':state(stale)')).toBe(true));
      await expect(element.shownItems.length).toBeGreaterThanOrEqual(0);
    },
    parameters: described(
      'The first answer is good, all later ones are 410, and the story reloads once. The last good copy stays on show: a reader notices nothing, CSS can tell by `:state(stale)`.',
    ),
  };
}

export function empty(fallback: string): Story {
  return {
    args: {src: 'feeds/empty.json', item: undefined},
    parameters: {
      fallback,
      ...described('A feed without items is no error: what stands in the element shows, and `:state(empty)` is set.'),
    },
  };
}
