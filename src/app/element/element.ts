// <counter-sign>: a lab on anybody's page, as an element around a frame. What stands inside it is shown where the frame can't be: without
// scripts, in a feed, in a search. It stands alone: nothing of the lab is in it.

import { elementWords } from '../../words/element.ts';

/** What the frame's messages carry (docs/embedding.md). */
const envelope = { ns: 'countersign', v: 1 } as const;

/** Attributes that stand in the link as they are. */
const options = [
  ...['step', 'lens', 'unit', 'captions', 'tab', 'depth', 'theme', 'lock', 'from', 'to', 'auto', 'loop', 'fit'],
  ...['break', 'seed', 'lesson'],
];

/** Where the frame's file is: beside this one, or where `src` says. */
const here = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI;

/** How high a frame is until it says how high it wants to be, in px. */
const usualHeight = 420;

interface Answer {
  readonly resolve: (state: unknown) => void;
  readonly reject: (reason: Error) => void;
}

class CounterSign extends HTMLElement {
  static readonly observedAttributes = ['scenario', 'controls', 'height', 'src', ...options];

  #frame: HTMLIFrameElement | undefined;
  readonly #answers = new Map<number, Answer>();
  #asked = 0;
  #ready: Promise<void> = Promise.resolve();
  #begun: () => void = () => undefined;
  #gone: (reason: Error) => void = () => undefined;

  connectedCallback(): void {
    const frame = document.createElement('iframe');
    frame.name = `countersign-${Math.random().toString(36).slice(2)}`;
    frame.title = this.getAttribute('title') ?? elementWords.title;
    frame.loading = 'lazy';
    frame.allow = 'fullscreen; clipboard-write';
    frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads');
    Object.assign(frame.style, { display: 'block', width: '100%', border: '0' });
    this.#ready = new Promise((resolve, reject) => {
      this.#begun = resolve;
      this.#gone = reject;
    });
    // Who asks hears of it; nobody need have asked.
    this.#ready.catch(() => undefined);
    this.#frame = frame;
    if (getComputedStyle(this).display === 'inline') this.style.display = 'block';
    window.addEventListener('message', this.#hear);
    this.#show();
    this.append(frame);
    this.#hide();
    // Where the script came before the page, what stands inside is not there yet.
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => this.#hide());
  }

  disconnectedCallback(): void {
    window.removeEventListener('message', this.#hear);
    this.#frame?.remove();
    this.#frame = undefined;
    const reason = new Error(elementWords.left);
    this.#gone(reason);
    for (const { reject } of this.#answers.values()) reject(reason);
    this.#answers.clear();
    this.#hide();
  }

  attributeChangedCallback(): void {
    this.#show();
  }

  /** What stands inside is for those who get no frame. */
  #hide(): void {
    for (const child of this.children)
      child.toggleAttribute('hidden', this.#frame !== undefined && child !== this.#frame);
  }

  /** Goes to a step; 0 is the whole run. */
  goto(step: number): Promise<unknown> {
    return this.#ask({ command: 'goto', step });
  }

  play(): Promise<unknown> {
    return this.#ask({ command: 'play' });
  }

  pause(): Promise<unknown> {
    return this.#ask({ command: 'pause' });
  }

  /** Shows what a link says, from its `#` on, or looks in another way: `{ lens: 'wire' }`. */
  set(said: string | Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.#ask({ command: 'set', ...(typeof said === 'string' ? { link: said } : { options: said }) });
  }

  /** Where it stands. */
  state(): Promise<unknown> {
    return this.#ask({ command: 'state' });
  }

  /** Asked before the frame has come to life, it is answered then. */
  async #ask(said: Readonly<Record<string, unknown>>): Promise<unknown> {
    if (!this.#frame) throw new Error(elementWords.left);
    await this.#ready;
    const request = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#answers.set(request, { resolve, reject });
      this.#frame?.contentWindow?.postMessage({ ...envelope, request, ...said }, '*');
    });
  }

  /** A frame in a sandbox has no origin to go by: only its window says whose message it is. */
  readonly #hear = ({ source, data }: MessageEvent): void => {
    if (!this.#frame || source !== this.#frame.contentWindow || data?.ns !== envelope.ns || data.v !== envelope.v)
      return;
    if (data.type === 'size') this.#grow(data.height);
    else if (data.type === 'reply') this.#answer(data);
    else if (['ready', 'step', 'outcome', 'key', 'answer', 'statement'].includes(data.type)) {
      if (data.type === 'ready') this.#begun();
      const detail = data.state ?? data.outcome ?? data.answer ?? data.statement ?? { key: data.key };
      this.dispatchEvent(new CustomEvent(data.type, { detail, bubbles: true }));
    }
  };

  #answer({ request, ok, state, error }: Readonly<Record<string, unknown>>): void {
    const answer = this.#answers.get(Number(request));
    this.#answers.delete(Number(request));
    if (ok === true) answer?.resolve(state);
    else answer?.reject(new Error(String(error)));
  }

  #grow(height: unknown): void {
    if (!this.#frame || this.#height() !== undefined || typeof height !== 'number' || !(height > 0)) return;
    this.#frame.style.height = `${Math.min(4000, Math.ceil(height))}px`;
  }

  /** What the page says of its height; undefined where the frame is as high as it wants to be. */
  #height(): string | undefined {
    const height = this.getAttribute('height') ?? 'auto';
    return height === 'auto' ? undefined : /^\d+$/.test(height) ? `${height}px` : height;
  }

  #show(): void {
    if (!this.#frame) return;
    const address = new URL(
      this.getAttribute('src') ?? 'embed.html',
      this.hasAttribute('src') ? document.baseURI : here,
    );
    address.hash = this.#link();
    if (this.#frame.src !== address.href) this.#frame.src = address.href;
    const height = this.#height();
    if (height !== undefined || !this.#frame.style.height) this.#frame.style.height = height ?? `${usualHeight}px`;
  }

  /** `scenario` is a link, or the choices in one: `1/rsa`; all else is added to it. */
  #link(): string {
    const start = this.getAttribute('scenario')?.replace(/^#/, '') || '1';
    const said = options.flatMap((name) => {
      const value = this.getAttribute(name);
      return value === null ? [] : [value === '' ? name : `${name}=${encodeURIComponent(value)}`];
    });
    const controls = this.getAttribute('controls')?.trim();
    if (controls) said.push(`show=${controls.split(/[\s,]+/).join(',')}`);
    return said.length === 0 ? start : `${start}${start.includes('?') ? '&' : '?'}${said.join('&')}`;
  }
}

if (!customElements.get('counter-sign')) customElements.define('counter-sign', CounterSign);
