// The manifest of a package, as learning platforms of SCORM 1.2 read it: SCORM Content Aggregation Model 1.2, 2.3. It must not know what is
// in the files that it names.

/** What a manifest says. */
export interface Contents {
  /** Of the lesson; as plain text. */
  readonly title: string;
  /** A name that no other package has: it begins with a letter, and has letters, digits and hyphens. */
  readonly identifier: string;
  /** The score from which on the lesson is passed; undefined: platforms are not told of any. */
  readonly mastery?: number;
  /** The page that is opened. Nothing else is in the package. */
  readonly page: string;
}

/** The longest title that the standard allows, in characters. */
const longest = 200;

/** The text of `imsmanifest.xml`. */
export function manifestOf({ title, identifier, mastery, page }: Contents): string {
  const name = escaped(shortened(allowed(title)));
  const least = mastery === undefined ? '' : `\n        <adlcp:masteryscore>${mastery}</adlcp:masteryscore>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${identifier}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="organization">
    <organization identifier="organization">
      <title>${name}</title>
      <item identifier="item" identifierref="resource" isvisible="true">
        <title>${name}</title>${least}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="resource" type="webcontent" adlcp:scormtype="sco" href="${escaped(page)}">
      <file href="${escaped(page)}"/>
    </resource>
  </resources>
</manifest>
`;
}

/** What XML 1.0 can hold, on one line. */
function allowed(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/[\p{Cs}\uFFFE\uFFFF]/gu, '')
    .trim();
}

/** Cut between signs, not within one. */
function shortened(text: string): string {
  if (text.length <= longest) return text;
  const signs = [...text.slice(0, longest - 1)];
  if (/\p{Cs}/u.test(signs.at(-1) ?? '')) signs.pop();
  return `${signs.join('')}…`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
