export { commandOn, engineOn, type EngineParts, MIDDAY } from './engine.fixtures.js';
