// What can be done with the picked bytes: copy them in several forms, and change one of them on the wire.
// It must not know what they mean.

import { type Bytes, type Field, toHex } from '../../../bytes/index.ts';
import { chosenScenario } from '../../../store/index.ts';
import { isDemo, certificateLabels as labels, pemOf } from '../../../story/certificates/index.ts';
import { asArrived, type WirePlace } from '../../../story/fields/index.ts';
import { byteWords } from '../../../words/ui/index.ts';
import { useLab } from '../../context.ts';
import { useCopyHere } from '../../parts/CopyNews.tsx';
import { useSuccessor } from '../../parts/focus.ts';
import { type ByteForm, byteForms } from './byte-forms.ts';

const text = byteWords;

interface Props {
  readonly bytes: Bytes;
  readonly field: Field;
  /** Whether the field is a whole certificate. */
  readonly certificate: boolean;
  /** The byte that keys move, and where it travels. */
  readonly at: number;
  readonly place: WirePlace | undefined;
  /** The number of the step whose bytes these are. */
  readonly step: number;
}

export function ByteActions({ bytes, field, certificate, at, place, step }: Props) {
  const [copy, news] = useCopyHere();
  const picked = bytes.subarray(field.start, field.end);
  const circumstances = useLab((lab) => lab.timeline.circumstances);
  const forms: readonly (ByteForm | 'pem')[] = certificate ? ['hex', 'base64', 'c', 'pem'] : ['hex', 'base64', 'c'];
  const written = (form: ByteForm | 'pem') => (form === 'pem' ? pemOf(picked, circumstances) : byteForms[form](picked));
  return (
    <div className="byte-actions">
      <span>{text.copyAs}</span>
      {forms.map((form) => (
        <button
          key={form}
          type="button"
          className="plain"
          aria-label={text.copy(field.name, text.forms[form])}
          onClick={() => copy(() => written(form), { done: text.copied(picked.length), failed: text.notCopied })}
        >
          {text.forms[form]}
        </button>
      ))}
      {certificate && isDemo(picked, circumstances) && <span>{labels.warning}</span>}
      {place && <Flip place={place} step={step} byte={toHex(bytes.subarray(at, at + 1))} />}
      {news}
    </div>
  );
}

interface FlipProps {
  readonly place: WirePlace;
  readonly step: number;
  readonly byte: string;
}

/**
 * Changes the lowest bit of the byte on its way, and plays the handshake again; or takes that back. The reader stays with that record,
 * whatever becomes of it further down: as it arrives, or as it is sent.
 */
function Flip({ place: { record, offset, layer }, step, byte }: FlipProps) {
  const scenario = useLab(chosenScenario);
  const change = useLab((lab) => lab.change);
  // What comes of it are other bytes: this button goes with the old ones.
  const leave = useSuccessor('[data-tab="bytes"]');
  const flip = { id: 'flip', at: record, params: { offset, mask: 1 } };
  const others = scenario.mischief.filter(({ id }) => id !== 'flip');
  const flipped = scenario.mischief.some(
    ({ id, at, params }) => id === 'flip' && at === record && params?.offset === offset,
  );
  return (
    <button
      type="button"
      className="plain flip"
      ref={leave}
      onClick={() => {
        const mischief = flipped ? others : [...others, flip];
        change({ mischief }, { step, layer: flipped ? layer : asArrived(layer) });
      }}
    >
      {flipped ? text.flipBack(byte) : text.flip(byte)}
    </button>
  );
}
