/** Pixels that a finger moves before it is a swipe. */
const DISTANCE = 40;

/** Tells of swipes with a finger or a pen in the direction of reading: 1 on, −1 back. A zoomed page is moved, not swiped. */
export class Swipe implements EventListenerObject {
  #start: PointerEvent | undefined;

  constructor(private readonly onSwipe: (direction: 1 | -1) => void) {}

  handleEvent(event: Event): void {
    if (!(event instanceof PointerEvent)) return;
    const start = this.#start;
    this.#start = event.type === 'pointerdown' && isTouch(event) ? event : undefined;
    if (event.type !== 'pointerup' || start?.pointerId !== event.pointerId) return;
    const x = event.clientX - start.clientX;
    if (Math.abs(x) < DISTANCE || Math.abs(x) < 2 * Math.abs(event.clientY - start.clientY)) return;
    const isRtl = event.currentTarget instanceof Element && getComputedStyle(event.currentTarget).direction === 'rtl';
    this.onSwipe(x < 0 === isRtl ? -1 : 1);
  }
}

/** A video's controls are moved by the same gesture. */
function isTouch({pointerType, isPrimary, target}: PointerEvent): boolean {
  const isZoomed = (visualViewport?.scale ?? 1) > 1;
  return pointerType !== 'mouse' && isPrimary && !isZoomed && !(target instanceof HTMLVideoElement);
}
