import type {ReactiveControllerHost} from 'lit';

/** A part of an element that is loaded when it is first needed. Where it cannot be (offline), the element does without. */
export class Later<Part> {
  /** Undefined until it has been loaded. */
  part: Part | undefined;
  #loading: Promise<Part | undefined> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly start: () => Promise<Part>,
  ) {}

  /** What was asked for is loaded, and the element updated then. What has failed is tried again. */
  load(): Promise<Part | undefined> {
    return (this.#loading ??= this.start().then(
      (part) => {
        this.part = part;
        this.host.requestUpdate();
        return part;
      },
      () => (this.#loading = undefined),
    ));
  }

  get(): Part | undefined {
    void this.load();
    return this.part;
  }
}
