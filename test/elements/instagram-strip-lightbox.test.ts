import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/elements/instagram-strip/instagram-strip.js';
import {captionParts} from '../../src/elements/instagram-strip/caption.js';
import type {InstagramStrip} from '../../src/elements/instagram-strip/instagram-strip.js';
import media from '../fixtures/instagram/media.json' with {type: 'json'};
import {until} from '../browser/until.js';

async function strip(dir = 'ltr'): Promise<InstagramStrip> {
  const page = await fixture(
    html`<div dir=${dir}><instagram-strip lightbox lang="en" time-zone="UTC" .feed=${media}></instagram-strip></div>`,
  );
  const element = page.querySelector('instagram-strip');
  if (!element) throw new Error('no strip');
  await element.feedComplete;
  return element;
}

function query(element: InstagramStrip, selector: string): HTMLElement | undefined {
  return element.renderRoot.querySelector<HTMLElement>(selector) ?? undefined;
}

function dialogOf(element: InstagramStrip): HTMLDialogElement | undefined {
  return element.renderRoot.querySelector('dialog') ?? undefined;
}

function link(element: InstagramStrip, number: number): HTMLElement {
  const node = query(element, `[part=item]:nth-child(${number}) [part=link]`);
  if (!node) throw new Error(`no link ${number}`);
  return node;
}

async function open(element: InstagramStrip, number: number): Promise<HTMLDialogElement> {
  link(element, number).focus({preventScroll: true});
  await sendKeys({press: 'Enter'});
  await until(() => dialogOf(element)?.open, 'the dialog opens');
  return dialogOf(element) ?? new HTMLDialogElement();
}

async function press(element: InstagramStrip, key: string): Promise<void> {
  await sendKeys({press: key});
  await element.updateComplete;
}

/** What the reader sees: the page's file. */
function shown(element: InstagramStrip): string | undefined {
  const medium = query(element, 'dialog .stage :is(img, video)')?.getAttribute('src');
  return medium?.split('/').pop() ?? query(element, 'dialog .stage')?.textContent.trim();
}

function focused(element: InstagramStrip): Element | null {
  return (element.renderRoot as ShadowRoot).activeElement;
}

describe('the lightbox of <instagram-strip>, by keyboard alone', () => {
  it('opens on Enter, with the focus inside, and closes on Escape, giving it back', async () => {
    const element = await strip();
    const dialog = await open(element, 1);
    expect(dialog.contains(focused(element))).to.equal(true);
    await press(element, 'Escape');
    await until(() => !dialogOf(element), 'the dialog closes');
    expect(focused(element)).to.equal(link(element, 1));
  });

  it('keeps the focus inside', async () => {
    const element = await strip();
    const dialog = await open(element, 1);
    for (let n = 0; n < 12; n++) {
      await press(element, 'Tab');
      const inside = focused(element);
      // The browser's own buttons lie on the way round; nothing else of the page does.
      expect(
        inside
          ? dialog.contains(inside)
          : document.activeElement === document.body || document.activeElement === element,
        `Tab ${n}`,
      ).to.equal(true);
    }
  });

  it('goes round from the last stop to the first, and back, without one between', async () => {
    const element = await strip();
    const dialog = await open(element, 1);
    const stops = [...dialog.querySelectorAll<HTMLElement>('button, a[href]')];
    stops.at(-1)?.focus();
    await press(element, 'Tab');
    expect(focused(element)).to.equal(stops[0]);
    await sendKeys({down: 'Shift'});
    await press(element, 'Tab');
    await sendKeys({up: 'Shift'});
    expect(focused(element)).to.equal(stops.at(-1));
  });

  it('gives the focus to the strip when a refresh takes the open post away', async () => {
    const element = await strip();
    await open(element, 1);
    element.feed = {...media, data: media.data.slice(1)};
    await until(() => !dialogOf(element) && element.feed?.items.length === media.data.length - 1, 'the post is gone');
    await until(() => focused(element) === link(element, 1), 'the focus is in the strip');
  });

  it('walks through every page of every post with the arrow keys, and stops at either end', async () => {
    const element = await strip();
    await open(element, 1);
    const seen = [shown(element)];
    for (let n = 0; n < 8; n++) {
      await press(element, 'ArrowRight');
      seen.push(shown(element));
    }
    expect(seen).to.deep.equal([
      'canyon-640.jpg',
      'jetty.mp4',
      'mountains-640.jpg',
      'pier-at-sunset.mp4',
      'misty-forest-640.jpg',
      'juniper-640.jpg',
      'The words of a post whose picture the feed does not name.',
      'The words of a post whose picture the feed does not name.',
      'The words of a post whose picture the feed does not name.',
    ]);
    await press(element, 'ArrowLeft');
    expect(shown(element)).to.equal('juniper-640.jpg');
    expect(query(element, 'dialog .next')?.getAttribute('aria-disabled')).to.equal(null);
  });

  it('says which picture of a post it is beside the button that closes it, whichever way the page runs', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const element = await strip(dir);
      await open(element, 3);
      const [position, close] = ['.position', '.close'].map((name) => query(element, name)?.getBoundingClientRect());
      if (!position || !close) throw new Error('no position');
      expect(position.right < close.left || position.left > close.right, dir).to.equal(true);
      await press(element, 'Escape');
    }
  });

  it('goes the other way in right-to-left pages', async () => {
    const element = await strip('rtl');
    await open(element, 1);
    await press(element, 'ArrowLeft');
    expect(shown(element)).to.equal('jetty.mp4');
    await press(element, 'ArrowRight');
    expect(shown(element)).to.equal('canyon-640.jpg');
  });

  it('has buttons that do the same, and keep the focus at the end', async () => {
    const element = await strip();
    await open(element, 5);
    query(element, 'dialog .previous')?.focus();
    await press(element, 'Enter');
    expect(shown(element)).to.equal('juniper-640.jpg');
    query(element, 'dialog .next')?.focus();
    await press(element, 'Enter');
    expect(focused(element)).to.equal(query(element, 'dialog .next'));
    expect(query(element, 'dialog .next')?.getAttribute('aria-disabled')).to.equal('true');
  });

  it('says where the reader is in an album', async () => {
    const element = await strip();
    await open(element, 3);
    await press(element, 'ArrowRight');
    expect(query(element, 'dialog .position')?.textContent).to.equal('2 / 3');
    expect(query(element, 'dialog [role=status]')?.textContent).to.contain('2 / 3').and.to.contain('Two days');
  });
});

describe('the lightbox of <instagram-strip>', () => {
  it('leaves the history and the place on the page as they were', async () => {
    const element = await strip();
    const spacer = document.createElement('div');
    spacer.style.height = '3000px';
    element.before(spacer);
    scrollTo(0, 2600);
    const before = {length: history.length, url: location.href, y: scrollY};
    await open(element, 1);
    for (const key of ['ArrowRight', 'PageDown', 'End', 'ArrowLeft']) await press(element, key);
    await press(element, 'Escape');
    await until(() => !dialogOf(element), 'the dialog closes');
    expect({length: history.length, url: location.href, y: scrollY}).to.deep.equal(before);
    spacer.remove();
  });

  it('shows the caption with its hashtags and mentions as isolated links, the date and the post', async () => {
    const element = await strip();
    await open(element, 2);
    const links = [...element.renderRoot.querySelectorAll('dialog .text bdi > a')];
    expect(links.map((node) => [node.textContent, node.getAttribute('href')])).to.deep.equal([
      ['#Basra_jetty', 'https://www.instagram.com/explore/tags/Basra_jetty/'],
      ['@harbour.pilot', 'https://www.instagram.com/harbour.pilot/'],
      ['#water', 'https://www.instagram.com/explore/tags/water/'],
      ['#jetty', 'https://www.instagram.com/explore/tags/jetty/'],
    ]);
    expect(query(element, 'dialog time')?.textContent).to.equal('March 4, 2026');
    expect(query(element, 'dialog .post')?.getAttribute('href')).to.equal('https://www.instagram.com/reel/four/');
  });

  it('plays no video by itself: it has the browser’s controls and a still', async () => {
    const element = await strip();
    // An engine without the codec would soon show the still alone.
    element.renderRoot.addEventListener('error', (event) => event.stopImmediatePropagation(), true);
    await open(element, 2);
    const video = query(element, 'dialog video') as HTMLVideoElement;
    expect([video.controls, video.autoplay, video.paused]).to.deep.equal([true, false, true]);
    expect(video.poster).to.contain('jetty-640.jpg');
  });

  it('turns pages at a swipe, in the direction of reading', async () => {
    for (const [dir, x] of [
      ['ltr', -90],
      ['rtl', 90],
    ] as const) {
      const element = await strip(dir);
      const dialog = await open(element, 1);
      const event = (type: string, clientX: number) =>
        dialog.querySelector('img')?.dispatchEvent(
          new PointerEvent(type, {
            bubbles: true,
            pointerType: 'touch',
            isPrimary: true,
            pointerId: 1,
            clientX,
            clientY: 100,
          }),
        );
      event('pointerdown', 200);
      event('pointerup', 200 + x / 9);
      await element.updateComplete;
      expect(shown(element), 'a tap').to.equal('canyon-640.jpg');
      event('pointerdown', 200);
      event('pointerup', 200 + x);
      await element.updateComplete;
      expect(shown(element), dir).to.equal('jetty.mp4');
      await press(element, 'Escape');
    }
  });

  for (const layout of ['strip', 'grid'] as const)
    for (const [dir, back, on] of [
      ['ltr', '-1 1', 'none'],
      ['rtl', 'none', '-1 1'],
    ] as const)
      it(`points its arrows the ways that they lead: layout ${layout}, ${dir}`, async () => {
        const element = await strip(dir);
        element.layout = layout;
        await open(element, 1);
        const scales = ['.previous', '.next'].map((name) => query(element, `dialog ${name} svg`));
        expect(scales.map((svg) => svg && getComputedStyle(svg).scale)).to.deep.equal([back, on]);
      });

  it('lets the page keep it closed by cancelling item-click', async () => {
    const element = await strip();
    const opened: Node[] = [];
    const observer = new MutationObserver((records) => opened.push(...records.map(({target}) => target)));
    observer.observe(element.renderRoot, {subtree: true, attributeFilter: ['open']});
    element.addEventListener('item-click', (event) => event.preventDefault(), {once: true});
    link(element, 1).click();
    const dialog = await open(element, 2);
    observer.disconnect();
    expect(opened).to.deep.equal([dialog]);
  });

  it('is gone, with its video, when the strip is taken out of the page', async () => {
    const element = await strip();
    await open(element, 2);
    const parent = element.parentElement;
    element.remove();
    parent?.append(element);
    await element.updateComplete;
    await until(() => !dialogOf(element)?.open, 'the dialog is closed');
  });

  it('passes axe while open', async () => {
    const element = await strip();
    await open(element, 3);
    await expect(element).to.be.accessible();
  });
});

describe('a caption', () => {
  it('links hashtags in any script, and mentions without the full stop behind them', () => {
    expect(captionParts('صباح #الموصل_القديمة مع @ali.k.', true)).to.deep.equal([
      {text: 'صباح '},
      {text: '#الموصل_القديمة', url: `https://www.instagram.com/explore/tags/${encodeURIComponent('الموصل_القديمة')}/`},
      {text: ' مع '},
      {text: '@ali.k', url: 'https://www.instagram.com/ali.k/'},
      {text: '.'},
    ]);
  });

  it('leaves e-mail addresses, fragments and other servers’ names alone', () => {
    for (const text of [
      'desk@paper.example',
      'https://a.example/x#part',
      '@desk@news.example',
      'C# and @ home',
      '&#39;',
    ])
      expect(captionParts(text, true), text).to.deep.equal([{text}]);
  });

  it('links nothing that is not on Instagram', () => {
    expect(captionParts('#water', false)).to.deep.equal([{text: '#water'}]);
  });
});
