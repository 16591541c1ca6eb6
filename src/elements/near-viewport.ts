import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** How far from the viewport loading begins: about what a reader scrolls while a feed arrives. */
const MARGIN = '400px';

/** Knows when its host has come near the viewport for the first time, and updates it then if it has waited for that. */
export class NearViewport implements ReactiveController {
  #observer?: IntersectionObserver;
  isNear = false;

  constructor(private readonly host: ReactiveControllerHost & Element & {readonly loading: string}) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.isNear) return;
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.isNear = true;
        this.hostDisconnected();
        if (this.host.loading === 'lazy') this.host.requestUpdate();
      },
      {rootMargin: MARGIN},
    );
    this.#observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}

/** Whether an element is where a reader has not got to yet, or is not shown at all. */
export function isBelowViewport(element: Element): boolean {
  return !element.checkVisibility() || element.getBoundingClientRect().top >= innerHeight;
}
