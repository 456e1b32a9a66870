// All words of the glossary, one after the other.

import { glossaryWords, terms } from '../../words/glossary/index.ts';
import './glossary.css';

/** The whole glossary, to be laid on a sheet. */
export function WordList() {
  return (
    <section className="word-list">
      <h3>{glossaryWords.list}</h3>
      <dl>
        {terms.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
