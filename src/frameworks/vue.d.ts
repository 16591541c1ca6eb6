/** Vue's templates: `import type {} from 'news-elements/vue'`. Listeners are named `@item-click`. */
import type {EmitFn, HTMLAttributes, PublicProps} from 'vue';
import type {Attributes, Elements, Events, Properties} from './props.js';

/** Vue's templates know a custom element as a component whose instance is the element. */
type Component<E> = new () => E & {
  $props: Omit<HTMLAttributes, keyof Properties<E>> & PublicProps & Properties<E> & Attributes<E>;
  $emit: EmitFn<{[N in keyof Events]: (event: Events[N]) => void}>;
};

/** Tag → component. */
export type NewsElementsComponents = {[T in keyof Elements]: Component<Elements[T]>};

declare module 'vue' {
  interface GlobalComponents extends NewsElementsComponents {}
}
