import type {ReactiveControllerHost} from 'lit';

/** Parts of an element that are loaded when they are first needed. Where one cannot be (offline), the element does without. */
export class Extras {
  readonly #added = new Map<string, Promise<void>>();

  constructor(private readonly host: ReactiveControllerHost) {}

  /**
   * Resolves when the part is there, or has failed: then it is tried again when it is next asked for.
   *
   * @param add loads the part and joins it to the host
   */
  add(name: string, add: () => Promise<unknown>): Promise<void> {
    const adding =
      this.#added.get(name) ??
      add().then(
        () => this.host.requestUpdate(),
        () => void this.#added.delete(name),
      );
    this.#added.set(name, adding);
    return adding;
  }
}
