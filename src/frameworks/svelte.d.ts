/** Svelte's templates: `import type {} from 'news-elements/svelte'`. Listeners are named `onitem-click`, or `on:item-click`. */
import type {HTMLAttributes} from 'svelte/elements';
import type {Elements, Listeners, Props} from './props.js';

type Own<E> = Props<E, 'on'> & Listeners<'on:'>;

/** Tag → props. */
export type NewsElementsProps = {
  [T in keyof Elements]: Omit<HTMLAttributes<Elements[T]>, keyof Own<Elements[T]>> & Own<Elements[T]>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends NewsElementsProps {}
}
