import {html, LitElement, type TemplateResult} from 'lit';
import {checksOf, colors, cssOf, fontChoices, presets, propertiesOf, schemes, type Color, type Theme} from './theme.js';
import './theme-maker.css';

const colorNames: Record<Color, string> = {
  text: 'Text',
  soft: 'Soft text',
  accent: 'Accent',
  line: 'Lines',
  tint: 'Boxes',
  button: 'Buttons',
  'button-text': 'Words on buttons',
};

/**
 * A panel of controls beside what stands inside it. The controls are the platform’s own, so that keyboard and screen
 * reader know them; it renders into the page, since it is part of these stories and styled with them.
 */
class ThemeMaker extends LitElement {
  static override properties = {
    sample: {attribute: false},
    theme: {state: true},
    view: {state: true},
    status: {state: true},
  };

  theme: Theme = structuredClone(presets.default);
  view: 'light' | 'dark' = 'light';
  status = '';
  /** What the theme is seen on. */
  sample: unknown;

  protected override createRenderRoot(): HTMLElement {
    const root = document.createElement('div');
    root.className = 'theme-maker';
    this.append(root);
    return root;
  }

  #change(change: (theme: Theme) => void): void {
    const theme = structuredClone(this.theme);
    change(theme);
    this.theme = theme;
    this.status = '';
  }

  async #copy(): Promise<void> {
    await navigator.clipboard.writeText(cssOf(this.theme)).then(
      () => (this.status = 'Copied.'),
      () => (this.status = 'The browser does not let this page copy: select the text below.'),
    );
  }

  protected override updated(): void {
    const {style} = this.#canvas;
    for (const [name, value] of propertiesOf(this.theme)) style.setProperty(name, value);
    const {paper, colors} = this.theme;
    style.setProperty('--paper', `light-dark(${paper.light}, ${paper.dark})`);
    style.setProperty('--ink', `light-dark(${colors.text.light}, ${colors.text.dark})`);
    style.colorScheme = this.view;
  }

  get #canvas(): HTMLElement {
    const canvas = this.renderRoot.querySelector<HTMLElement>('.theme-maker-canvas');
    if (!canvas) throw new Error('The theme maker has no canvas.');
    return canvas;
  }

  protected override render(): TemplateResult {
    const {theme, view} = this;
    return html`
      <form @submit=${(event: Event) => event.preventDefault()}>
        <h1>Theme maker</h1>
        <label
          >Begin with
          <select @change=${(event: Event) => this.#begin(valueOf(event))}>
            ${Object.keys(presets).map((name) => html`<option>${name}</option>`)}
          </select></label
        >
        <fieldset>
          <legend>Show</legend>
          <div class="theme-maker-row">
            ${schemes.map(
              (scheme) =>
                html`<label class="theme-maker-choice"
                  ><input
                    type="radio"
                    name="view"
                    .checked=${view === scheme}
                    @change=${() => (this.view = scheme)}
                  />${scheme === 'light' ? 'Light' : 'Dark'}</label
                >`,
            )}
          </div>
        </fieldset>
        <fieldset>
          <legend>Fonts</legend>
          ${this.#font('text', 'Text')} ${this.#font('headline', 'Headlines')}
          ${this.#font('arabic', 'Arabic headlines')}
          ${this.#range('Weight of headlines', theme.weight, 300, 900, 50, (theme, value) => (theme.weight = value))}
        </fieldset>
        <fieldset>
          <legend>Shape</legend>
          ${this.#range('Corners', theme.radius, 0, 24, 1, (theme, value) => (theme.radius = value), 'px')}
          ${this.#range('Space between columns', theme.gap, 8, 48, 2, (theme, value) => (theme.gap = value), 'px')}
        </fieldset>
        <fieldset>
          <legend>Colours</legend>
          <div class="theme-maker-colors">
            <span></span><span aria-hidden="true">Light</span><span aria-hidden="true">Dark</span>
            ${this.#color('The page', theme.paper, (theme, scheme, value) => (theme.paper[scheme] = value))}
            ${colors.map((name) =>
              this.#color(
                colorNames[name],
                theme.colors[name],
                (theme, scheme, value) => (theme.colors[name][scheme] = value),
              ),
            )}
          </div>
        </fieldset>
        ${this.#renderChecks()}
        <p class="theme-maker-copy">
          <button type="button" @click=${() => this.#copy()}>Copy the theme</button>
          <span role="status">${this.status}</span>
        </p>
        <details>
          <summary>The file</summary>
          <pre tabindex="0">${cssOf(theme)}</pre>
        </details>
      </form>
      <div class="theme-maker-canvas">${this.sample}</div>
    `;
  }

  #begin(name: string): void {
    const preset = Object.entries(presets).find(([key]) => key === name)?.[1];
    if (preset) this.#change((theme) => Object.assign(theme, structuredClone(preset)));
  }

  #font(kind: keyof Theme['fonts'], label: string): TemplateResult {
    const current = this.theme.fonts[kind];
    return html`<label
      >${label}
      <select @change=${(event: Event) => this.#change((theme) => (theme.fonts[kind] = valueOf(event)))}>
        ${Object.entries(fontChoices[kind]).map(
          ([name, value]) => html`<option value=${value} .selected=${value === current}>${name}</option>`,
        )}
      </select></label
    >`;
  }

  #range(
    label: string,
    value: number,
    min: number,
    max: number,
    step: number,
    change: (theme: Theme, value: number) => void,
    unit = '',
  ): TemplateResult {
    return html`<label
      >${label} <output>${value}${unit}</output>
      <input
        type="range"
        min=${min}
        max=${max}
        step=${step}
        .value=${String(value)}
        @input=${(event: Event) => this.#change((theme) => change(theme, Number(valueOf(event))))}
    /></label>`;
  }

  #color(
    label: string,
    value: Record<'light' | 'dark', string>,
    change: (theme: Theme, scheme: 'light' | 'dark', value: string) => void,
  ): TemplateResult {
    return html`<span>${label}</span> ${schemes.map(
        (scheme) =>
          html`<input
            type="color"
            aria-label="${label}, ${scheme}"
            .value=${value[scheme]}
            @input=${(event: Event) => this.#change((theme) => change(theme, scheme, valueOf(event)))}
          />`,
      )}`;
  }

  #renderChecks(): TemplateResult {
    const weak = checksOf(this.theme).filter(({ratio, least}) => ratio < least);
    return html`<section aria-label="Contrast" class="theme-maker-checks" aria-live="polite">
      ${
        weak.length
          ? html`<p><strong>${weak.length} ${weak.length === 1 ? 'pair is' : 'pairs are'} hard to read</strong></p>
              <ul>
                ${weak.map(
                  ({what, scheme, ratio, least}) =>
                    html`<li>${what}, ${scheme}: ${ratio.toFixed(1)} : 1, and ${least} is needed</li>`,
                )}
              </ul>`
          : html`<p>All words can be read: 4.5 : 1 or more, light and dark.</p>`
      }
    </section>`;
  }
}

function valueOf({currentTarget}: Event): string {
  return currentTarget instanceof HTMLInputElement || currentTarget instanceof HTMLSelectElement
    ? currentTarget.value
    : '';
}

customElements.define('theme-maker', ThemeMaker);
