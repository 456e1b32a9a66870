// What somebody brought, byte by byte: a list of everything that can be looked at, and what was picked of it, as a tree beside its hex. It must
// not know what is secret: it is handed what may be shown.

import { useMemo, useState } from 'react';
import { bytesNote, layerLine, ownWords as text } from '../../words/own/index.ts';
import { useLab } from '../context.ts';
import { ByteActions } from '../inspector/bytes/ByteActions.tsx';
import { BytesPane } from '../inspector/bytes/BytesPane.tsx';
import { Meaning } from '../inspector/bytes/Meaning.tsx';
import { useSuccessor } from '../parts/focus.ts';
import { useOwn } from './session.ts';
import { useStyles } from './styles.ts';

/** What stands in Bytes in the place of a step’s layers. */
export function OwnBytes() {
  useStyles();
  const looked = useOwn((own) => own.looked);
  const files = useOwn((own) => own.files);
  const look = useOwn((own) => own.look);
  const leave = useSuccessor('[data-tab="bytes"]');
  const all = files.flatMap(({ id, layers }) => layers.map(({ key }) => ({ file: id, key })));
  if (!looked) return null;
  return (
    <>
      <p className="own-bytes">
        <select
          aria-label={text.bytesOf}
          value={all.findIndex(({ file, key }) => file === looked.file && key === looked.key)}
          onChange={({ target }) => look(all[Number(target.value)] ?? null)}
        >
          {files.map(({ id, name, layers }) => (
            <optgroup key={id} label={name}>
              {layers.map((layer) => (
                <option key={layer.key} value={all.findIndex(({ file, key }) => file === id && key === layer.key)}>
                  {layerLine(layer, name)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>{' '}
        <button type="button" className="plain" ref={leave} onClick={() => look(null)}>
          {text.bytesBack}
        </button>
      </p>
      <Disclosed key={`${looked.file} ${looked.key}`} file={looked.file} at={looked.key} />
    </>
  );
}

/** One thing, with what is secret of it covered. @param at its key in the file */
function Disclosed({ file, at }: { readonly file: number; readonly at: string }) {
  const files = useOwn((own) => own.files);
  const disclose = useOwn((own) => own.disclose);
  const [picked, pick] = useState<string | null>(null);
  const brought = files.find(({ id }) => id === file);
  const layer = brought?.layers.find(({ key }) => key === at);
  const found = useMemo(() => disclose(file, at), [disclose, file, at]);
  const step = useLab((lab) => lab.settled);
  if (!brought || !layer || !found) return null;
  const { bytes, field, covered } = found;
  const isCertificate = layer.what === 'certificate';
  return (
    <>
      <p className="layer-note">{bytesNote(layer, covered)}</p>
      <BytesPane
        title={layerLine(layer, brought.name)}
        bytes={bytes}
        field={field}
        picked={picked}
        altered={undefined}
        onPick={pick}
        explain={(chain, place) => (
          <>
            <Meaning chain={chain} realm={isCertificate ? 'x509' : 'container'} />
            <ByteActions
              bytes={bytes}
              field={chain.at(-1) ?? field}
              certificate={isCertificate && chain.length === 1}
              at={place}
              step={step}
              place={undefined}
            />
          </>
        )}
      />
    </>
  );
}
