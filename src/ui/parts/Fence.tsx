// Keeps a failure where it happened: when a part of the page can't be loaded or drawn, the rest goes on and a sentence says so.

import { Component, type ReactNode } from 'react';
import { words } from '../../words/ui/index.ts';

interface Props {
  readonly children: ReactNode;
}

export class Fence extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? (
      <p className="loading" role="alert">
        {words.broken}
      </p>
    ) : (
      this.props.children
    );
  }
}
