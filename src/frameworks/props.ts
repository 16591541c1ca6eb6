/**
 * What a template may set on our elements, read off their classes, so that it cannot say anything else than they do. Types
 * alone: nothing of this is in a page.
 */
import type {LitElement} from 'lit';
import type {FeedSource} from '../elements/feed-source.js';
import type {
  FeedErrorEvent,
  FeedLoadEvent,
  ItemChangeEvent,
  ItemClickEvent,
  ItemViewEvent,
  PictureErrorEvent,
} from '../index.js';

/** Tag → element, of all elements that show a feed. */
export type Elements = {
  [
    T in keyof HTMLElementTagNameMap as HTMLElementTagNameMap[T] extends FeedSource ? T : never
  ]: HTMLElementTagNameMap[T];
};

type NewsEvent = FeedErrorEvent | FeedLoadEvent | ItemChangeEvent | ItemClickEvent | ItemViewEvent | PictureErrorEvent;

/** Name → event. */
export type Events = {
  [N in keyof HTMLElementEventMap as HTMLElementEventMap[N] extends NewsEvent ? N : never]: HTMLElementEventMap[N];
};

/** Two types are the same only when TypeScript cannot tell two conditional types apart that ask for them. */
type IsSame<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

type IsWritable<E, K extends keyof E> = IsSame<Pick<E, K>, {-readonly [P in K]: E[P]}>;

type PropertyName<E> = {
  [K in Exclude<keyof E, keyof LitElement>]-?: E[K] extends (...args: never) => unknown
    ? never
    : IsWritable<E, K> extends true
      ? K
      : never;
}[Exclude<keyof E, keyof LitElement>];

/** An element's own properties that can be set. `feed` takes a Feed, a feed's text, or its JSON. */
export type Properties<E> = {
  [K in keyof E as K extends PropertyName<E> ? K : never]?: K extends 'feed' ? unknown : E[K] | undefined;
};

type Kebab<S extends string> = S extends `${infer First}${infer Rest}`
  ? Rest extends Uncapitalize<Rest>
    ? `${Lowercase<First>}${Kebab<Rest>}`
    : `${Lowercase<First>}-${Kebab<Rest>}`
  : S;

/** HTML's own attributes have no hyphen. */
type AttributeName<P> = P extends 'crossOrigin' | 'referrerPolicy' ? Lowercase<P> : P extends string ? Kebab<P> : never;

/**
 * Attributes whose name is not the property's, as server rendering needs them: `heading-level`. One that is there is true,
 * whatever its value, and so `false` is refused.
 */
export type Attributes<E> = {
  [
    K in keyof E as K extends PropertyName<E> ? (AttributeName<K> extends K ? never : AttributeName<K>) : never
  ]?: E[K] extends boolean ? true | '' | undefined : E[K] extends number | undefined ? E[K] | `${number}` : E[K];
};

/** Listeners under the names that a framework gives them: `on` → `onitem-click`. */
export type Listeners<Prefix extends string> = {
  [N in keyof Events as `${Prefix}${N}`]?: ((event: Events[N]) => void) | undefined;
};

/** All of an element that a template may set beside what it may set on any HTML element. */
export type Props<E, Prefix extends string> = Properties<E> & Attributes<E> & Listeners<Prefix>;
