// Draws the story's text with its little emphasis.

import type { Rich } from '../../story/index.ts';

export function RichText({ text }: { readonly text: Rich }) {
  return text.map((span, index) => {
    const tone = span.tone ? `tone-${span.tone}` : undefined;
    const content = span.mono ? <code>{span.text}</code> : span.text;
    const key = `${index} ${span.text}`;
    if (span.strong)
      return (
        <strong key={key} className={tone}>
          {content}
        </strong>
      );
    return (
      <span key={key} className={tone}>
        {content}
      </span>
    );
  });
}
