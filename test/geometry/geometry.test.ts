/** What every layout keeps at every width: within its container, words beside words, targets that a finger hits. */
import {expect} from '@open-wc/testing';
import '../../src/index.js';
import {inArabic, show, specimens, textNodes} from '../themes/specimens.js';

const WIDTHS = [240, 320, 480, 768, 1200];
/** WCAG 2.2, 2.5.8. */
const TARGET = 24;
/** Pixels that rounding may take. */
const SLACK = 1;

interface Box {
  name: string;
  node: Element;
  text: Text;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What scrolls or is cut off on purpose does not reach out of its box. */
const CLIPS = /auto|scroll|hidden|clip/;

const nameOf = (node: Element) => `${node.localName}[${node.getAttribute('part') ?? node.className}]`;

function isSeen(node: Element): boolean {
  return node.checkVisibility({opacityProperty: true, visibilityProperty: true}) && !node.closest('.visually-hidden');
}

/** Whether something round a node, within the element, cuts off what stands out of it. */
function isClipped(node: Element): boolean {
  for (let at = node.parentElement; at; at = at.parentElement)
    if (CLIPS.test(getComputedStyle(at).overflow)) return true;
  return false;
}

/** Where words are, a box a line: what is cut off of it does not count. */
function wordBoxes(root: ShadowRoot): Box[] {
  const boxes: Box[] = [];
  for (const {node, text} of textNodes(root)) {
    if (!isSeen(node)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects()) {
      const box = {name: `${nameOf(node)} “${text.data.trim().slice(0, 20)}”`, node, text, ...edges(rect)};
      for (let at: Element | null = node; at; at = at.parentElement)
        if (CLIPS.test(getComputedStyle(at).overflow)) cut(box, at.getBoundingClientRect());
      if (box.right > box.left && box.bottom > box.top) boxes.push(box);
    }
  }
  return boxes;
}

function cut(box: Box, {left, right, top, bottom}: DOMRect): void {
  box.left = Math.max(box.left, left);
  box.right = Math.min(box.right, right);
  box.top = Math.max(box.top, top);
  box.bottom = Math.min(box.bottom, bottom);
}

function outside(root: ShadowRoot, edge: DOMRect): string[] {
  const seen = [...root.querySelectorAll('[part], img, button, a, input, li, p, table')].filter(
    (node) => isSeen(node) && !isClipped(node) && getComputedStyle(node).display !== 'contents',
  );
  const boxes = seen.map((node) => ({name: nameOf(node), ...edges(node.getBoundingClientRect())}));
  return [...boxes, ...wordBoxes(root)]
    .filter(({left, right}) => left < edge.left - SLACK || right > edge.right + SLACK)
    .map(({name, left, right}) => `${name} ${(edge.left - left).toFixed(0)} ${(right - edge.right).toFixed(0)}`);
}

const edges = ({left, right, top, bottom}: DOMRect) => ({left, right, top, bottom});

/** Words on words, but for the lines of one text: those that are cut off of a summary lie on its last. */
function overlaps(root: ShadowRoot): string[] {
  const boxes = wordBoxes(root).map((box) => {
    const size = parseFloat(getComputedStyle(box.node).fontSize);
    // Letters fill about the middle of the box that their font asks for.
    const spare = Math.max((box.bottom - box.top - size) / 2, 0) + size * 0.12;
    return {...box, top: box.top + spare, bottom: box.bottom - spare};
  });
  const found: string[] = [];
  for (const [n, one] of boxes.entries())
    for (const other of boxes.slice(n + 1)) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (one.text !== other.text && across > SLACK && down > SLACK) found.push(`${one.name} on ${other.name}`);
    }
  return found;
}

/**
 * Buttons, fields and links that stand alone. Links within a sentence are as high as its lines (2.5.8 excepts them), and
 * one that covers its card is as large as the card.
 */
function smallTargets(root: ShadowRoot): string[] {
  const targets = [...root.querySelectorAll('a[href], button, input, summary')].filter(
    (node) => isSeen(node) && !node.matches('.card a') && !isInSentence(node),
  );
  const boxes = targets.map((node) => ({node, box: node.getBoundingClientRect()}));
  return boxes
    .filter(({node, box}) => Math.min(box.width, box.height) < TARGET - 0.1 && !hasRoom(node, box, boxes))
    .map(
      ({node, box}) =>
        `${nameOf(node)} “${node.textContent.trim()}” ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`,
    );
}

function isInSentence(node: Element): boolean {
  const block = node.closest('p, li, h1, h2, h3, h4, h5, h6, figcaption, dd, blockquote, td');
  return block !== null && block.textContent.trim() !== node.textContent.trim();
}

/** 2.5.8, “spacing”: a circle of 24 px round a small target meets no other target. */
function hasRoom(node: Element, box: DOMRect, all: {node: Element; box: DOMRect}[]): boolean {
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  return all.every(
    (other) =>
      other.node === node ||
      Math.hypot(
        Math.max(other.box.left - x, 0, x - other.box.right),
        Math.max(other.box.top - y, 0, y - other.box.bottom),
      ) >=
        TARGET / 2,
  );
}

describe('geometry', () => {
  const box = document.createElement('div');
  before(() => {
    document.body.append(box);
    document.body.style.margin = '16px';
  });
  after(() => {
    box.remove();
    document.documentElement.removeAttribute('dir');
    document.documentElement.style.fontSize = '';
  });

  for (const [name, markup] of Object.entries(specimens))
    for (const dir of ['ltr', 'rtl'] as const)
      it(`holds for the ${name}, ${dir}, at every width and twice the text size`, async () => {
        box.dir = dir;
        box.lang = dir === 'rtl' ? 'ar' : 'en';
        box.style.inlineSize = '1200px';
        const root = await show(box, dir === 'rtl' ? inArabic(markup) : markup);
        const faults: string[] = [];
        for (const size of ['', '200%'])
          for (const width of WIDTHS) {
            document.documentElement.style.fontSize = size;
            box.style.inlineSize = `${width}px`;
            await frame();
            const edge = root.host.getBoundingClientRect();
            expect(edge.width).to.be.closeTo(width, SLACK);
            for (const fault of [
              ...outside(root, edge).map((at) => `${at} out of it`),
              ...overlaps(root),
              ...smallTargets(root),
            ])
              faults.push(`${width}${size && ' at 200 %'}: ${fault}`);
          }
        document.documentElement.style.fontSize = '';
        expect(faults).to.deep.equal([]);
      });
});

/** A ResizeObserver that shows other controls has had its turn. */
function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
