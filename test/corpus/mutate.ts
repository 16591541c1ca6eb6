/** Seeded random combinations and mutations of hostile bodies: the same seed gives the same bodies everywhere. */

/** mulberry32: numbers from 0 to 1. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WRAPPERS = [
  ['<svg>', '</svg>'],
  ['<svg><foreignObject>', '</foreignObject></svg>'],
  ['<svg><desc>', '</desc></svg>'],
  ['<svg><title><style>', '</style></title></svg>'],
  ['<math><mtext>', '</mtext></math>'],
  ['<math><annotation-xml encoding="text/html">', '</annotation-xml></math>'],
  ['<math><mtext><table><mglyph><style>', '</style></mglyph></table></mtext></math>'],
  ['<table>', '</table>'],
  ['<table><tr><td>', '</table>'],
  ['<table><caption>', '</caption></table>'],
  ['<select>', '</select>'],
  ['<select><template>', '</template></select>'],
  ['<template>', '</template>'],
  ['<template shadowrootmode=open>', '</template>'],
  ['<noscript>', '</noscript>'],
  ['<noembed>', '</noembed>'],
  ['<form><form>', '</form>'],
  ['<form id=a><input name=childNodes><input name=attributes>', '</form>'],
  ['<p><object>', '</object></p>'],
  ['<p><button>', '</button></p>'],
  ['<a href="https://a.example/"><object>', '</object></a>'],
  ['<li><object><li>', '</object></li>'],
  ['<ruby><rt>', '</rt></ruby>'],
  ['<h1><font>', '</font></h1>'],
  ['<details><summary>', '</summary></details>'],
  ['<marquee>', '</marquee>'],
  ['<dl><dt><center>', '</center></dt></dl>'],
  ['<pre>\n\n', '</pre>'],
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<textarea>', '</textarea>'],
  ['<style>', '</style>'],
  ['<title>', '</title>'],
  ['<frameset>', '</frameset>'],
  ['<news-article src="https://evil.example/feed.json">', '</news-article>'],
  ['<iframe srcdoc="', '"></iframe>'],
  ['<img alt="', '">'],
  ['<b><i><u>', '</b></i></u>'],
] as const;

const SPLICES = [
  'onclick=alert(1)',
  'onerror=alert(1) src=x',
  'style="position:fixed;inset:0"',
  'id=body',
  'name=createElement',
  'is=news-article',
  'href="javascript:alert(1)"',
  'href=" &#1;javascript:alert(1)"',
  'href="java&Tab;script:alert(1)"',
  'srcset="javascript:alert(1) 1x, https://ok.example/b.png 2x"',
  'src="data:text/html,<script>alert(1)</script>"',
  'formaction="javascript:alert(1)"',
  'slot=heading',
  'part=embed',
  'class="twitter-tweet"',
  'popover autofocus tabindex=1 contenteditable',
  'xlink:href="javascript:alert(1)"',
  'dir=rtl lang=ar',
  'target=_top',
  'role=region',
] as const;

const CHARACTERS = ['\0', '\t', '\n', '\f', '\r', '/', '"', "'", '`', '<', '>', '<!--', '-->', ']]>', '&#0;', '&#13;', '\u2028', '\u00a0', '\ufeff', '\ud800'] as const; // prettier-ignore
const NAMESPACES = [
  [/<(\/?)svg/gi, '<$1math'],
  [/<(\/?)math/gi, '<$1svg'],
  [/<(\/?)(?:div|p|span)\b/gi, '<$1mtext'],
  [/<(\/?)(?:a|b|i)\b/gi, '<$1svg'],
  [/<(\/?)script/gi, '<$1style'],
  [/<(\/?)style/gi, '<$1noscript'],
] as const;

/** `count` bodies made of `bodies`. */
export function mutations(bodies: readonly string[], count: number, seed: number): string[] {
  const next = random(seed);
  const below = (most: number) => Math.floor(next() * most);
  const pick = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
  const body = () => pick(bodies) ?? '';

  const steps: ((html: string) => string)[] = [
    (html) => html + body(),
    (html) => {
      const [open, close] = pick(WRAPPERS) ?? ['', ''];
      return open + html + (next() < 0.7 ? close : '');
    },
    (html) => {
      const at = below(html.length);
      return html.slice(0, at) + body() + html.slice(at);
    },
    (html) =>
      html.replace(/<[a-z][a-z\d]*(?=[\s>/])/gi, (tag) => (next() < 0.4 ? `${tag} ${pick(SPLICES) ?? ''}` : tag)),
    (html) => html.replace(/[a-z]/gi, (letter) => (next() < 0.2 ? letter.toUpperCase() : letter)),
    (html) => {
      const at = below(html.length);
      return html.slice(0, at) + (pick(CHARACTERS) ?? '') + html.slice(at);
    },
    (html) => {
      const [from, to] = pick(NAMESPACES) ?? [/^/, ''];
      return html.replace(from, to);
    },
    (html) => {
      const at = below(html.length);
      return html.slice(0, at) + html.slice(at + below(12));
    },
    (html) => {
      const at = below(html.length);
      const slice = html.slice(at, at + below(40));
      return html.slice(0, at) + slice + html.slice(at);
    },
    (html) => html.replace(/<\/[^>]*>/g, (tag) => (next() < 0.3 ? '' : tag)),
    (html) => html.replace(/[<>"']/g, (mark) => (next() < 0.1 ? `&#${mark.charCodeAt(0)};` : mark)),
  ];

  return Array.from({length: count}, () => {
    let html = body();
    for (let step = 1 + below(4); step > 0; step--) html = (pick(steps) ?? String)(html);
    // Three generations of insertions can make megabytes, which the limit would simply leave out.
    return html.slice(0, 20_000);
  });
}
