/** Colours as the browser has resolved them. */

/** Red, green and blue from 0 to 255, and how opaque from 0 to 1. */
export type Colour = [number, number, number, number];

const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});

/** Any computed colour (`rgb()`, `oklab()`, `color(srgb …)`) as the browser paints it. */
export function painted(css: string): Colour {
  if (!canvas) throw new Error('This browser has no canvas.');
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = css;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

export function over([red, green, blue, alpha]: Colour, below: Colour): Colour {
  const mix = (top: number, bottom: number) => top * alpha + bottom * (1 - alpha);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
}

/** The parent that is drawn round a node: out of a shadow root, its host. */
function around(node: Element): Element | null {
  if (node.assignedSlot) return node.assignedSlot;
  const {parentNode} = node;
  return parentNode instanceof ShadowRoot ? parentNode.host : node.parentElement;
}

/** What a node's words stand on: the grounds of all that is round it, down to the page's. */
export function ground(node: Element): Colour {
  const grounds: Colour[] = [];
  for (let at: Element | null = node; at; at = around(at)) {
    const colour = painted(getComputedStyle(at).backgroundColor);
    if (colour[3]) grounds.push(colour);
    if (colour[3] === 1) break;
  }
  return grounds.reduceRight<Colour>((below, top) => over(top, below), [255, 255, 255, 1]);
}

/** WCAG 2.2, “contrast ratio”: 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, “relative luminance”. */
function luminance([red, green, blue]: Colour): number {
  const linear = (value: number) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
