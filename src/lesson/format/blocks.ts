// Markdown as plain data for whoever draws it: paragraphs, lists, code and the little emphasis inside. Whatever else a text holds is its own
// letters here, so that no markup can come of it. It must not know lessons, nor the page.

import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

export type Block =
  | { readonly kind: 'paragraph'; readonly inline: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'list';
      /** The number of the first item, where they have numbers. */
      readonly start: number | null;
      readonly items: readonly (readonly Block[])[];
    };

export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'emphasis' | 'strong'; readonly inline: readonly Inline[] }
  | { readonly kind: 'link'; readonly to: Destination; readonly inline: readonly Inline[] }
  | { readonly kind: 'break' };

/** Where a link leads: to a moment of the lab, or to another host. */
export type Destination =
  | { readonly link: string; readonly host?: never }
  | { readonly url: string; readonly host: string; readonly link?: never };

/** The blocks of a text, whatever it is. */
export function blocksOf(markdown: string): readonly Block[] {
  return fromMarkdown(markdown).children.flatMap((node) => blockOf(node, markdown));
}

/** The words of one line of Markdown. */
export function inlineOf(markdown: string): readonly Inline[] {
  const [first] = blocksOf(markdown);
  return first?.kind === 'paragraph' ? first.inline : [{ kind: 'text', text: markdown }];
}

/** The letters alone of one line of Markdown. */
export function lettersOf(markdown: string): string {
  return lettersIn(inlineOf(markdown));
}

/** The letters alone of words that have been read. */
export function lettersIn(inline: readonly Inline[]): string {
  return inline
    .map((each) => ('inline' in each ? lettersIn(each.inline) : each.kind === 'break' ? ' ' : each.text))
    .join('');
}

/** Where a link may lead; undefined for everything else, such as a path or a script. */
export function destinationOf(url: string): Destination | undefined {
  if (/^#\d/.test(url)) return { link: url };
  const host = hostOf(url);
  return host === undefined ? undefined : { url, host };
}

function hostOf(url: string): string | undefined {
  try {
    return (/^https?:\/\//i.test(url) && new URL(url).host) || undefined;
  } catch {
    return undefined;
  }
}

function blockOf(node: RootContent, source: string): readonly Block[] {
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', inline: inlines(node.children, source) }];
    case 'code':
      return [{ kind: 'code', text: node.value }];
    case 'list':
      return [
        {
          kind: 'list',
          start: node.ordered ? (node.start ?? 1) : null,
          items: node.children.map(({ children }) => children.flatMap((child) => blockOf(child, source))),
        },
      ];
    default:
      return [{ kind: 'paragraph', inline: [{ kind: 'text', text: sourceOf(node, source) }] }];
  }
}

function inlines(nodes: readonly PhrasingContent[], source: string): readonly Inline[] {
  return nodes.map((node) => inline(node, source));
}

function inline(node: PhrasingContent, source: string): Inline {
  switch (node.type) {
    case 'text':
      return { kind: 'text', text: node.value };
    case 'inlineCode':
      return { kind: 'code', text: node.value };
    case 'emphasis':
    case 'strong':
      return { kind: node.type, inline: inlines(node.children, source) };
    case 'break':
      return { kind: 'break' };
    case 'link': {
      const to = destinationOf(node.url);
      if (to) return { kind: 'link', to, inline: inlines(node.children, source) };
    }
  }
  return { kind: 'text', text: sourceOf(node, source) };
}

/** The letters of a node as they stand in its text. */
export function sourceOf({ position }: Pick<Nodes, 'position'>, source: string): string {
  return source.slice(position?.start.offset, position?.end.offset);
}
