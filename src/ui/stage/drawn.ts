// Shapes of a scene as React has them: the same attributes that the moving picture has. It must not know where they are shown.

import { createElement, type ReactElement, type SVGAttributes } from 'react';
import { type Shape, toElement } from '../../diagram/index.ts';

/** One shape, in the colours that the document wears. */
export function drawn(shape: Shape): ReactElement {
  const { tag, attributes, text, title } = toElement(shape, (ink) => `var(--${ink})`);
  const props = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [propOf(name), value]));
  return createElement(
    tag,
    { key: shape.id, ...(props as SVGAttributes<SVGElement>) },
    text,
    title === undefined ? undefined : createElement('title', null, title),
  );
}

function propOf(name: string): string {
  return name === 'class' ? 'className' : name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
