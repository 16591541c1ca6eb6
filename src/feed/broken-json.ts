/** JSON that does not parse: read after all when its slips have one meaning, else told where it is broken. */
import {FeedError} from './feed-error.js';

/**
 * Reads JSON whose only faults are those that nobody has to guess at: a raw control character within a string, a
 * backslash that begins no escape (`C:\Users`), a comma before a closing bracket.
 *
 * @throws {FeedError} `parse`, with the line and column of the first fault, the same in every browser
 */
export function readBrokenJson(text: string, url: string | undefined): unknown {
  const json = text.replace(/^\ufeff/, '');
  const mended = mend(json);
  try {
    return JSON.parse(mended);
  } catch (cause) {
    const at = firstFault(json);
    const lines = json.slice(0, at).split(/\r\n?|\n/);
    const place = `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
    throw new FeedError(
      'parse',
      `${url ?? 'The feed'} is broken JSON at ${place}: ${describe(json.slice(at, at + 2))}. Validate it where it is made.`,
      // What ends too early may have been cut off on its way.
      {url, cause, isTransient: firstFault(mended) === mended.length},
    );
  }
}

const STRING_OR_LAST_COMMA = /"[^"\\]*(?:\\[^][^"\\]*)*\\?(?:"|$)|,(?=\s*[\]}])/g;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4}|([^]))/g;

function mend(text: string): string {
  return text.replace(STRING_OR_LAST_COMMA, (token) =>
    token === ','
      ? ''
      : token
          .replace(ESCAPE, (escape, wrong?: string) => (wrong ? `\\\\${wrong}` : escape))
          .replace(/[\0-\x1f]/g, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"[^"\\\0-\x1f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\0-\x1f]*)*/y;
const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'next' | 'end';

/** Where the JSON grammar (RFC 8259) is broken first; the text's length when it ends too early. */
function firstFault(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = after(SPACE, text, 0);
  while (at < text.length) {
    const character = text.charAt(at);
    const isValue: boolean = expected.endsWith('value');
    const isKey: boolean = expected.endsWith('key');
    let end = at + 1;
    if (character === '"' && (isValue || isKey)) {
      end = after(STRING, text, at);
      if (text[end] !== '"') return end;
      end++;
      expected = isKey ? 'colon' : 'next';
    } else if (isValue && (character === '{' || character === '[')) {
      open.push(character === '{' ? '}' : ']');
      expected = character === '{' ? 'first key' : 'first value';
    } else if (character === open.at(-1) && (expected === 'next' || expected.startsWith('first'))) {
      open.pop();
      expected = 'next';
    } else if (character === ':' && expected === 'colon') expected = 'value';
    else if (character === ',' && expected === 'next') expected = open.at(-1) === '}' ? 'key' : 'value';
    else {
      end = isValue ? after(LITERAL, text, at) : at;
      if (end === at) return at;
      expected = 'next';
    }
    if (expected === 'next' && !open.length) expected = 'end';
    at = after(SPACE, text, end);
  }
  return at;
}

/** Where a sticky pattern ends that begins at this place; the place itself when it does not match. */
function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function describe(found: string): string {
  const character = found.charAt(0);
  if (!character) return 'the text ends too early';
  if (character < ' ')
    return `a ${character === '\n' || character === '\r' ? 'line break' : 'control character'} where none may be`;
  return character === '\\' ? `“${found}” is no escape` : `“${character}” where something else must be`;
}
