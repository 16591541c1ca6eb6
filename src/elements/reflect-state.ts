import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** `idle`: nothing to load yet. `stale`: a reload failed, the last good feed is still shown. */
export type FeedState = 'idle' | 'loading' | 'ready' | 'stale' | 'empty' | 'error';

interface StatefulHost extends ReactiveControllerHost, HTMLElement {
  readonly state: FeedState;
}

/** Tells CSS (`:state()`) and assistive tools (`aria-busy`) what state an element is in. */
export class ReflectState implements ReactiveController {
  readonly #internals: ElementInternals;

  constructor(private readonly host: StatefulHost) {
    host.addController(this);
    this.#internals = host.attachInternals();
  }

  hostUpdated(): void {
    const {state} = this.host;
    if (state === 'loading') this.host.setAttribute('aria-busy', 'true');
    else this.host.removeAttribute('aria-busy');
    try {
      this.#internals.states.clear();
      this.#internals.states.add(state);
    } catch {
      // Older engines have no states, or none without dashes: there CSS does without.
    }
  }
}
