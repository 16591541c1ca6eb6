/**
 * What may be seen in a sanitised body, told once more and apart from the sanitizer: a change of its allowlist that is
 * not meant fails here. Reads the DOM, never markup.
 */

const ELEMENTS = new Set(
  `a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt
  em figcaption figure footer h3 h4 h5 h6 header hgroup hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp
  section small source span strong sub summary sup table tbody td tfoot th thead time tr u ul var video wbr`.split(
    /\s+/,
  ),
);

const url = (value: string) => isUrl(value, ['https:', 'http:']);
const link = (value: string) => /^#news-\d+$/.test(value) || isUrl(value, ['https:', 'http:', 'mailto:', 'tel:']);
const whole = (most: number) => (value: string) => /^-?\d+$/.test(value) && Math.abs(Number(value)) <= most;
const only =
  (...values: string[]) =>
  (value: string) =>
    values.includes(value.toLowerCase());
const any = () => true;

const ATTRIBUTES: Record<string, Record<string, (value: string) => boolean>> = {
  '*': {
    lang: (value) => /^[\w-]{1,80}$/.test(value),
    dir: only('ltr', 'rtl', 'auto'),
    title: any,
    id: (value) => /^news-\d+$/.test(value),
    tabindex: only('-1'),
  },
  a: {href: link, rel: (value) => value === 'noopener noreferrer nofollow ugc', target: only('_blank')},
  blockquote: {cite: url},
  q: {cite: url},
  ins: {cite: url, datetime: any},
  del: {cite: url, datetime: any},
  time: {datetime: any},
  ol: {start: whole(10_000), reversed: only(''), type: only('1', 'a', 'i')},
  li: {value: whole(10_000)},
  td: {colspan: whole(100), rowspan: whole(100)},
  th: {colspan: whole(100), rowspan: whole(100), scope: only('row', 'col', 'rowgroup', 'colgroup')},
  col: {span: whole(100)},
  colgroup: {span: whole(100)},
  details: {open: only('')},
  img: {
    src: url,
    srcset: isSrcset,
    sizes: only('auto, 100vw'),
    alt: any,
    width: whole(10_000),
    height: whole(10_000),
    loading: only('lazy'),
    decoding: only('async'),
    referrerpolicy: only('no-referrer'),
  },
  source: {
    src: url,
    srcset: isSrcset,
    sizes: only('auto, 100vw'),
    type: (value) => /^[\w/.+-]+$/.test(value),
    media: (value) => !/[{}"'\\;@]/.test(value),
    width: whole(10_000),
    height: whole(10_000),
  },
  audio: {src: url, controls: only(''), preload: only('none')},
  video: {
    src: url,
    poster: url,
    controls: only(''),
    preload: only('none'),
    playsinline: only(''),
    width: whole(10_000),
    height: whole(10_000),
  },
};

const REQUIRED: Record<string, string[]> = {
  img: ['loading', 'decoding', 'referrerpolicy', 'alt'],
  audio: ['preload', 'controls'],
  video: ['preload', 'controls'],
};

/** Deeper than the sanitizer's own limit by what a table needs to be one. */
const MAX_DEPTH = 72;

/** Everything in the tree that must not be there, in words. */
export function audit(root: DocumentFragment | ShadowRoot | Element): string[] {
  const findings: string[] = [];
  const walk = (node: Node, depth: number) => {
    if (depth > MAX_DEPTH) findings.push('too deep');
    for (const child of node.childNodes) {
      if (child instanceof Element) {
        findings.push(...auditElement(child));
        walk(child, depth + 1);
      } else if (!(child instanceof Text)) findings.push(`node of type ${child.nodeType}`);
    }
  };
  walk(root, 0);
  return findings;
}

function auditElement(element: Element): string[] {
  const {localName, namespaceURI} = element;
  const findings: string[] = [];
  if (namespaceURI !== 'http://www.w3.org/1999/xhtml')
    findings.push(`<${localName}> in ${namespaceURI ?? 'no namespace'}`);
  else if (!ELEMENTS.has(localName)) findings.push(`<${localName}>`);
  if (customElements.get(localName)) findings.push(`<${localName}> is one of the page's elements`);
  if (element instanceof HTMLElement && element.shadowRoot) findings.push(`<${localName}> with a shadow root`);
  const isRegion =
    element.matches('div[role=region][tabindex="0"][aria-label]') && element.firstElementChild?.localName === 'table';
  for (const name of element.getAttributeNames()) {
    const value = element.getAttribute(name) ?? '';
    if (isRegion && ['role', 'tabindex', 'aria-label'].includes(name)) continue;
    const check = ATTRIBUTES[localName]?.[name] ?? ATTRIBUTES['*']?.[name];
    if (!check?.(value)) findings.push(`<${localName} ${name}="${value.slice(0, 100)}">`);
  }
  for (const name of REQUIRED[localName] ?? [])
    if (!element.hasAttribute(name)) findings.push(`<${localName}> without ${name}`);
  if (localName === 'a' && /^https?:/.test(element.getAttribute('href') ?? '') && !element.hasAttribute('rel'))
    findings.push('<a> without rel');
  if (
    localName === 'img' &&
    (Number(element.getAttribute('width') ?? 9) < 2 || Number(element.getAttribute('height') ?? 9) < 2)
  )
    findings.push('tracking pixel');
  return findings;
}

function isUrl(value: string, schemes: string[]): boolean {
  if (!URL.canParse(value)) return false;
  const {protocol, username, password, href} = new URL(value);
  if (protocol === 'tel:' && !/^tel:[-+0-9(). ]+$/.test(value)) return false;
  return schemes.includes(protocol) && !username && !password && href === value;
}

function isSrcset(value: string): boolean {
  const candidates = value.split(', ');
  return (
    candidates.length <= 24 &&
    candidates.every((candidate) => {
      const [address = '', descriptor = '', ...rest] = candidate.split(' ');
      return url(address) && /^[\d.]+[wx]$/.test(descriptor) && !rest.length;
    })
  );
}
