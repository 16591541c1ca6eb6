/** JSX of React 19: `import type {} from 'news-elements/react'`. Listeners are named `onitem-click`. */
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {Elements, Props} from './props.js';

type Html<E> = DetailedHTMLProps<HTMLAttributes<E>, E>;

/** Tag → props. */
export type NewsElementsProps = {
  [T in keyof Elements]: Omit<Html<Elements[T]>, keyof Props<Elements[T], 'on'>> & Props<Elements[T], 'on'>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends NewsElementsProps {}
  }
}
