/** JSX of Solid: `import type {} from 'news-elements/solid'`. Listeners are named `on:item-click`. */
import type {JSX} from 'solid-js';
import type {Elements, Properties, Props} from './props.js';

type Prefixed<Prefix extends string, T> = {[K in keyof T as K extends string ? `${Prefix}:${K}` : never]?: T[K]};

type Own<E> = Props<E, 'on:'> & Prefixed<'prop', Properties<E>>;

/** Tag → props. */
export type NewsElementsProps = {
  [T in keyof Elements]: Omit<JSX.HTMLAttributes<Elements[T]>, keyof Own<Elements[T]>> & Own<Elements[T]>;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends NewsElementsProps {}
  }
}
