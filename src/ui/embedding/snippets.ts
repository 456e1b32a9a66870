// What an author pastes into a page, a wiki or a slide show to have a lab there. It must not know what is in the link.

export type SnippetKind = 'page' | 'element' | 'markdown' | 'reveal' | 'moodle';

/** What is asked of a frame. */
export interface Wish {
  /** Where the built page lies. */
  readonly site: string;
  /** What the frame shows, from the `#` on. */
  readonly link: string;
  readonly title: string;
  /** In px. */
  readonly height: number;
}

/** What a frame may do: run, and open the page in full. Nothing of it is the origin's. */
export const sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** Text that can be pasted as it is. */
export function snippet(kind: SnippetKind, asked: Wish): string {
  const wish = { ...asked, site: folderOf(asked.site) };
  const { site, link, title } = wish;
  const full = `${site}index.html${placeOf(link)}`;
  switch (kind) {
    case 'page':
      return frame(wish);
    case 'markdown':
      return [frame(wish), '', `[${title}](${full})`].join('\n');
    case 'moodle':
      return ['<p>', `  ${frame(wish)}`, `  <a href="${escaped(full)}">${escaped(title)}</a>`, '</p>'].join('\n');
    case 'element':
      return [
        `<script src="${escaped(site)}countersign-element.js"></script>`,
        `<counter-sign scenario="${escaped(link.slice(1))}">`,
        `  <a href="${escaped(full)}">${escaped(title)}</a>`,
        '</counter-sign>',
      ].join('\n');
    case 'reveal':
      return [
        '<section>',
        `  ${frame(wish)}`,
        '</section>',
        '',
        '<script>',
        "  addEventListener('message', ({ data }) => {",
        "    if (data?.ns !== 'countersign' || data.type !== 'key') return;",
        '    document.activeElement.blur();',
        "    if (data.key === 'PageDown') Reveal.next();",
        "    if (data.key === 'PageUp') Reveal.prev();",
        '  });',
        '</script>',
      ].join('\n');
  }
}

/** With the slash that a folder has at its end. */
function folderOf(site: string): string {
  return site.trim().replace(/([^/])$/, '$1/');
}

function frame({ site, link, title, height }: Wish): string {
  return (
    `<iframe title="${escaped(title)}" src="${escaped(`${site}embed.html${link}`)}" width="100%" height="${height}" ` +
    `loading="lazy" allow="fullscreen; clipboard-write" sandbox="${sandbox}"></iframe>`
  );
}

/** The page shows all of itself: of a link to a frame, what says which parts are there is left out. */
function placeOf(link: string): string {
  const [start = '', list] = link.split('?');
  const kept = list?.split('&').filter((extra) => !/^(show|lock|from|to|auto|loop|fit)(=|$)/.test(extra)) ?? [];
  return kept.length > 0 ? `${start}?${kept.join('&')}` : start;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
