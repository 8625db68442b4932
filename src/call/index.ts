export type { FigureKind, FigureWay, FoundFigure, UnitWord } from './figure.ts';
export { type EditionPlaces, type PlaceBox, placeBoxes, placesJson, readPlaces } from './places.ts';
export { type FigureReader, figureReader } from './read-figures.ts';
