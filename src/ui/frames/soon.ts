// What need not be done in the frame that asks for it: it is done in a task of its own, once, with what was asked for last.
// It must not know what is done.

import { useEffect, useMemo, useState } from 'react';

/** @returns asks for it; before it is done, asking again only changes what it is done with */
export function soon<Value = void>(act: (value: Value) => void): (value: Value) => void {
  let last: Value;
  let asked = false;
  return (value) => {
    last = value;
    if (asked) return;
    asked = true;
    setTimeout(() => {
      asked = false;
      act(last);
    });
  };
}

/** A value as it was a task ago, for words beside the picture: so no frame has to draw the picture and write the words. */
export function useSoon<Value>(value: Value): Value {
  const [seen, see] = useState(value);
  const later = useMemo(() => soon((next: Value) => see(() => next)), []);
  useEffect(() => later(value), [value, later]);
  return seen;
}
