// What a reader has chosen for this browser, for components that show it. It must not know where it is kept.

import { useState } from 'react';
import type { Memory } from './memory.ts';

/** The reader's choice, and a way to change it. */
export function useMemory<Value>({ recall, keep }: Memory<Value>): [Value, (value: Value) => void] {
  const [value, set] = useState(recall);
  return [
    value,
    (next) => {
      keep(next);
      set(next);
    },
  ];
}
