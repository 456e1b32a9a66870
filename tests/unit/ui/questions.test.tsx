// Questions on paper: what is asked stands without its answer, and each answer is at the end, by its letter and with its reason.

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Answers, Questions } from '../../../src/ui/handout/Questions.tsx';

const asked = [
  {
    where: [{ text: 'After step 1:' }],
    question: [{ text: 'Who speaks next?' }],
    choices: [[{ text: 'The client' }], [{ text: 'The server' }]],
    answer: 1,
    why: [[{ text: 'It answers ' }, { text: 'ClientHello', mono: true }]],
  },
  {
    where: [{ text: 'After step 4:' }],
    question: [{ text: 'Does the server take it?' }],
    choices: [[{ text: 'Yes' }], [{ text: 'No' }], [{ text: 'Nobody can tell' }]],
    answer: 0,
    why: [[{ text: 'The chain holds.' }]],
  },
];

it('asks without telling', () => {
  const markup = renderToStaticMarkup(<Questions asked={asked} />);
  for (const part of [
    'After step 4: Does the server take it?',
    'Who speaks next?',
    'A The client',
    'B The server',
    'C Nobody can tell',
  ])
    expect(markup).toContain(part);
  expect(markup).not.toContain('The chain holds');
  expect(markup.match(/<li>/g)).toHaveLength(2);
});

it('tells at the end', () => {
  const markup = renderToStaticMarkup(<Answers asked={asked} />);
  for (const part of [
    '<strong>B The server</strong>',
    '<strong>A Yes</strong>',
    '<code>ClientHello</code>',
    'The chain holds.',
  ])
    expect(markup).toContain(part);
  expect(markup).not.toContain('The client');
});
