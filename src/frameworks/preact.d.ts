/** JSX of Preact: `import type {} from 'news-elements/preact'`. Listeners are named `onitem-click`. */
import type {ClassAttributes, HTMLAttributes} from 'preact';
import type {Elements, Props} from './props.js';

type Html<E extends EventTarget> = HTMLAttributes<E> & ClassAttributes<E>;

/** Tag → props. */
export type NewsElementsProps = {
  [T in keyof Elements]: Omit<Html<Elements[T]>, keyof Props<Elements[T], 'on'>> & Props<Elements[T], 'on'>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends NewsElementsProps {}
  }
}
