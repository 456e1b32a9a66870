// What an exhibit asks for beyond how it looks. It must not know what is played.

import { useEffect } from 'react';
import { guardChoices } from '../../store/locks/index.ts';
import { lockWords } from '../../words/ui/index.ts';
import { useLabStore } from '../context.ts';
import { Autoplay, type AutoplayProps } from './Autoplay.tsx';

/** Nothing to be seen. */
export function Setup(props: AutoplayProps) {
  const store = useLabStore();
  useEffect(() => {
    const { tell } = store.getState();
    return guardChoices(store, () => tell({ near: 'inspector', kind: 'sentence', text: lockWords.refused }));
  }, [store]);
  return <Autoplay {...props} />;
}
