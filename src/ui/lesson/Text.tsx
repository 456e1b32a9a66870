// Draws the words of a lesson. A link to another host says which, and opens apart; one to a moment of the lab leads there.

import { Fragment, useMemo } from 'react';
import { type Block, blocksOf, type Inline, inlineOf } from '../../lesson/format/index.ts';
import { lessonWords as text } from '../../words/lessons/index.ts';

/** Paragraphs, lists and code. */
export function Text({ markdown }: { readonly markdown: string }) {
  const blocks = useMemo(() => blocksOf(markdown), [markdown]);
  return <Blocks blocks={blocks} />;
}

/** One line. */
export function Line({ markdown }: { readonly markdown: string }) {
  const inline = useMemo(() => inlineOf(markdown), [markdown]);
  return <Inlines inline={inline} />;
}

function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return numbered(blocks).map(([key, block]) => {
    if (block.kind === 'code')
      return (
        // It may be wider than its column: who has no pointer scrolls it with the keys.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        <pre key={key} tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    if (block.kind === 'paragraph')
      return (
        <p key={key}>
          <Inlines inline={block.inline} />
        </p>
      );
    const items = numbered(block.items).map(([place, item]) => (
      <li key={place}>
        <Blocks blocks={item} />
      </li>
    ));
    return block.start === null ? (
      <ul key={key}>{items}</ul>
    ) : (
      <ol key={key} start={block.start}>
        {items}
      </ol>
    );
  });
}

/** Words in one line, read already. */
export function Inlines({ inline }: { readonly inline: readonly Inline[] }) {
  return numbered(inline).map(([key, each]) => <Piece key={key} inline={each} />);
}

function Piece({ inline }: { readonly inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return <code>{inline.text}</code>;
    case 'break':
      return <br />;
    case 'emphasis':
      return (
        <em>
          <Inlines inline={inline.inline} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <Inlines inline={inline.inline} />
        </strong>
      );
    case 'link': {
      const { to } = inline;
      const words = <Inlines inline={inline.inline} />;
      if (to.link !== undefined) return <a href={to.link}>{words}</a>;
      return (
        <Fragment>
          <a href={to.url} target="_blank" rel="noreferrer noopener">
            {words}
          </a>
          <span className="lesson-host">{text.host(to.host)}</span>
        </Fragment>
      );
    }
  }
}

/** Texts never change under way: their place is as good a key as any. */
function numbered<Each>(all: readonly Each[]): readonly (readonly [string, Each])[] {
  return all.map((each, place) => [String(place), each]);
}
