import { Component, type ReactNode } from 'react';
import { text } from '../text/text.ts';

/** Catches a mistake of the page: what was rated is in the browser or on the server already, and a reload goes on. */
export class Fallen extends Component<{ children: ReactNode }, { error: string | null }> {
  override state = { error: null as string | null };

  static getDerivedStateFromError(error: unknown): { error: string } {
    return { error: String(error) };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <main className="page page-narrow">
        <h1>{text('app.problem')}</h1>
        <p role="alert">{text('app.fallen')}</p>
        <p className="quiet">{this.state.error}</p>
        <button type="button" className="button button-main" onClick={() => location.reload()}>{text('app.retry')}</button>
      </main>
    );
  }
}
