export { type EmbeddedOptions, type Guong, openEmbedded } from './open-embedded.js';
export { productEngine, type ProductOptions } from './product.js';
export { sqliteCheckpoints } from './reactor-checkpoints.js';
