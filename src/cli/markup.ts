/** HTML that is made here. What comes from elsewhere can only get into it escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = Markup | string | undefined | false | readonly Value[];

const ESCAPES: Partial<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'};

function textOf(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (!value) return '';
  return typeof value === 'string'
    ? value.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '')
    : value.map(textOf).join('');
}

/** A template whose values are escaped, wherever they stand in it: within an element, or an attribute's quotes. */
export function markup(strings: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(strings.map((text, n) => text + textOf(values[n])).join(''));
}

export function joined(parts: readonly Value[], separator: string): Markup {
  return new Markup(parts.filter(Boolean).map(textOf).join(separator));
}
