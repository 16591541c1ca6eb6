/**
 * XML that every parser refuses, made well-formed where it can mean one thing only: stray `&` and `<`, references that
 * nobody declared (`&nbsp;`), characters that XML has not, attributes without quotes or twice, prefixes without a
 * namespace, tags that are closed in the wrong order, twice or not at all.
 */
import {decodeEntities} from './plain-text.js';
import {policy} from './trusted-types.js';

const TOKEN =
  /<!\[CDATA\[([^]*?)(?:\]\]>|$)|<!--[^]*?(?:-->|$)|<\?[^]*?(?:\?>|$)|<(\/?)([a-z_][\w.-]*(?::[\w.-]+)?)((?:\s+[^\s=<>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*(\/?)>|<|[^<]+/gi;
const ATTRIBUTE = /([^\s=<>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;
/** What HTML in a feed never closes; no feed format has elements of these names. */
const HTML_VOID = /^(?:br|hr|img|wbr)$/i;
const UNKNOWN_TO_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const UNKNOWN_REFERENCE = /&(?!(?:amp|lt|gt|quot|apos);)(?:#(?:x([0-9a-f]+)|(\d+));|\w+;)?/gi;

export function mendXml(markup: string): string {
  const open: string[] = [];
  const declared = new Set(['xml', 'xmlns']);
  const used = new Set<string>();
  const mended: string[] = [];
  const close = (depth: number) => {
    while (open.length > depth) mended.push(`</${open.pop() ?? ''}>`);
  };

  for (const [token, data, end, name, attributes = '', empty] of markup.matchAll(TOKEN)) {
    if (data !== undefined) mended.push(`<![CDATA[${data.replace(UNKNOWN_TO_XML, '')}]]>`);
    else if (name === undefined) mended.push(/^<[!?]/.test(token) ? '' : mendText(token));
    else if (end) {
      const depth = open.lastIndexOf(name);
      if (depth >= 0) close(depth);
    } else {
      // No format nests its items: one that opens within another shows that the other was never closed.
      const outer = /^(?:item|entry)$/.test(name) ? open.lastIndexOf(name) : -1;
      if (outer >= 0) close(outer);
      const isEmpty = empty || HTML_VOID.test(name);
      mended.push(`<${name}${mendAttributes(attributes, declared, used)}`, isEmpty ? '/>' : '>');
      used.add(prefixOf(name));
      if (!isEmpty) open.push(name);
    }
  }
  close(0);
  const missing = [...used].filter((prefix) => prefix && !declared.has(prefix));
  const [root, ...rest] = mended;
  return [root, ...missing.map((prefix) => ` xmlns:${prefix}="urn:${prefix}"`), ...rest].join('');
}

function mendAttributes(attributes: string, declared: Set<string>, used: Set<string>): string {
  const values = new Map<string, string>();
  for (const [, name = '', double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
    if (name.startsWith('xmlns:')) declared.add(name.slice(6));
    else used.add(prefixOf(name));
    if (!values.has(name)) values.set(name, mendText(double ?? single ?? bare ?? '').replaceAll('"', '&quot;'));
  }
  return [...values].map(([name, value]) => ` ${name}="${value}"`).join('');
}

function prefixOf(name: string): string {
  return /^(.+):/.exec(name)?.[1] ?? '';
}

function mendText(text: string): string {
  return text
    .replace(UNKNOWN_TO_XML, '')
    .replace(UNKNOWN_REFERENCE, (reference, hex?: string, decimal?: string) => {
      const code = hex ? parseInt(hex, 16) : Number(decimal);
      if (code) return isXml(code) ? reference : '';
      const character = decodeNamed(reference);
      return character === reference ? `&amp;${reference.slice(1)}` : character;
    })
    .replaceAll('<', '&lt;')
    .replaceAll(']]>', ']]&gt;');
}

/** The platform's own table of HTML's names, where there is a parser for HTML. */
function decodeNamed(reference: string): string {
  const decoded = decodeEntities(reference);
  if (decoded !== reference || reference === '&' || typeof DOMParser === 'undefined') return decoded;
  const html = policy?.createHTML(reference) ?? reference;
  return new DOMParser().parseFromString(html, 'text/html').body.textContent;
}

function isXml(code: number): boolean {
  return code < 0x110000 && String.fromCodePoint(code).search(UNKNOWN_TO_XML) < 0;
}
