// The menu from which what is on the screen is taken along, in whichever form. It must not know how files are made.

import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { LabStore } from '../../store/index.ts';
import { fileWords, menuWords as text } from '../../words/exports/index.ts';
import { LabContext } from '../context.ts';
import { useWanted } from '../handout/wanted.ts';
import type { Surroundings } from '../header/surroundings.ts';
import { among, Choice, Tick } from '../parts/Choice.tsx';
import { useLateStyles } from '../parts/late-styles.ts';
import styles from './export.css?inline';
import { aboutOf, scriptOf } from './files.ts';
import { MovingPicture } from './gif/MovingPicture.tsx';
import { type One, useOne } from './one.ts';
import { holdsBoth } from './room.ts';
import { type FileName, named, useSaving } from './saving.ts';

const groups: Readonly<Record<keyof typeof text.groups, readonly FileName[]>> = {
  picture: ['svg', 'png'],
  record: ['pcapng', 'keylog'],
  text: ['mmd', 'puml', 'md'],
  data: ['csv', 'json'],
  commands: ['sh'],
};

/** What can’t be copied as text or as a picture. */
const savedOnly: readonly FileName[] = ['pcapng'];

const scales = ([1, 2, 3, 4] as const).map((scale) => [scale, text.scales[scale]] as const);

/** @param link the address of exactly what is shown */
export function ExportPane({ link }: Pick<Surroundings, 'link'>) {
  useLateStyles(styles);
  const [scale, setScale] = useState<1 | 2 | 3 | 4>(2);
  const one = useOne();
  const { lab, side, own, choose } = one;
  const { pane, news, tell, save, copy, copyLink } = useSaving(link, scale, one);
  const unplayed = useUnplayed(lab, link);
  return (
    <div className="exports" ref={pane}>
      {own && <p className="exports-own">{text.own}</p>}
      <ul>
        <li>
          <span className="exports-word">{text.link}</span>
          <button type="button" className="plain" aria-label={text.copyLink} onClick={copyLink}>
            {text.copy}
          </button>
          <span className="exports-meaning">{text.linkMeaning}</span>
        </li>
      </ul>
      {side && <Choice look="choice" label={text.which} options={among(text.runs)} value={side} onChange={choose} />}
      {Object.entries(groups).map(([name, files]) => (
        <section key={name} aria-label={text.groups[name as keyof typeof groups]}>
          <h2>{text.groups[name as keyof typeof groups]}</h2>
          <ul>
            {files.map((file) => (
              <File
                key={file}
                name={file}
                side={holdsBoth(file) ? undefined : side}
                save={() => save(file)}
                copy={savedOnly.includes(file) ? undefined : () => copy(file)}
                unplayed={file === 'sh' ? unplayed : undefined}
              />
            ))}
            {name === 'picture' && (
              <LabContext value={lab}>
                <MovingPicture key={side} pane={pane} scale={scale} tell={tell} side={side} />
              </LabContext>
            )}
          </ul>
          {name === 'picture' && (
            <Choice look="choice" label={text.scale} options={scales} value={scale} onChange={setScale} />
          )}
        </section>
      ))}
      <Paper />
      <p className="exports-news" role="status">
        {news}
      </p>
    </div>
  );
}

function Paper() {
  const [asking, ask] = useWanted();
  return (
    <section aria-label={text.paper}>
      <h2>{text.paper}</h2>
      <ul>
        <li>
          <span className="exports-word">{text.handout}</span>
          <button type="button" className="plain" aria-label={text.printHandout} onClick={() => window.print()}>
            {text.print}
          </button>
          <span className="exports-meaning">{text.handoutMeaning}</span>
        </li>
      </ul>
      <Tick label={text.withQuestions} hint={text.withQuestionsMeaning} value={asking} onChange={ask} />
    </section>
  );
}

/** Why there is no script of what is on the screen; undefined where there is one. */
function useUnplayed(store: LabStore, link: () => string): string | undefined {
  const timeline = useStore(store, (lab) => lab.timeline);
  return useMemo(() => {
    const lab = store.getState();
    const script = lab.timeline === timeline ? scriptOf(lab, aboutOf(lab, link())) : undefined;
    return script && !script.ok ? script.why : undefined;
  }, [store, timeline, link]);
}

interface FileProps {
  readonly name: FileName;
  /** Which of two runs it holds; undefined where it holds all there are. */
  readonly side: One['side'];
  readonly save: () => void;
  readonly copy: (() => void) | undefined;
  /** Why there is none. */
  readonly unplayed: string | undefined;
}

function File({ name, side, save, copy, unplayed }: FileProps) {
  const [, meaning] = fileWords[name];
  const word = named(name, side);
  return (
    <li>
      <span className="exports-word">{word}</span>
      {unplayed === undefined && (
        <span className="exports-ways">
          {copy && (
            <button type="button" className="plain" aria-label={text.copyAs(word)} onClick={copy}>
              {text.copy}
            </button>
          )}
          <button type="button" className="plain" aria-label={text.saveAs(word)} onClick={save}>
            {text.save}
          </button>
        </span>
      )}
      <span className="exports-meaning">{unplayed ?? meaning}</span>
    </li>
  );
}
