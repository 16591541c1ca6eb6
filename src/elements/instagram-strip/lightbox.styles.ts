import {css} from 'lit';

export const lightboxStyles = css`
  dialog {
    background: #101113;
    block-size: 100dvb;
    border: 0;
    color: #f4f2ee;
    color-scheme: dark;
    inline-size: 100dvi;
    max-block-size: none;
    max-inline-size: none;
    overflow: hidden auto;
    overscroll-behavior: contain;
    padding: 0;
  }
  dialog::backdrop {
    background: #000;
  }
  dialog :focus-visible {
    outline-color: #fff;
  }
  figure {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr) 22rem;
    min-block-size: 100%;
    position: relative;
  }
  .stage {
    align-content: center;
    block-size: 100dvb;
    display: grid;
    inset-block-start: 0;
    justify-items: center;
    padding: 0 4rem;
    position: sticky;
    touch-action: pan-y pinch-zoom;
  }
  .stage [part='image'],
  video {
    background: #1c1f23;
    block-size: auto;
    inline-size: auto;
    max-block-size: 100dvb;
    max-inline-size: 100%;
    object-fit: contain;
  }
  .stage .words::after {
    content: none;
  }
  dialog .reveal {
    block-size: auto;
    inline-size: auto;
    margin-block-start: 1em;
    padding: 0.3em 1.2em;
    position: static;
  }
  .stage .words {
    aspect-ratio: auto;
    background: none;
    color: inherit;
    font-size: 1.25em;
    max-inline-size: 32em;
  }
  figcaption {
    align-content: center;
    font-size: 0.9375em;
    padding: 4.5rem 2rem 2rem 1rem;
  }
  figcaption > p + p {
    margin-block-start: 0.9em;
  }
  .author {
    font-weight: 600;
  }
  .text {
    white-space: pre-line;
  }
  .text a,
  .post {
    text-decoration-line: underline;
    text-decoration-color: #fff6;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  dialog [part='date'] {
    color: #b9b6b0;
  }
  .position {
    background: #0009;
    border-radius: 999px;
    font-size: var(--_small);
    inset-block-start: 1rem;
    inset-inline-start: 1rem;
    padding: 0.1em 0.8em;
    position: absolute;
  }
  dialog button {
    background: #0009;
    block-size: 44px;
    border-color: #fff6;
    color: #fff;
    display: grid;
    inline-size: 44px;
    padding: 0;
    place-content: center;
    position: fixed;
    z-index: 1;
  }
  dialog svg {
    display: block;
    fill: currentColor;
    block-size: 20px;
    inline-size: 20px;
  }
  .step.previous svg:dir(ltr),
  .step.next svg:dir(rtl) {
    scale: -1 1;
  }
  .close {
    inset-block-start: 0.75rem;
    inset-inline-end: 0.75rem;
  }
  .step {
    inset-block-start: calc(50% - 22px);
  }
  .step.previous {
    inset-inline-start: 0.75rem;
  }
  .step.next {
    inset-inline-end: 22.75rem;
  }
  .step[aria-disabled] {
    opacity: 0.35;
  }

  @media (width < 900px) {
    figure {
      grid-template: auto auto / minmax(0, 1fr);
    }
    .stage {
      block-size: auto;
      min-block-size: 60dvb;
      padding: 0;
      position: static;
    }
    .stage [part='image'],
    video {
      max-block-size: 75dvb;
    }
    figcaption {
      padding: 1.25rem 1rem 2rem;
    }
    .step {
      inset-block-start: calc(30dvb - 22px);
    }
    .step.next {
      inset-inline-end: 0.75rem;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    dialog {
      animation: appear 0.15s;
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
  }
  @media print {
    dialog {
      display: none;
    }
  }
`;
