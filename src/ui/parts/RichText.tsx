// Draws the story's text with its little emphasis.

import { Fragment } from 'react';
import type { Rich } from '../../story/index.ts';

export function RichText({ text }: { readonly text: Rich }) {
  return text.map((span, index) => {
    const content = span.mono ? <code>{span.text}</code> : span.text;
    const key = `${index} ${span.text}`;
    if (span.strong)
      return (
        <strong key={key} className={span.tone && `tone-${span.tone}`}>
          {content}
        </strong>
      );
    return <Fragment key={key}>{content}</Fragment>;
  });
}
