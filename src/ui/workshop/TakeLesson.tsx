// The ways of a lesson out of the page and in again: a look at it, a file, a link. It must not know how it is made.

import { type ChangeEvent, useRef } from 'react';
import { defaultScenario, linkParts } from '../../lab/index.ts';
import { draftOf, draftText, emptyDraft } from '../../lesson/draft/index.ts';
import { lettersOf, packed, readLesson, textIn } from '../../lesson/format/index.ts';
import { workshopWords as text } from '../../words/lessons/index.ts';
import { useLab, useLabStore } from '../context.ts';
import { courseOf } from '../lesson/session.ts';
import { useCopy } from '../parts/copy.ts';
import { download } from '../parts/download.ts';
import { fileNameOf } from '../parts/file-name.ts';
import type { Desk } from './kept.ts';

interface Props {
  readonly desk: Desk;
  /** Whether nothing is wrong with it. */
  readonly whole: boolean;
  readonly tell: (news: string) => void;
}

/** So many letters can a link have, as the lab says. */
const most = 8192;

export function TakeLesson({ desk, whole, tell }: Props) {
  const { draft, before, replace, undo } = desk;
  const lab = useLabStore();
  const arrange = useLab((state) => state.arrange);
  const copy = useCopy((said) => tell(said ?? ''));
  const picker = useRef<HTMLInputElement>(null);
  const preview = (): void => {
    arrange({ lesson: 'draft' });
    void courseOf(lab).getState().open('draft', true);
  };
  const save = (): void => download(`${fileNameOf(lettersOf(draft.title), text.file)}.md`, draftText(draft));
  const share = async (): Promise<void> => {
    const lesson = `~${await packed(draftText(draft))}`;
    await linkParts.need('extras');
    const link = linkParts.take('extras').writeLink({ scenario: defaultScenario, view: { lesson } });
    if (link.length > most) return tell(text.tooLong(link.length, most));
    await copy(() => new URL(link, location.href).href, { done: text.copied, failed: text.notCopied });
  };
  const open = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0];
    const read = file && (await textIn(file.stream()));
    target.value = '';
    if (!file) return;
    if (read === undefined) return tell(text.notText);
    const reading = readLesson(read);
    replace(draftOf(reading.ok ? reading.lesson : reading.draft));
    tell(text.opened);
  };
  const clear = (): void => {
    replace(emptyDraft);
    tell(text.cleared);
  };
  return (
    <div className="workshop-take">
      <button type="button" className="lesson-main" disabled={!whole} onClick={preview}>
        {text.preview}
      </button>
      <button type="button" onClick={save}>
        {text.save}
      </button>
      <button type="button" onClick={() => picker.current?.click()}>
        {text.open}
      </button>
      <input type="file" accept=".md,.markdown,.txt" hidden ref={picker} onChange={(event) => void open(event)} />
      <button type="button" disabled={!whole} onClick={() => void share()}>
        {text.share}
      </button>
      <button type="button" className="plain" onClick={clear}>
        {text.clear}
      </button>
      {before && (
        <button type="button" className="plain" onClick={undo}>
          {text.undo}
        </button>
      )}
    </div>
  );
}
