// The way to a package for learning platforms, for whoever teaches with a lesson. It must not know how one is made.

import { useState } from 'react';
import { type Lesson, lettersOf, writeLesson } from '../../lesson/format/index.ts';
import { shelf } from '../../shelf/index.ts';
import { packingWords as text } from '../../words/platforms.ts';
import { Late } from '../parts/Late.tsx';

const parts = shelf({ packing: () => import('../packing/index.ts').then(({ PackageForm }) => PackageForm) });

/** A word, and behind it all that is needed. */
export function Packing({ lesson }: { readonly lesson: Lesson }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="lesson-notes lesson-packing" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{text.title}</summary>
      {open && (
        <Late of={parts} name="packing" next=".lesson-packing summary">
          {(PackageForm) => (
            <PackageForm
              title={lettersOf(lesson.title)}
              lesson={writeLesson(lesson)}
              asks={lesson.parts.some(({ question }) => question !== undefined)}
            />
          )}
        </Late>
      )}
    </details>
  );
}
