/** One tab that shows stories of a built Storybook, one after the other, and hears what becomes of them. */

/** Runs in the page before Storybook does: keeps what its channel says. */
function listen() {
  const heard = (window.heardOfStories = {rendered: 0, finished: [], failures: [], storyGlobals: {}});
  let channel;
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set(value) {
      channel = value;
      const fail = (error) => heard.failures.push(error?.message ?? error?.description ?? String(error));
      channel.on('storyRendered', () => heard.rendered++);
      channel.on('docsRendered', (id) => heard.finished.push(id));
      channel.on('storyFinished', ({storyId, status}) => {
        heard.finished.push(storyId);
        if (status === 'error' && !heard.failures.length) fail('The story has failed.');
      });
      for (const event of ['storyErrored', 'storyThrewException', 'playFunctionThrewException', 'storyMissing'])
        channel.on(event, fail);
      channel.on('setGlobals', ({globals}) => (heard.globals = globals));
      channel.on('globalsUpdated', ({storyGlobals}) => (heard.storyGlobals = storyGlobals));
    },
  });
}

export class StoryPage {
  #origin;
  #problems = [];
  #isOpen = false;
  #globals = {};
  /** Any story: what the preview shows while it loads. */
  #first;

  constructor(page, origin, first) {
    this.page = page;
    this.#origin = origin;
    this.#first = first;
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => this.#problems.push({kind: 'uncaught', text: error.message}));
    page.on('console', (message) => {
      const type = message.type();
      if (type === 'error' || type === 'warning')
        this.#problems.push({kind: type, text: message.text(), url: message.location().url});
    });
  }

  /** Shows a story as it is when it is first chosen, and waits until its `play` has ended. */
  async open({id, type}, globals) {
    await this.#showPreview(globals);
    await this.page.evaluate(
      async ({storyId, viewMode}) => {
        const heard = window.heardOfStories;
        heard.finished = [];
        heard.failures = [];
        heard.storyGlobals = {};
        // Chosen again, a story would stay as it is.
        const isShown = new URLSearchParams(location.search).get('id') === storyId;
        if (isShown) window.__STORYBOOK_ADDONS_CHANNEL__.emit('forceRemount', {storyId});
        else window.__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', {storyId, viewMode});
      },
      {storyId: id, viewMode: type},
    );
    await this.#finished(id);
    await this.settle();
    this.#isOpen = true;
  }

  /** Loading Storybook takes seconds, choosing another story in it does not. After a failure it begins anew. */
  async #showPreview(globals) {
    const isUsable =
      this.#isOpen && (await this.page.evaluate(() => !window.heardOfStories.failures.length).catch(() => false));
    // Until the story is shown: what a failure leaves behind is not used again.
    this.#isOpen = false;
    if (!isUsable) {
      const parameters = new URLSearchParams({id: this.#first, viewMode: 'story', globals: 'a11y.manual:!true'});
      // Storybook’s own axe would run beside ours.
      await this.page.goto(`${this.#origin}/iframe.html?${parameters}`);
      await this.#finished(this.#first);
      await this.page.evaluate(
        (globals) => window.__STORYBOOK_ADDONS_CHANNEL__.emit('updateGlobals', {globals}),
        globals,
      );
    }
    // Until the story before is shown once more: what it has to say is not the next one's.
    else if (Object.entries(globals).some(([name, value]) => this.#globals[name] !== value)) await this.change(globals);
    this.#globals = globals;
    this.#problems = [];
  }

  /** Changes globals as the toolbar does. */
  async change(globals) {
    this.#globals = {...this.#globals, ...globals};
    await this.page.evaluate(async (globals) => {
      const heard = window.heardOfStories;
      const before = heard.rendered;
      window.__STORYBOOK_ADDONS_CHANNEL__.emit('updateGlobals', {globals});
      while (heard.rendered === before) await new Promise((resolve) => setTimeout(resolve, 5));
    }, globals);
    await this.settle();
  }

  /** Until every feed is there or has failed, and pictures in sight and fonts with it. */
  async settle() {
    await this.page.evaluate(async () => {
      const elements = [...document.querySelectorAll('news-article,related-news,on-this-day,instagram-strip,about-us')];
      const isWaiting = (element) => element.matches(':state(loading)') && /answer=never/.test(element.src);
      await Promise.all(elements.filter((element) => !isWaiting(element)).map((element) => element.feedComplete));
      await document.fonts.ready;
      const pictures = elements.flatMap((element) => [...element.renderRoot.querySelectorAll('img')]);
      for (const picture of pictures) picture.loading = 'eager';
      await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
  }

  async #finished(id) {
    await this.page.waitForFunction((id) => {
      const {finished, failures} = window.heardOfStories;
      return finished.includes(id) || failures.length > 0;
    }, id);
  }

  heard() {
    return this.page.evaluate(() => window.heardOfStories);
  }

  /** What the console said since the story was opened. */
  get problems() {
    return this.#problems;
  }
}

export {listen};
