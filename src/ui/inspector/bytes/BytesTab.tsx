// The bytes of the step under the cursor: a trail through its layers, and the layer that is open.
// It must not know how layers are made.

import { useMemo } from 'react';
import type { Timeline } from '../../../lab/index.ts';
import { type LensName, landing } from '../../../store/index.ts';
import { type Layer, layersOnWire, toLayers, wirePlace } from '../../../story/fields/index.ts';
import { stepLabel } from '../../../story/index.ts';
import { byteWords } from '../../../words/ui/index.ts';
import { ownParts } from '../../brought.ts';
import { useLab } from '../../context.ts';
import { Late } from '../../parts/Late.tsx';
import { useDifferingFields } from '../differing.tsx';
import { StepButton } from '../StepButton.tsx';
import { ByteActions } from './ByteActions.tsx';
import { BytesPane } from './BytesPane.tsx';
import { Meaning } from './Meaning.tsx';
import './bytes.css';

/** The bytes of a step, or of what somebody brought. */
export function BytesTab() {
  const brought = useLab((lab) => lab.open.brought);
  if (!brought) return <StepBytes />;
  return (
    <Late of={ownParts} name="own" next={'[data-tab="bytes"]'}>
      {({ OwnBytes }) => <OwnBytes />}
    </Late>
  );
}

function StepBytes() {
  const timeline = useLab((lab) => lab.timeline);
  const step = useLab((lab) => lab.timeline.steps[lab.settled - 1]);
  const selection = useLab((lab) => lab.selection);
  const openLayer = useLab((lab) => lab.openLayer);
  const openField = useLab((lab) => lab.openField);
  const listening = useLab((lab) => lab.view.lens === 'wire');
  const layers = useMemo(
    () => layersOf(timeline, step?.number ?? 0, listening ? 'wire' : 'everything'),
    [timeline, step, listening],
  );
  const layer = layers.find(({ id }) => id === selection.layer) ?? telling(layers);
  const differing = useDifferingFields(layer, layersOf);
  if (!step || !layer)
    return (
      <p className="loading">
        {byteWords.whole} <StepButton step={1}>{byteWords.first}</StepButton>
      </p>
    );
  return (
    <>
      <nav aria-label={byteWords.layers}>
        <ol className="crumbs">
          {layers.map(({ id, title }) => (
            <li key={id}>
              <button type="button" aria-current={id === layer.id ? 'true' : undefined} onClick={() => openLayer(id)}>
                {title}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <p className="layer-note">
        {layer.note} {layer.altered !== undefined && <Outcome timeline={timeline} from={step.number} />}
      </p>
      <BytesPane
        key={`${step.number} ${layer.id}`}
        title={layer.title}
        bytes={layer.bytes}
        field={layer.field}
        picked={selection.field}
        altered={layer.altered}
        differing={differing}
        onPick={openField}
        explain={(chain, at) => (
          <>
            <Meaning chain={chain} realm={layer.realm} />
            <ByteActions
              bytes={layer.bytes}
              field={chain.at(-1) ?? layer.field}
              certificate={layer.realm === 'x509' && chain.length === 1}
              at={at}
              step={step.number}
              place={wirePlace(timeline, step, layers, layer.id, at)}
            />
          </>
        )}
      />
    </>
  );
}

function layersOf(timeline: Timeline, number: number, lens: LensName): readonly Layer[] {
  const step = timeline.steps[number - 1];
  const layers = step ? toLayers(timeline, step) : [];
  return lens === 'wire' ? layersOnWire(layers) : layers;
}

/** The way from a changed byte to what came of it, further down. */
function Outcome({ timeline, from }: { readonly timeline: Timeline; readonly from: number }) {
  const end = timeline.steps[landing(timeline) - 1];
  if (!end || end.number <= from) return null;
  return <StepButton step={end.number}>{byteWords.outcome(end.number, stepLabel(timeline, end))}</StepButton>;
}

/** The layer that says most: the message itself, not its wrapping. */
function telling(layers: readonly Layer[]): Layer | undefined {
  return (
    layers.find(({ id }) => id.startsWith('message')) ?? layers.find(({ id }) => !id.startsWith('record')) ?? layers[0]
  );
}
