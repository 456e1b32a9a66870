// The dialog that makes a frame for another page out of what is shown: what is to be there, a look at it, and what to paste.
// It must not know what is played.

import { useEffect, useId, useMemo, useState } from 'react';
import { linkParts } from '../../lab/index.ts';
import { ownInUse, stepNumber } from '../../store/index.ts';
import { embeddingWords as text, words } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { usualParts } from '../embed/usual.ts';
import { among, Choice, Tick } from '../parts/Choice.tsx';
import { useCopyHere } from '../parts/CopyNews.tsx';
import { Late } from '../parts/Late.tsx';
import { useLateStyles } from '../parts/late-styles.ts';
import { Sheet } from '../parts/Sheet.tsx';
import styles from './embedding.css?inline';
import { type SnippetKind, sandbox, snippet } from './snippets.ts';

type Part = keyof typeof text.parts;
type Theme = keyof typeof words.header.themes;

interface Options {
  readonly here: boolean;
  readonly parts: readonly string[];
  readonly theme: Theme;
  readonly fit: 'scale' | 'scroll';
  readonly auto: boolean;
  readonly loop: boolean;
  readonly lock: boolean;
  readonly height: number;
}

/** What a newcomer to the dialog finds. */
const usual: Options = {
  here: true,
  parts: usualParts,
  theme: 'system',
  fit: 'scale',
  auto: false,
  loop: false,
  lock: false,
  height: 420,
};

/** Over the page, until it is closed. */
export function Embedding() {
  const setOpen = useLab((lab) => lab.setOpen);
  return (
    <Sheet
      title={text.title}
      close={words.inspector.close}
      open
      onClose={() => setOpen({ embed: false })}
      kind="centre"
    >
      <Late of={linkParts} name="extras" next=".sheet[open] button">
        {({ writeLink }) => <Making write={writeLink} />}
      </Late>
    </Sheet>
  );
}

function Making({ write }: { readonly write: ReturnType<typeof linkParts.take<'extras'>>['writeLink'] }) {
  useLateStyles(styles);
  const [options, setOptions] = useState(usual);
  const [site, setSite] = useState(() => (isFile() ? text.exampleSite : new URL('.', location.href).href));
  const [kind, setKind] = useState<SnippetKind>('page');
  const scenario = useLab((lab) => lab.scenario);
  const step = useLab(stepNumber);
  const own = useLab(ownInUse);
  const view = useLab((lab) => lab.view);
  const beside = useLab((lab) => (lab.open.beside ? lab.beside : null));
  const link = useMemo(
    () =>
      write({
        scenario,
        ...(options.here && { step }),
        view: { ...view, ...viewOf(options), theme: options.theme },
        ...(beside && { beside: { scenario: beside } }),
      }),
    [write, scenario, step, view, beside, options],
  );
  const pasted = snippet(kind, { site, link, title: text.frameTitle, height: options.height });
  return (
    <div className="embedding">
      <Choices options={options} change={(some) => setOptions({ ...options, ...some })} />
      <Preview link={link} height={options.height} />
      {own && <p className="embedding-note">{text.own}</p>}
      <Snippet kind={kind} setKind={setKind} site={site} setSite={setSite} pasted={pasted} />
    </div>
  );
}

function viewOf({ parts, fit, auto, loop, lock }: Options) {
  const asUsual = parts.length === usualParts.length && usualParts.every((part) => parts.includes(part));
  const shown = parts.length > 0 ? parts : ['picture'];
  return { show: asUsual ? undefined : shown, fit, auto, loop, lock: lock ? ['scenario'] : undefined };
}

interface ChoicesProps {
  readonly options: Options;
  readonly change: (some: Partial<Options>) => void;
}

function Choices({ options, change }: ChoicesProps) {
  const { parts, theme, fit, height } = options;
  const toggle = (part: string, on: boolean): void =>
    change({ parts: Object.keys(text.parts).filter((each) => (each === part ? on : parts.includes(each))) });
  return (
    <div className="embedding-choices">
      <fieldset>
        <legend>{text.shows}</legend>
        {among<Part>(text.parts).map(([part, word]) => (
          <Tick key={part} label={word} value={parts.includes(part)} onChange={(on) => toggle(part, on)} />
        ))}
      </fieldset>
      <Tick label={text.here} value={options.here} onChange={(here) => change({ here })} />
      <Tick label={text.auto} value={options.auto} onChange={(auto) => change({ auto })} />
      <Tick label={text.loop} value={options.loop} onChange={(loop) => change({ loop })} />
      <Tick label={text.lock} value={options.lock} onChange={(lock) => change({ lock })} />
      <Choice
        look="choice"
        label={words.header.theme}
        options={among<Theme>(words.header.themes)}
        value={theme}
        onChange={(next) => change({ theme: next })}
      />
      <Choice
        look="choice"
        label={text.fit}
        options={among(text.fits)}
        value={fit}
        onChange={(next) => change({ fit: next })}
      />
      <label className="choice">
        <span>{text.height}</span>
        <input
          type="number"
          min={240}
          max={2000}
          step={10}
          value={height}
          onChange={({ target }) => change({ height: target.valueAsNumber || usual.height })}
        />
      </label>
    </div>
  );
}

/** A file frames nothing: what lies beside it is foreign to it. */
function isFile(): boolean {
  return location.protocol === 'file:' || document.documentElement.dataset.whole !== undefined;
}

/** The frame itself, as others will have it. It is loaded once, and goes where its link leads. */
function Preview({ link, height }: { readonly link: string; readonly height: number }) {
  const [shown, setShown] = useState(link);
  useEffect(() => {
    const timer = setTimeout(() => setShown(link), 200);
    return () => clearTimeout(timer);
  }, [link]);
  if (isFile()) return <p className="embedding-note">{text.noPreview}</p>;
  return (
    <iframe
      className="embedding-preview"
      title={text.preview}
      src={`embed.html${shown}`}
      height={height}
      sandbox={sandbox}
      allow="fullscreen"
    />
  );
}

interface SnippetProps {
  readonly kind: SnippetKind;
  readonly setKind: (kind: SnippetKind) => void;
  readonly site: string;
  readonly setSite: (site: string) => void;
  readonly pasted: string;
}

function Snippet({ kind, setKind, site, setSite, pasted }: SnippetProps) {
  const [copy, news] = useCopyHere();
  const id = useId();
  return (
    <section className="embedding-snippet">
      <Choice
        look="choice"
        label={text.kind}
        options={among<SnippetKind>(text.kinds)}
        value={kind}
        onChange={setKind}
      />
      <label className="choice">
        <span>{text.site}</span>
        <input type="text" value={site} onChange={({ target }) => setSite(target.value)} />
      </label>
      <label htmlFor={id} className="visually-hidden">
        {text.snippet}
      </label>
      <textarea id={id} readOnly rows={kind === 'reveal' ? 9 : 5} value={pasted} spellCheck={false} />
      <button
        type="button"
        className="plain"
        onClick={() => copy(() => pasted, { done: text.copied, failed: text.notCopied })}
      >
        {text.copy}
      </button>
      {news}
    </section>
  );
}
