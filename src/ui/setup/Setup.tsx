// What an exhibit asks for beyond how it looks. It must not know what is played.

import { useEffect } from 'react';
import { guardChoices } from '../../store/locks/index.ts';
import { lockWords } from '../../words/ui/index.ts';
import { useLabStore } from '../context.ts';
import { useLateStyles } from '../parts/late-styles.ts';
import { Autoplay, type AutoplayProps } from './Autoplay.tsx';
import styles from './lock.css?inline';

/** Nothing to be seen. */
export function Setup(props: AutoplayProps) {
  const store = useLabStore();
  useEffect(() => {
    const { tell } = store.getState();
    return guardChoices(store, () => tell({ near: 'inspector', kind: 'sentence', text: lockWords.refused }));
  }, [store]);
  useLateStyles(styles);
  useTold(props.root);
  return <Autoplay {...props} />;
}

/** What is locked says so before anybody tries: to the pointer, and as a name to those who listen. Its mark is the stylesheet’s. */
function useTold(root: AutoplayProps['root']): void {
  useEffect(() => {
    const lab = root.current;
    if (!lab) return undefined;
    const tell = (): void => {
      for (const place of lab.querySelectorAll<HTMLElement>('fieldset.lock')) place.title = lockWords.locked;
    };
    tell();
    // Menus and panes come and go.
    const observer = new MutationObserver(tell);
    observer.observe(lab, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [root]);
}
