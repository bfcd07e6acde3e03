import { Component, type ReactNode } from 'react';
import { CardError } from './CardError';

interface CardBoundaryState {
  failed: boolean;
}

/** One card that breaks leaves the others standing. */
export class CardBoundary extends Component<{ children: ReactNode }, CardBoundaryState> {
  override state: CardBoundaryState = { failed: false };

  static getDerivedStateFromError(): CardBoundaryState {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <CardError onRetry={() => this.setState({ failed: false })} />;
  }
}
