/**
 * The HTML to paste for an element, from the choices made. Pure: text in, text out.
 *
 * @typedef {object} Choices
 * @property {string} tag the element
 * @property {string} src address of its feed
 * @property {Record<string, string | true>} [attributes] besides `src`; true for one without a value
 * @property {string} script address of the script
 * @property {string} [integrity] of the script, where it is pinned
 * @property {Record<string, string>} [chunks] integrity of what the script loads, by address
 * @property {Record<string, string>} [ahead] integrity of what the element needs beside the script, by address: asked for at once
 * @property {string} [theme] address of a theme's style sheet
 * @property {{text: string, url?: string}} [fallback] what shows without the script or the feed
 * @property {number} [height] CSS pixels to keep free until the feed has come
 * @property {boolean} [preload] asks for the feed before the script has come
 */

/** @param {Choices} choices @returns {string} */
export function snippet(choices) {
  const {tag, src, attributes = {}, script, integrity, chunks, ahead = {}, theme, fallback, height, preload} = choices;
  const isElsewhere = /^(https?:)?\/\//.test(script);
  return [
    chunks && `<script type="importmap">${scriptText({integrity: chunks})}</script>`,
    preload && element('link', {rel: 'preload', as: 'fetch', crossorigin: true, href: src}),
    theme && element('link', {rel: 'stylesheet', href: theme}),
    `${element('script', {type: 'module', src: script, ...(integrity && {integrity}), ...(isElsewhere && {crossorigin: true})})}</script>`,
    ...Object.entries(ahead).map(([href, integrity]) =>
      element('link', {rel: 'modulepreload', href, integrity, crossorigin: true}),
    ),
    height && `<style>${space(tag, Math.round(height))}</style>`,
    `${element(tag, {src, ...attributes})}${fallback ? `\n  ${link(fallback)}\n` : ''}</${tag}>`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** Until its feed has come, an element is as tall as it will be; but nothing of a longer fallback than ours is cut off. */
function space(tag, pixels) {
  return [
    `${tag}:not(:defined) { display: block; min-block-size: ${pixels}px }`,
    `@supports selector(:state(a)) { ${tag}:is(:state(idle), :state(loading)):not(:has(> :not(a))) { block-size: ${pixels}px } }`,
  ].join(' ');
}

function element(tag, attributes) {
  const written = Object.entries(attributes).map(([name, value]) =>
    value === true ? ` ${name}` : ` ${name}="${escape(value)}"`,
  );
  return `<${tag}${written.join('')}>`;
}

function link({text, url}) {
  return url ? `${element('a', {href: url})}${escape(text)}</a>` : escape(text);
}

function escape(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/&#38;/g, '&amp;');
}

/** JSON that cannot end the script it stands in. */
function scriptText(value) {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
