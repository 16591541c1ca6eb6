/**
 * What our one policy does. With Trusted Types enforced `createHTML` gives a `TrustedHTML`, which TypeScript's DOM types
 * take for the string that it stands for.
 */
export interface HtmlPolicy {
  createHTML(html: string): string;
}

// The part of the Trusted Types API (https://w3c.github.io/trusted-types/) that is used here; missing in old engines.
declare const trustedTypes: {createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy};

/** The one name to allow: `Content-Security-Policy: trusted-types news-elements`. */
const NAME = 'news-elements';

/** For the builder. */
export const NO_PARSER = `This page's Content-Security-Policy lets no HTML be parsed. Add “${NAME}” to its trusted-types directive.`;

/**
 * A policy name may be taken once on a page. A second copy of this library (another version, another bundle) finds the
 * first one's policy under this symbol, which is all that we put on `window`.
 */
const SHARED = Symbol.for(NAME);

/**
 * The policy that marks HTML as meant for a parser: the sanitizer's inert parse, and in the script-tag bundle Lit's
 * templates too. Undefined where the page allows none, or the engine has no Trusted Types.
 */
export const policy: HtmlPolicy | undefined = sharedPolicy() ?? createPolicy();

function sharedPolicy(): HtmlPolicy | undefined {
  const value: unknown = Reflect.get(globalThis, SHARED);
  return isPolicy(value) ? value : undefined;
}

function isPolicy(value: unknown): value is HtmlPolicy {
  return typeof value === 'object' && value !== null && 'createHTML' in value && typeof value.createHTML === 'function';
}

function createPolicy(): HtmlPolicy | undefined {
  try {
    const created = trustedTypes.createPolicy(NAME, {createHTML: (html) => html});
    Object.defineProperty(globalThis, SHARED, {value: created});
    return created;
  } catch {
    return undefined;
  }
}
