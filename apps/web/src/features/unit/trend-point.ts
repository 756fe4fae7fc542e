import type { Figure } from '../../api/types.js';

export interface TrendPoint {
  period: string;
  figure: Figure | undefined;
}
