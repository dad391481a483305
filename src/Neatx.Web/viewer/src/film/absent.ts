// Stands in the bundle for what Cornerstone's dependencies name and films never use: writing VTK's XML needs Node's events, which no browser has.
export const create = (): never => {
  throw new Error('XML is not written here.');
};
