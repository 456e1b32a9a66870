// The certificates and lists of a file, each with what it is, where it belongs and why; it can be put elsewhere. Of many that belong
// together, one choice moves all. It must not know why anything belongs anywhere.

import { useMemo, useState } from 'react';
import type { Place } from '../../lab/own/index.ts';
import type { Put } from '../../store/own/index.ts';
import { placeNames, placeReason, ownWords as text } from '../../words/own/index.ts';
import { type Group, groupsOf, lineOf } from './names.ts';
import { useOwn } from './session.ts';

/** So many of a group are told before anybody asks for the rest. */
const TOLD = 3;

export function Groups({ file }: { readonly file: string }) {
  const put = useOwn((own) => own.put);
  const groups = useMemo(() => groupsOf(put, file), [put, file]);
  return groups.map(({ key, things }) => <Together key={key} things={things} />);
}

function Together({ things }: Pick<Group, 'things'>) {
  const [whole, setWhole] = useState(false);
  const [first] = things;
  if (!first) return null;
  const title = things.length === 1 ? lineOf(first).what : `${lineOf(first).what}, ${text.more(things.length - 1)}`;
  return (
    <div className="own-group">
      {things.slice(0, TOLD).map((each) => (
        <Line key={each.id} thing={each} />
      ))}
      {things.length > TOLD && <p className="own-aside">{text.more(things.length - TOLD)}</p>}
      <PlaceChoice things={things} title={title} />
      <Reason things={things} />
      {things.length > 1 && (
        <details onToggle={({ currentTarget }) => setWhole(currentTarget.open)}>
          <summary>{text.each(things.length)}</summary>
          {whole &&
            things.map((each) => (
              <div key={each.id}>
                <Line thing={each} />
                <PlaceChoice things={[each]} title={lineOf(each).what} />
              </div>
            ))}
        </details>
      )}
    </div>
  );
}

function Line({ thing }: { readonly thing: Put }) {
  const { what, facts } = lineOf(thing);
  return (
    <p className="own-line">
      {what} <span>{facts}</span>
    </p>
  );
}

interface ChoiceProps {
  readonly things: readonly Put[];
  readonly title: string;
}

function PlaceChoice({ things, title }: ChoiceProps) {
  const move = useOwn((own) => own.move);
  const places = new Set(things.map(({ place }) => place));
  const [place = 'nowhere'] = places;
  const mixed = places.size > 1;
  const possible = things.some(({ thing }) => 'subject' in thing) ? forCertificates : forLists;
  const also = sameAlso(things);
  return (
    <>
      <select
        className={place === 'nowhere' && !mixed ? 'own-nowhere' : undefined}
        aria-label={text.place(title)}
        value={mixed ? '' : place}
        onChange={({ target }) =>
          move(
            things.map(({ id }) => id),
            possible.find((each) => each === target.value) ?? null,
            also,
          )
        }
      >
        {mixed && <option value="">{text.mixed}</option>}
        {possible.map((each) => (
          <option key={each} value={each}>
            {placeNames[each]}
          </option>
        ))}
      </select>
      {!mixed && place !== 'nowhere' && <AlsoChoices things={things} title={title} place={place} also={also} />}
    </>
  );
}

/** Where all of them are as well; nowhere if they differ. */
function sameAlso(things: readonly Put[]): readonly Place[] {
  const [first, ...more] = things.map(({ also }) => also);
  return first && more.every((each) => each.join() === first.join()) ? first : [];
}

interface AlsoProps extends ChoiceProps {
  readonly place: Place;
  readonly also: readonly Place[];
}

/** The other places of something that is in several, or that may well be: what issued itself can be shown and trusted. */
function AlsoChoices({ things, title, place, also }: AlsoProps) {
  const move = useOwn((own) => own.move);
  const [first] = things;
  const alone =
    things.length === 1 && first && 'subject' in first.thing && first.thing.subject.text === first.thing.issuer.text;
  const slots: readonly (Place | '')[] = alone || also.length === 0 ? (alone ? [...also, ''] : []) : also;
  return slots.map((slot) => {
    const others = also.filter((each) => each !== slot);
    const possible = forCertificates.filter((each) => each !== 'nowhere' && each !== place && !others.includes(each));
    return (
      <select
        key={slot}
        className={slot === '' ? 'own-nowhere' : undefined}
        aria-label={text.also(title)}
        value={slot}
        onChange={({ target }) => {
          const chosen = possible.find((each) => each === target.value);
          const more = slot === '' ? also : others;
          move(
            things.map(({ id }) => id),
            place,
            chosen ? [...more, chosen] : more,
          );
        }}
      >
        <option value="">{text.nothingElse}</option>
        {possible.map((each) => (
          <option key={each} value={each}>
            {placeNames[each]}
          </option>
        ))}
      </select>
    );
  });
}

const forCertificates: readonly Place[] = [
  'client shows',
  'client sends along',
  'server trusts',
  'server shows',
  'server sends along',
  'client trusts',
  'nowhere',
];
const forLists: readonly Place[] = ['revocation lists', 'nowhere'];

function Reason({ things }: { readonly things: readonly Put[] }) {
  const move = useOwn((own) => own.move);
  const moved = things.filter(({ reason }) => reason === null);
  const reasons = new Set(things.flatMap(({ reason }) => (reason ? [placeReason(reason)] : [])));
  const [only] = reasons;
  return (
    <p className="own-aside">
      {moved.length === 0 && reasons.size === 1 && only}
      {moved.length > 0 && (
        <>
          {text.moved}{' '}
          <button
            type="button"
            className="plain"
            onClick={() =>
              move(
                moved.map(({ id }) => id),
                null,
              )
            }
          >
            {text.putBack}
          </button>
        </>
      )}
    </p>
  );
}
