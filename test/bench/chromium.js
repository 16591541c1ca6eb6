/**
 * Opens a page in a fresh profile and measures it.
 *
 * Times are the main thread's CPU time (thread ticks), which other processes do not lengthen. Only the time to content is
 * by the wall clock.
 */
import {chromium} from 'playwright-core';
import {browserArgs, findBrowser} from '../browser/find-browser.js';

/** About Lighthouse's slow 4G: 1.6 Mbit/s, 150 ms. */
const SLOW = {offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8};
const PATIENCE = 30_000;

export async function startChromium() {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chrome, Chromium or Edge was found: set CHROME_PATH to one.');
  return chromium.launch({executablePath, args: [...browserArgs, '--js-flags=--expose-gc']});
}

/** A whole page. `shown` says by what content is recognised: so many `item`s in the last (or first) `host`. */
export function pageOf({head, body, shown, count}) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Benchmark</title>
<style>body { margin: 8px; } main { display: flow-root; } section { min-block-size: 1px; }</style>
<link rel="icon" href="data:,">
<script>(${probe})(${JSON.stringify({...shown, count, patience: PATIENCE})})</script>
${head}
</head>
<body>
<main>${body}</main>
<p>What stands below.</p>
</body>
</html>`;
}

/** Runs in the page: waits for content, and adds up what shifts. */
function probe({host, item, first, count, patience}) {
  const bench = (window.bench = {shift: 0});
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) bench.shift += entry.value;
  }).observe({type: 'layout-shift', buffered: true});
  const isShown = () => {
    const hosts = document.querySelectorAll(host);
    const last = hosts[first ? 0 : hosts.length - 1];
    return last && (last.shadowRoot ?? last).querySelectorAll(item).length >= count;
  };
  bench.done = new Promise((resolve, reject) => {
    const look = () => {
      if (bench.content || !isShown()) return;
      bench.content = performance.now();
      // What comes after content belongs to its price.
      requestAnimationFrame(() => {
        bench.content = performance.now();
        setTimeout(resolve, 400);
      });
    };
    // Not by looking in every frame: a page would pay for frames that it has not asked for, the more the longer it waits.
    const observer = new MutationObserver(look);
    const observe = (root) => observer.observe(root, {childList: true, subtree: true});
    observe(document);
    const {attachShadow} = Element.prototype;
    Element.prototype.attachShadow = function (options) {
      const root = attachShadow.call(this, options);
      observe(root);
      return root;
    };
    setTimeout(reject, patience, new Error('too late'));
  });
}

/**
 * @param {{html: string, isSlow?: boolean, throttle?: number, isTraced?: boolean}} options
 * @returns {Promise<Record<string, number>>} milliseconds of CPU: cpu, of it rendering (style and layout), and traced: longest, blocking, evaluation;
 * milliseconds by the clock: content; shift; bytes: heap, sent; counts: requests, nodes, listeners
 */
export async function measurePage(browser, server, {html, isSlow = false, throttle = 1, isTraced = false}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}});
  try {
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const devtools = await context.newCDPSession(page);
    // In the same renderer as the page to come, so that the count begins at nought.
    server.serve('<!doctype html><link rel="icon" href="data:,">');
    await page.goto(server.url);
    await devtools.send('Performance.enable', {timeDomain: 'threadTicks'});
    await devtools.send('Network.enable');
    if (isSlow) await devtools.send('Network.emulateNetworkConditions', SLOW);
    if (throttle > 1) await devtools.send('Emulation.setCPUThrottlingRate', {rate: throttle});
    if (isTraced) await browser.startTracing(page, {categories: CATEGORIES});
    server.serve(html);
    const before = await metrics(devtools);
    await page.goto(server.url, {waitUntil: 'domcontentloaded'});
    try {
      await evaluate(devtools, 'bench.done');
    } catch (cause) {
      throw new Error(`Its content did not come. ${cause.message} ${errors.join(' ').slice(0, 300)}`, {cause});
    }
    const after = await metrics(devtools);
    const {content, shift} = await evaluate(devtools, 'bench');
    const traced = isTraced ? readTrace(await browser.stopTracing(), server.url) : {};
    await devtools.send('HeapProfiler.collectGarbage');
    const settled = await metrics(devtools);
    const requests = server.requests();
    const spent = (name) => after[name] - before[name];
    return {
      cpu: spent('TaskDuration') * 1000,
      rendering: (spent('RecalcStyleDuration') + spent('LayoutDuration')) * 1000,
      content,
      shift,
      heap: settled.JSHeapUsedSize,
      nodes: settled.Nodes,
      listeners: settled.JSEventListeners,
      requests: requests.length,
      sent: requests.reduce((sum, {sent}) => sum + sent, 0),
      scripts: requests.filter(({path}) => /\.(js|css)$/.test(path)).reduce((sum, {sent}) => sum + sent, 0),
      missing: requests.filter(({missing}) => missing).length,
      ...traced,
    };
  } finally {
    if (isTraced) await browser.stopTracing().catch(() => undefined);
    await context.close();
  }
}

/** Not through the driver's own evaluation: it puts a script of its own into the page, whose CPU time would be counted. */
async function evaluate(devtools, expression) {
  const {result, exceptionDetails} = await devtools.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

async function metrics(devtools) {
  const {metrics} = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({name, value}) => [name, value]));
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', '__metadata'];
const EVALUATION = /^(EvaluateScript|v8\.compile|v8\.compileModule|v8\.evaluateModule)$/;

/** Tasks of the thread that parsed the page; `tdur` is CPU time in microseconds. */
function readTrace(buffer, url) {
  const {traceEvents} = JSON.parse(buffer.toString());
  const page = traceEvents.find(({name, args}) => name === 'ParseHTML' && args.beginData?.url === url);
  const ours = traceEvents.filter(
    ({ph, pid, tid, tdur, ts}) =>
      ph === 'X' && pid === page?.pid && tid === page.tid && tdur !== undefined && ts >= page.ts - 1000,
  );
  const tasks = ours.filter(({name}) => name === 'RunTask').map(({tdur}) => tdur / 1000);
  // An evaluation holds its imports' compilation: only what is outermost counts.
  let evaluation = 0;
  let end = -Infinity;
  for (const {ts, dur, tdur} of ours.filter(({name}) => EVALUATION.test(name)).sort((a, b) => a.ts - b.ts))
    if (ts >= end) {
      evaluation += tdur / 1000;
      end = ts + dur;
    }
  return {
    longest: Math.max(0, ...tasks),
    blocking: tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0),
    tasks: tasks.filter((task) => task > 1).length,
    evaluation,
  };
}

/**
 * Mounts and unmounts one element many times, some at a time.
 *
 * @returns {Promise<Record<string, number>>} what is left of each: nodes, listeners, bytes; cpu in milliseconds each
 */
export async function measureMounts(browser, server, {html, create, count, times}) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    server.serve(html);
    await page.goto(server.url);
    await evaluate(devtools, 'bench.done');
    await devtools.send('Performance.enable', {timeDomain: 'threadTicks'});
    const settle = async () => {
      for (let n = 0; n < 6; n++) {
        await devtools.send('HeapProfiler.collectGarbage');
        await page.waitForTimeout(50);
      }
      return metrics(devtools);
    };
    // Compiled code and caches grow with the first some hundred, and come to rest.
    await page.evaluate(mountAndUnmount, {...create, count, times});
    const before = await settle();
    await page.evaluate(mountAndUnmount, {...create, count, times});
    const spent = await metrics(devtools);
    const after = await settle();
    return {
      cpu: ((spent.TaskDuration - before.TaskDuration) * 1000) / times,
      nodes: after.Nodes - before.Nodes,
      listeners: after.JSEventListeners - before.JSEventListeners,
      bytes: (after.JSHeapUsedSize - before.JSHeapUsedSize) / times,
    };
  } finally {
    await context.close();
  }
}

/** Runs in the page. `window.create` makes a floor's element. */
async function mountAndUnmount({tag, attributes, count, item, times}) {
  const AT_A_TIME = 25;
  const main = document.querySelector('main');
  for (let done = 0; done < times; done += AT_A_TIME) {
    const batch = Array.from({length: AT_A_TIME}, () => {
      const element = tag ? document.createElement(tag) : window.create();
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      main.append(element);
      return {element, unmount: element.mounted?.(element)};
    });
    const isShown = ({element}) => (element.shadowRoot ?? element).querySelectorAll(item).length >= count;
    for (const start = performance.now(); !batch.every(isShown);) {
      if (performance.now() - start > 20_000) throw new Error('Not everything was mounted.');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    for (const {element, unmount} of batch) {
      if (typeof unmount === 'function') unmount();
      element.remove();
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
}
